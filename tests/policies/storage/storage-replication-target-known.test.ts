import { storageReplicationTargetKnown } from "../../../policies/rules/storage/storage-replication-target-known";
import { describeStackRule, type StackCase, type StackMember, UNKNOWN } from "../../support/evaluate";

const account: StackMember = {
    type: "azure-native:storage:StorageAccount",
    name: "copies",
    props: { accountName: "stcopies" },
};
const policy = (
    destinationAccount: unknown,
    dependencies: StackMember["dependencies"] = {},
): StackMember => ({
    type: "azure-native:storage:ObjectReplicationPolicy",
    name: "copy",
    props: { destinationAccount },
    dependencies,
});
const rejected = (...members: readonly StackMember[]): StackCase => ({
    members,
    violations: [["copy", "destinationAccount : attendu un compte de stockage de cette pile"]],
});
const id = (name: string) =>
    `/subscriptions/0000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/${name}`;
describeStackRule(storageReplicationTargetKnown, {
    accepts: {
        "an account by its id": { members: [account, policy(id("stcopies"))] },
        "an account by its name": { members: [account, policy("stcopies")] },
        "an account that is not created yet": {
            members: [account, policy(UNKNOWN, { destinationAccount: [account] })],
        },
    },
    rejects: {
        "another account by its id": rejected(account, policy(id("stcopies2"))),
        "another by its name": rejected(account, policy("stelsewhere")),
        "any, where there is none": rejected(policy("stcopies")),
    },
    unset: { "the account": rejected(account, { ...policy(""), props: {} }) },
    unknown: {
        "the account": { members: [account, policy(UNKNOWN)], unknowns: ["copy/destinationAccount"] },
    },
    otherType: "azure-native:storage:BlobContainer",
});
