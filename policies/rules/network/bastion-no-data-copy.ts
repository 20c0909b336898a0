import type { BastionHostArgs } from "@pulumi/azure-native/network/bastionHost";

import { exactly, falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const bastionNoDataCopy = defineRule({
    id: "bastion-no-data-copy",
    title: {
        fr: "Bastion ne laisse ni copier ni partager",
        en: "Bastion lets nobody copy or share",
    },
    why: {
        fr: "Le presse-papiers, la copie de fichiers et les liens de partage font sortir des données sans trace.",
        en: "The clipboard, file copies and shareable links take data out without a trace.",
    },
    remediation: {
        fr: "Mettre disableCopyPaste à true, enableFileCopy et enableShareableLink à false.",
        en: "Set disableCopyPaste to true, enableFileCopy and enableShareableLink to false.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/bastion/configuration-settings",
    appliesTo: ["azure-native:network:BastionHost"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:BastionHost",
                properties: { disableCopyPaste: true } satisfies Partial<BastionHostArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:BastionHost",
                properties: {
                    enableFileCopy: true,
                    enableShareableLink: true,
                } satisfies Partial<BastionHostArgs>,
            },
        ],
    },
    remedies: () => [
        { path: "enableFileCopy", value: false },
        { path: "enableShareableLink", value: false },
    ],
    check(bastion) {
        // The provider's own defaults are all false.
        bastion.expect("disableCopyPaste", exactly(true));
        bastion.expect("enableFileCopy", falseOrUnset);
        bastion.expect("enableShareableLink", falseOrUnset);
    },
});
