import type { DiskArgs } from "@pulumi/azure-native/compute/disk";

import { anyCase, reference } from "../../expectation";
import { defineRule } from "../../rule";

export const diskExportBlocked = defineRule({
    id: "disk-export-blocked",
    title: {
        fr: "Aucun disque ni instantané ne s’exporte par Internet",
        en: "No disk or snapshot is exported over the Internet",
    },
    why: {
        fr: "Un lien d’export donne tout le contenu d’un disque à qui le détient, sans laisser de trace de lecture.",
        en: "An export link gives the whole content of a disk to its holder, without trace of the reading.",
    },
    remediation: {
        fr: "Mettre networkAccessPolicy à « DenyAll » et publicNetworkAccess à « Disabled ».",
        en: 'Set networkAccessPolicy to "DenyAll" and publicNetworkAccess to "Disabled".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/virtual-machines/disks-restrict-import-export-overview",
    appliesTo: ["azure-native:compute:Disk", "azure-native:compute:Snapshot"],
    examples: {
        compliant: [
            {
                type: "azure-native:compute:Disk",
                properties: {
                    networkAccessPolicy: "DenyAll",
                    publicNetworkAccess: "Disabled",
                } satisfies Partial<DiskArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:compute:Disk",
                properties: { networkAccessPolicy: "AllowAll" } satisfies Partial<DiskArgs>,
            },
        ],
    },
    remedies: () => [
        { path: "networkAccessPolicy", value: "DenyAll" },
        { path: "publicNetworkAccess", value: "Disabled" },
    ],
    check(disk) {
        // Not set means "AllowAll" and "Enabled".
        disk.expect("networkAccessPolicy", anyCase("DenyAll", "AllowPrivate"));
        disk.expect("publicNetworkAccess", anyCase("Disabled"));
        disk.given("networkAccessPolicy", (policy) => {
            if (anyCase("AllowPrivate").accepts(policy)) {
                disk.expectReference("diskAccessId", reference("un DiskAccess"));
            }
        });
    },
});
