import { storageBlobRecoverable } from "../../../policies/rules/storage/storage-blob-recoverable";
import { describeStackRule, type StackCase, type StackMember, UNKNOWN } from "../../support/evaluate";

const MESSAGE = "attendu la gestion des versions, et la suppression réversible de 7 à 365 jours";
const blobs = (props: StackMember["props"]): StackMember => ({
    type: "azure-native:storage:BlobServiceProperties",
    name: "blobs",
    props: { accountName: "stexample", ...props },
});
const kept = (days: unknown, changes: object = {}) =>
    blobs({ isVersioningEnabled: true, deleteRetentionPolicy: { enabled: true, days }, ...changes });
const account = (accountName: string, changes: object = {}): StackMember => ({
    type: "azure-native:storage:StorageAccount",
    name: accountName,
    props: { accountName, ...changes },
});
const flows = (storageId: unknown): StackMember => ({
    type: "azure-native:network:FlowLog",
    name: "flows",
    props: { storageId },
});
const id = (name: string) =>
    `/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/${name}`;
const rejected = (...members: readonly StackMember[]): StackCase => ({
    members,
    violations: [["blobs", MESSAGE]],
});
const bare = blobs({});
const unsettled: StackCase["violations"] = [["stexample", "attendu un BlobServiceProperties sur ce compte"]];
describeStackRule(storageBlobRecoverable, {
    accepts: {
        "the shortest time": { members: [kept(7)] },
        "the longest time": { members: [kept(365)] },
        "flow logs, which are rewritten all the time": {
            members: [bare, account("stexample"), flows(id("stexample"))],
        },
        "an account with its blob service": { members: [account("stexample"), kept(30)] },
        "an account of flow logs without one": { members: [account("stexample"), flows(id("stexample"))] },
        "an account of file shares": { members: [account("stexample", { kind: "filestorage" })] },
    },
    rejects: {
        "flow logs that come from elsewhere": rejected(bare, account("stexample"), account("stother"), {
            ...flows(id("stexample")),
            dependencies: { storageId: [account("stother")] },
        }),
        "a shorter time": rejected(kept(6)),
        "a longer time": rejected(kept(366)),
        "no versions": rejected(kept(7, { isVersioningEnabled: false })),
        "no soft delete": rejected(kept(7, { deleteRetentionPolicy: { enabled: false, days: 7 } })),
        "flow logs that are elsewhere": rejected(
            bare,
            account("stexample"),
            account("stother"),
            flows(id("stother")),
        ),
        "an account without flow logs": rejected(bare, account("stexample")),
        "an account of blobs without blob service": {
            members: [account("stexample", { kind: "StorageV2" })],
            violations: unsettled,
        },
        "an account whose neighbour has one": {
            members: [account("stexample"), kept(30, { accountName: "stother" })],
            violations: unsettled,
        },
    },
    unset: {
        everything: rejected(bare),
        "all but the account's name": { members: [account("stexample")], violations: unsettled },
    },
    unknown: {
        "the time": { members: [kept(UNKNOWN)], unknowns: ["blobs/deleteRetentionPolicy.days"] },
        "where flow logs go": {
            members: [bare, account("stexample"), flows(UNKNOWN)],
            unknowns: ["flows/storageId"],
        },
        "whose blob service it is": {
            members: [account("stexample"), kept(30, { accountName: UNKNOWN })],
            unknowns: ["blobs/accountName"],
        },
        "the kind of the account": {
            members: [account("stexample", { kind: UNKNOWN })],
            unknowns: ["stexample/kind"],
        },
    },
    otherType: "azure-native:storage:BlobContainer",
});
