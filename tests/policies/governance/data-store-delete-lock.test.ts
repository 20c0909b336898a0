import { dataStoreDeleteLock } from "../../../policies/rules/governance/data-store-delete-lock";
import { type StackMember, describeStackRule, UNKNOWN } from "../../support/evaluate";

const ID = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-aplus-dev";
const vault: StackMember = {
    type: "azure-native:keyvault:Vault",
    name: "vault",
    props: { vaultName: "kv-aplus-dev" },
};
const inGroup: StackMember = { ...vault, props: { vaultName: "kv-aplus-dev", resourceGroupName: "rg" } };
const group: StackMember = {
    type: "azure-native:resources:ResourceGroup",
    name: "group",
    props: { resourceGroupName: "rg" },
};
const account: StackMember = {
    type: "azure-native:storage:StorageAccount",
    name: "account",
    props: { accountName: "staplusdev" },
};
const lock = (scope: unknown, from?: StackMember, level: unknown = "CanNotDelete"): StackMember => ({
    type: "azure-native:authorization:ManagementLockByScope",
    name: "lock",
    props: { scope, level },
    ...(from === undefined ? {} : { dependencies: { scope: [from] } }),
});
const groupLock = (resourceGroupName: string): StackMember => ({
    type: "azure-native:authorization:ManagementLockAtResourceGroupLevel",
    name: "lock",
    props: { resourceGroupName, level: "CanNotDelete" },
});
const unlocked = (...members: readonly StackMember[]) => ({
    members: [vault, ...members],
    violations: [["vault", "attendu un verrou de suppression sur cette ressource ou son groupe"]] as const,
});

const STORES = [
    "containerregistry:Registry",
    "containerservice:ManagedCluster",
    "dbformysql:Server",
    "dbforpostgresql:Server",
    "operationalinsights:Workspace",
    "sql:Server",
];

describeStackRule(dataStoreDeleteLock, {
    accepts: {
        "a vault that is locked": { members: [vault, lock(ID)] },
        "a vault that is not created yet": { members: [vault, lock(UNKNOWN, vault)] },
        "a vault that came from the resource group that is locked": {
            members: [
                group,
                {
                    ...inGroup,
                    props: { resourceGroupName: UNKNOWN },
                    dependencies: { resourceGroupName: [group] },
                },
                groupLock("rg"),
            ],
        },
        "a vault whose resource group is locked": { members: [inGroup, groupLock("rg")] },
        "a lock each": { members: [vault, account, lock(ID), lock(UNKNOWN, account)] },
    },
    rejects: {
        "a vault without lock": unlocked(),
        ...Object.fromEntries(
            STORES.map((type) => [
                `a ${type} without lock`,
                {
                    members: [{ type: `azure-native:${type}`, name: "vault", props: {} }],
                    violations: unlocked().violations,
                },
            ]),
        ),
        "a vault whose resource group is not the one that is locked": unlocked(groupLock("rg")),
        "a vault beside an account that is locked": unlocked(account, lock(UNKNOWN, account)),
        "a lock on a name that only begins alike": unlocked(lock(`${ID}-2`)),
        "a lock that does not bar": unlocked(lock(ID, undefined, "NotSpecified")),
    },
    unset: { "the level of the lock": unlocked(lock(ID, undefined, null)) },
    unknown: {
        "what the only lock is on": { members: [vault, lock(UNKNOWN)], unknowns: ["lock/scope"] },
        "the name of the vault": {
            members: [{ ...vault, props: { vaultName: UNKNOWN } }, lock(ID)],
            unknowns: ["vault/vaultName"],
        },
    },
    otherType: "azure-native:network:VirtualNetwork",
});
