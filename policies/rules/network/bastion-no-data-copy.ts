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
    check(bastion) {
        bastion.expect("disableCopyPaste", exactly(true));
        bastion.expect("enableFileCopy", falseOrUnset);
        bastion.expect("enableShareableLink", falseOrUnset);
    },
});
