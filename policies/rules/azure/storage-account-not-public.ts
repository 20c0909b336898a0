import { anyCase, falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const storageAccountNotPublic = defineRule({
    id: "storage-account-not-public",
    title: {
        fr: "Le compte de stockage n’est ni joignable depuis Internet ni lisible anonymement",
        en: "The storage account is neither reachable from the Internet nor readable anonymously",
    },
    why: {
        fr: "Sauvegardes et documents de santé seraient exposés à une clé volée ou à un conteneur ouvert par erreur.",
        en: "Backups and health documents would be exposed to a stolen key or a container opened by mistake.",
    },
    remediation: {
        fr: "Mettre publicNetworkAccess à « Disabled », allowBlobPublicAccess à false, et passer par un point de terminaison privé.",
        en: 'Set publicNetworkAccess to "Disabled", allowBlobPublicAccess to false, and use a private endpoint.',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/storage/common/storage-network-security",
    appliesTo: ["azure-native:storage:StorageAccount"],
    check(account) {
        account.expect("publicNetworkAccess", anyCase("Disabled", "SecuredByPerimeter"));
        account.expect("allowBlobPublicAccess", falseOrUnset);
    },
});
