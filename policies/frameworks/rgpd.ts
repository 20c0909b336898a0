import { catalogue as rule } from "../catalogue";
import { defineFramework } from "../framework";

/** Règlement (UE) 2016/679, the articles that a declared infrastructure can show something about. */
export const rgpd = defineFramework({
    id: "rgpd",
    title: {
        fr: "Règlement général sur la protection des données (RGPD)",
        en: "General Data Protection Regulation (GDPR)",
    },
    version: "2016/679",
    url: "https://eur-lex.europa.eu/eli/reg/2016/679/oj",
    requirements: [
        {
            id: "art. 5(1)(e)",
            title: {
                fr: "Limitation de la conservation",
                en: "Storage limitation",
            },
            chain: "CNIL, délibération 2021-122 : journaux conservés de six mois à un an",
            rules: [rule.logRetention],
        },
        {
            id: "art. 5(1)(f)",
            title: {
                fr: "Intégrité et confidentialité",
                en: "Integrity and confidentiality",
            },
            chain: "CNIL, guide de la sécurité des données personnelles ; ISO/IEC 27001:2022 A.5.17, A.8.9",
            rules: [
                rule.envNoPlainSecret,
                rule.podNotPrivileged,
                rule.containerHardened,
                rule.namespacePodSecurity,
                rule.containerImagePinned,
            ],
        },
        {
            id: "art. 5(2)",
            title: {
                fr: "Responsabilité : être en mesure de démontrer le respect des principes",
                en: "Accountability: being able to demonstrate compliance",
            },
            chain: "ISO/IEC 27001:2022 A.5.9, A.5.12, A.8.9",
            rules: [rule.resourceTags, rule.resourceCovered, rule.ignoredChangesVisible],
        },
        {
            id: "art. 25(2)",
            title: {
                fr: "Protection par défaut : les données ne sont pas accessibles à un nombre indéterminé de personnes",
                en: "Protection by default: data is not accessible to an indefinite number of persons",
            },
            chain: "CNIL, guide de la sécurité des données personnelles ; ISO/IEC 27001:2022 A.8.20, A.8.22",
            rules: [
                rule.databaseNotPublic,
                rule.storageAccountNotPublic,
                rule.keyVaultNotPublic,
                rule.containerRegistryPrivate,
                rule.aksApiPrivate,
                rule.serviceNotInternetFacing,
                rule.nodePoolNoPublicIp,
                rule.nsgNoInternetAdminPorts,
            ],
        },
        {
            id: "art. 28(2)",
            title: {
                fr: "Pas de sous-traitant ultérieur sans autorisation",
                en: "No further processor without authorisation",
            },
            chain: "ISO/IEC 27001:2022 A.5.21, A.8.19",
            rules: [rule.containerImageOwnRegistry],
        },
        {
            id: "art. 32(1)(a)",
            title: {
                fr: "Chiffrement des données à caractère personnel",
                en: "Encryption of personal data",
            },
            chain: "ANSSI TLS R3, R4 ; ISO/IEC 27001:2022 A.8.24",
            rules: [
                rule.databaseTlsRequired,
                rule.managedDatabaseTls,
                rule.storageAccountTls,
                rule.ingressTls,
                rule.webServerTlsVersion,
                rule.nodePoolEncryptionAtHost,
            ],
        },
        {
            id: "art. 32(1)(b)",
            title: {
                fr: "Confidentialité, intégrité, disponibilité et résilience constantes des systèmes",
                en: "Ongoing confidentiality, integrity, availability and resilience of systems",
            },
            chain: "ISO/IEC 27001:2022 A.5.15, A.8.2, A.8.5, A.8.6, A.8.20, A.8.22 ; PGSSI-S 4.2.2",
            rules: [
                rule.aksLocalAccountsDisabled,
                rule.aksNetworkPolicy,
                rule.aksRunCommandDisabled,
                rule.aksWorkloadIdentity,
                rule.keyVaultRbac,
                rule.roleAssignmentLeastPrivilege,
                rule.rbacLeastPrivilege,
                rule.workloadServiceAccount,
                rule.namespaceDefaultDeny,
                rule.subnetNetworkSecurityGroup,
                rule.containerResources,
            ],
        },
        {
            id: "art. 32(1)(c)",
            title: {
                fr: "Rétablir la disponibilité des données et l’accès à celles-ci après un incident",
                en: "Restoring the availability of and access to data after an incident",
            },
            chain: "ISO/IEC 27001:2022 A.8.13, A.8.24",
            rules: [rule.keyVaultPurgeProtection],
        },
        {
            id: "art. 33(1)",
            title: {
                fr: "Notification d’une violation de données sous 72 heures, ce qui suppose de pouvoir la retracer",
                en: "Notification of a data breach within 72 hours, which supposes that it can be traced",
            },
            chain: "CNIL, délibération 2021-122 ; ISO/IEC 27001:2022 A.8.15",
            rules: [rule.logRetention, rule.resourceAuditLog],
        },
        {
            id: "art. 44",
            title: {
                fr: "Pas de transfert hors de l’Espace économique européen sans garanties",
                en: "No transfer outside the European Economic Area without safeguards",
            },
            rules: [rule.resourceRegionEea],
        },
    ],
});
