import { dataStoreProtected } from "../../../policies/rules/governance/data-store-protected";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const DISK = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/disks/archive";
const GROUP = "/subscriptions/0/resourceGroups/rg";
const disk: StackMember = {
    type: "azure-native:compute:Disk",
    name: "disk",
    props: { diskName: "archive", resourceGroupName: "rg" },
};
const group: StackMember = {
    type: "azure-native:resources:ResourceGroup",
    name: "group",
    props: { resourceGroupName: "rg" },
};
const newDisk: StackMember = {
    ...disk,
    props: { diskName: "archive", resourceGroupName: UNKNOWN },
    dependencies: { resourceGroupName: [group] },
};
const lock = (scope: unknown, ...from: readonly StackMember[]): StackMember => ({
    type: "azure-native:authorization:ManagementLockByScope",
    name: "lock",
    props: { scope, level: "CanNotDelete" },
    dependencies: { scope: from },
});
const groupLock = (resourceGroupName: unknown, ...from: readonly StackMember[]): StackMember => ({
    type: "azure-native:authorization:ManagementLockAtResourceGroupLevel",
    name: "lock",
    props: { resourceGroupName, level: "ReadOnly" },
    dependencies: { resourceGroupName: from },
});
const bare = (...members: readonly StackMember[]) => ({
    members,
    violations: [
        ["disk", "attendu l’option protect, ou un verrou de suppression sur cette ressource ou son groupe"],
    ] as const,
});

describeStackRule(dataStoreProtected, {
    accepts: {
        "a disk that is protected": { members: [{ ...disk, options: { protect: true } }] },
        "a disk that is locked": { members: [disk, lock(DISK)] },
        "a disk not created yet that is locked": { members: [disk, group, lock(UNKNOWN, group, disk)] },
        "a lock whose scope came from the group and a name": { members: [disk, group, lock(DISK, group)] },
        "a locked resource group": { members: [disk, lock(`${GROUP.toUpperCase()}/`)] },
        "a locked subscription": { members: [disk, lock("/subscriptions/0")] },
        "a lock on the group, by its name": { members: [disk, groupLock("RG")] },
        "a lock on the group that both came from": { members: [group, newDisk, groupLock(UNKNOWN, group)] },
        "a lock on the group, of which only the group knows the name": {
            members: [group, newDisk, lock(GROUP)],
        },
    },
    rejects: {
        "a disk with nothing": bare(disk),
        ...Object.fromEntries(
            ["cosmosdb:DatabaseAccount", "dataprotection:BackupVault", "recoveryservices:Vault"].map(
                (type) => [`a ${type} with nothing`, bare({ ...disk, type: `azure-native:${type}` })],
            ),
        ),
        "a resource group that is not locked": bare(disk, group),
        "a lock on another group": bare(disk, lock(`${GROUP}-2`)),
        "a lock on another disk, whose scope came from the group": bare(
            disk,
            group,
            lock(`${DISK}-2`, group),
        ),
        "a lock on another group, by its name": bare(disk, groupLock("rg-2")),
        "a lock on another resource of the group": bare(disk, lock(`${GROUP}/providers/a/b/c`)),
        "a lock on what only ends like the group": bare(disk, lock(`/providers/x${GROUP}`)),
        "a lock on another group than the disk came from": {
            members: [group, newDisk, lock(`${GROUP}-2`)],
            violations: bare().violations,
        },
        "a lock that does not bar": bare(disk, {
            ...lock(DISK),
            props: { scope: DISK, level: "NotSpecified" },
        }),
        "a lock on the group that does not bar": bare(disk, {
            ...groupLock("rg"),
            props: { resourceGroupName: "rg", level: "NotSpecified" },
        }),
    },
    unset: {
        "the group of the disk": bare({ ...disk, props: { diskName: "archive" } }, lock(GROUP)),
        "the scope of the lock": bare(disk, lock(null)),
    },
    unknown: {
        "what the lock is on": { members: [disk, lock(UNKNOWN)], unknowns: ["lock/scope"] },
        "what of a group the lock is on": {
            members: [group, newDisk, lock(UNKNOWN, group)],
            unknowns: ["lock/scope"],
        },
        "the group of the lock": {
            members: [disk, groupLock(UNKNOWN)],
            unknowns: ["lock/resourceGroupName"],
        },
        "the group of the disk": {
            members: [newDisk, lock(GROUP)],
            unknowns: ["disk/resourceGroupName"],
        },
        "the name of the group that the disk came from": {
            members: [{ ...group, props: { resourceGroupName: UNKNOWN } }, newDisk, lock(GROUP)],
            unknowns: ["group/resourceGroupName"],
        },
    },
    otherType: "azure-native:network:VirtualNetwork",
});
