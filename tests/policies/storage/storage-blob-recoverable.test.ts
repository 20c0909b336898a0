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
const account = (accountName: string): StackMember => ({
    type: "azure-native:storage:StorageAccount",
    name: accountName,
    props: { accountName },
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
describeStackRule(storageBlobRecoverable, {
    accepts: {
        "the shortest time": { members: [kept(7)] },
        "the longest time": { members: [kept(365)] },
        "flow logs, which are rewritten all the time": {
            members: [bare, account("stexample"), flows(id("stexample"))],
        },
    },
    rejects: {
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
    },
    unset: { everything: rejected(bare) },
    unknown: {
        "the time": { members: [kept(UNKNOWN)], unknowns: ["blobs/deleteRetentionPolicy.days"] },
        "where flow logs go": {
            members: [bare, account("stexample"), flows(UNKNOWN)],
            unknowns: ["flows/storageId"],
        },
    },
    otherType: "azure-native:storage:BlobContainer",
});
