import type { DiskArgs } from "@pulumi/azure-native/compute/disk";
import type { BackupInstanceArgs } from "@pulumi/azure-native/dataprotection/backupInstance";

import { any } from "../../answer";
import { refersTo } from "../../azure/references";
import { defineStackRule } from "../../rule";

const DISK = "azure-native:compute:Disk";
const INSTANCE = "azure-native:dataprotection:BackupInstance";
const ITEM = "azure-native:recoveryservices:ProtectedItem";

/** Where a backup names what it copies. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
    [INSTANCE]: ["properties.dataSourceInfo.resourceID"],
    [ITEM]: ["properties.sourceResourceId", "properties.virtualMachineId"],
};

export const backupInstancePresent = defineStackRule({
    id: "backup-instance-present",
    title: {
        fr: "Chaque disque et chaque machine virtuelle est sauvegardé",
        en: "Each disk and each virtual machine is backed up",
    },
    why: {
        fr: "Un disque n’est pas sauvegardé d’office : effacé ou chiffré par un rançongiciel, il est perdu.",
        en: "A disk has no backup of its own: erased, or encrypted by ransomware, it is lost.",
    },
    remediation: {
        fr: "Déclarer un BackupInstance (disque) ou un ProtectedItem (machine virtuelle) sur la ressource.",
        en: "Declare a BackupInstance (disk) or a ProtectedItem (virtual machine) on the resource.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/backup/disk-backup-overview",
    appliesTo: [DISK, "azure-native:compute:VirtualMachine"],
    reads: { [INSTANCE]: ["properties"], [ITEM]: ["properties"] },
    examples: {
        compliant: [
            {
                type: DISK,
                name: "disk",
                properties: { diskName: "disk-records" } satisfies Partial<DiskArgs>,
            },
            {
                type: INSTANCE,
                name: "backup",
                properties: {
                    properties: {
                        objectType: "BackupInstance",
                        dataSourceInfo: {
                            resourceID:
                                "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/disks/disk-records",
                        },
                        policyInfo: {
                            policyId:
                                "/subscriptions/0/resourceGroups/rg/providers/Microsoft.DataProtection/backupVaults/bv/backupPolicies/daily",
                        },
                    },
                } satisfies Partial<BackupInstanceArgs>,
            },
        ],
        violation: [
            {
                type: DISK,
                name: "disk",
                properties: { diskName: "disk-records" } satisfies Partial<DiskArgs>,
            },
        ],
    },
    check(subject, backups) {
        const saved = any(
            backups.map((backup) =>
                refersTo(
                    backup,
                    "properties",
                    (SOURCES[backup.type] ?? []).flatMap((path) => backup.properties.readings(path)),
                    subject,
                ),
            ),
        );
        subject.properties.settle(
            saved,
            "",
            "attendu un BackupInstance ou un ProtectedItem sur cette ressource",
        );
    },
});
