import { backupInstancePresent } from "../../../policies/rules/backup/backup-instance-present";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const ID = "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute";
const DISK_ID = `${ID}/disks/disk-records`;
const MACHINE_ID = `${ID}/virtualMachines/vm-records`;

const disk: StackMember = {
    type: "azure-native:compute:Disk",
    name: "disk",
    props: { diskName: "disk-records" },
};
const machine: StackMember = {
    type: "azure-native:compute:VirtualMachine",
    name: "machine",
    props: { vmName: "vm-records" },
};
const instance = (resourceID: unknown, from?: StackMember): StackMember => ({
    type: "azure-native:dataprotection:BackupInstance",
    name: "backup",
    props: { properties: { dataSourceInfo: { resourceID } } },
    ...(from === undefined ? {} : { dependencies: { properties: [from] } }),
});
const item = (properties: object): StackMember => ({
    type: "azure-native:recoveryservices:ProtectedItem",
    name: "backup",
    props: { properties },
});
const unsaved = (subject: StackMember, ...members: readonly StackMember[]) => ({
    members: [subject, ...members],
    violations: [
        [subject.name, "attendu un BackupInstance ou un ProtectedItem sur cette ressource"],
    ] as const,
});

describeStackRule(backupInstancePresent, {
    accepts: {
        "a disk that is backed up": { members: [disk, instance(DISK_ID)] },
        "a disk that is not created yet": { members: [disk, instance(UNKNOWN, disk)] },
        "a machine that is backed up": { members: [machine, item({ sourceResourceId: MACHINE_ID })] },
        "a machine by its own property": { members: [machine, item({ virtualMachineId: MACHINE_ID })] },
    },
    rejects: {
        "a disk without backup": unsaved(disk),
        "the backup of another disk": unsaved(disk, instance(`${DISK_ID}-2`)),
        "the backup of a machine of that name": unsaved(disk, instance(`${ID}/virtualMachines/disk-records`)),
        "a machine without backup": unsaved(machine, item({ sourceResourceId: DISK_ID })),
    },
    unset: { "what the backup copies": unsaved(disk, item({})) },
    unknown: {
        "what the only backup copies": {
            members: [disk, instance(UNKNOWN)],
            unknowns: ["backup/properties.dataSourceInfo.resourceID"],
        },
    },
    otherType: "azure-native:network:VirtualNetwork",
});
