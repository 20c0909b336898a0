import type { FileShareArgs } from "@pulumi/azure-native/storage/fileShare";
import type { StorageAccountArgs } from "@pulumi/azure-native/storage/storageAccount";

import { falseOrUnset, such } from "../../expectation";
import { defineRule } from "../../rule";

const SHARE = "azure-native:storage:FileShare";

/** Not set means SMB. */
const smb = such("« SMB »", (value) => value === undefined || String(value).toUpperCase() === "SMB");

export const storageNoNfs = defineRule({
    id: "storage-no-nfs",
    title: { fr: "Aucun fichier n’est servi par NFS", en: "No file is served over NFS" },
    why: {
        fr: "NFS n’authentifie que des machines : toute personne sur l’une d’elles lit les fichiers des autres.",
        en: "NFS authenticates machines alone: anybody on one of them reads the files of others.",
    },
    remediation: {
        fr: "Laisser enableNfsV3 à false et servir les partages par SMB.",
        en: "Leave enableNfsV3 false and serve shares over SMB.",
    },
    severity: "medium",
    url: "https://learn.microsoft.com/azure/storage/blobs/network-file-system-protocol-support",
    appliesTo: ["azure-native:storage:StorageAccount", SHARE],
    examples: {
        compliant: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { enableNfsV3: false } satisfies Partial<StorageAccountArgs>,
            },
            {
                type: "azure-native:storage:FileShare",
                properties: { enabledProtocols: "SMB" } satisfies Partial<FileShareArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:storage:StorageAccount",
                properties: { enableNfsV3: true } satisfies Partial<StorageAccountArgs>,
            },
            {
                type: "azure-native:storage:FileShare",
                properties: { enabledProtocols: "NFS" } satisfies Partial<FileShareArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === SHARE) {
            properties.expect("enabledProtocols", smb);
        } else {
            properties.expect("enableNfsV3", falseOrUnset);
        }
    },
});
