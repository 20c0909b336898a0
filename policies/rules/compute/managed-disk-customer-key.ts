import type { DiskArgs } from "@pulumi/azure-native/compute/disk";

import { machineOf, virtualMachineTypes } from "../../azure/virtual-machines";
import { anyCase, reference } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

const encryptionSet = reference("un jeu de chiffrement de disque");

export const managedDiskCustomerKey = defineRule({
    id: "managed-disk-customer-key",
    title: {
        fr: "Les disques et instantanés sont chiffrés par une clé du client",
        en: "Disks and snapshots are encrypted by a key of the customer",
    },
    why: {
        fr: "Sans clé à soi, on ne peut ni la révoquer ni prouver l’effacement d’un disque que l’hébergeur réalloue.",
        en: "Without a key of one’s own, nobody can revoke it or prove the erasure of a disk that the host reallocates.",
    },
    remediation: {
        fr: "Donner un diskEncryptionSetId à encryption, ou un diskEncryptionSet à chaque managedDisk.",
        en: "Give encryption a diskEncryptionSetId, or each managedDisk a diskEncryptionSet.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/virtual-machines/disk-encryption-overview",
    appliesTo: ["azure-native:compute:Disk", "azure-native:compute:Snapshot", ...virtualMachineTypes],
    examples: {
        compliant: [
            {
                type: "azure-native:compute:Disk",
                properties: {
                    encryption: {
                        type: "EncryptionAtRestWithCustomerKey",
                        diskEncryptionSetId:
                            "/subscriptions/0/resourceGroups/rg/providers/Microsoft.Compute/diskEncryptionSets/des",
                    },
                } satisfies Partial<DiskArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:compute:Disk",
                properties: {
                    encryption: { type: "EncryptionAtRestWithPlatformKey" },
                } satisfies Partial<DiskArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (!virtualMachineTypes.includes(type)) {
            properties.expectReference("encryption.diskEncryptionSetId", encryptionSet);
            return;
        }
        const storage = machineOf(properties, type).at("storageProfile");
        judge(storage.at("osDisk"));
        storage.each("dataDisks", judge);
    },
});

/** A disk that is only attached has a declaration of its own, with its encryption. */
function judge(disk: Inspection): void {
    disk.given("createOption", (option) => {
        if (!anyCase("Attach").accepts(option)) {
            disk.expectReference("managedDisk.diskEncryptionSet.id", encryptionSet);
        }
    });
}
