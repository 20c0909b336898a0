import { catalogue as rule } from "../catalogue";
import { defineFramework } from "../framework";

/**
 * Référentiel de certification HDS v2 (arrêté du 26 avril 2024), the requirements that a declared infrastructure can
 * show something about. It prescribes no cipher and no duration: it asks that risks be treated under ISO/IEC 27001, and
 * `chain` names the texts that the thresholds of the rules come from.
 */
export const hds = defineFramework({
    id: "hds",
    title: {
        fr: "Hébergement de données de santé (HDS)",
        en: "Health data hosting (HDS)",
    },
    version: "2.0",
    url: "https://esante.gouv.fr/produits-services/hds",
    requirements: [
        {
            id: "EXI 04",
            title: {
                fr: "Le domaine d’application du SMSI couvre tous les moyens de traitement des données de santé",
                en: "The scope of the ISMS covers every means of processing health data",
            },
            chain: "ISO/IEC 27001:2022 A.5.9, A.5.12, A.5.13",
            rules: [rule.resourceTags, rule.resourceCovered],
        },
        {
            id: "EXI 05.B",
            title: {
                fr: "Risque : perte de contrôle de supports de l’information, dont la réallocation des espaces de stockage",
                en: "Risk: loss of control of information media, including the reallocation of storage space",
            },
            chain: "ISO/IEC 27001:2022 A.8.24 ; RGPD art. 32(1)(a)",
            rules: [rule.nodePoolEncryptionAtHost],
        },
        {
            id: "EXI 05.C",
            title: {
                fr: "Risque : dégradation, compromission ou rupture d’un flux d’information",
                en: "Risk: degradation, compromise or interruption of an information flow",
            },
            chain: "ISO/IEC 27001:2022 A.8.20, A.8.21, A.8.22, A.8.24 ; ANSSI TLS R3, R4 ; PGSSI-S 4.2.2",
            rules: [
                rule.databaseNotPublic,
                rule.databaseTlsRequired,
                rule.managedDatabaseTls,
                rule.storageAccountNotPublic,
                rule.storageAccountTls,
                rule.ingressTls,
                rule.webServerTlsVersion,
                rule.keyVaultNotPublic,
                rule.containerRegistryPrivate,
                rule.aksApiPrivate,
                rule.aksNetworkPolicy,
                rule.namespaceDefaultDeny,
                rule.serviceNotInternetFacing,
                rule.nodePoolNoPublicIp,
                rule.nsgNoInternetAdminPorts,
                rule.subnetNetworkSecurityGroup,
            ],
        },
        {
            id: "EXI 05.D",
            title: {
                fr: "Risque : défaillance de la maîtrise des accès attribués",
                en: "Risk: failure to control the access granted",
            },
            chain: "ISO/IEC 27001:2022 A.5.15, A.5.16, A.5.17, A.5.18, A.8.2, A.8.5",
            rules: [
                rule.aksLocalAccountsDisabled,
                rule.aksWorkloadIdentity,
                rule.keyVaultRbac,
                rule.roleAssignmentLeastPrivilege,
                rule.rbacLeastPrivilege,
                rule.workloadServiceAccount,
                rule.envNoPlainSecret,
                rule.containerRegistryPrivate,
            ],
        },
        {
            id: "EXI 05.E",
            title: {
                fr: "Risque : défaillance de la maîtrise des interventions",
                en: "Risk: failure to control interventions",
            },
            chain: "ISO/IEC 27001:2022 A.8.9, A.8.18, A.8.32",
            rules: [rule.aksRunCommandDisabled, rule.ignoredChangesVisible],
        },
        {
            id: "EXI 05.F",
            title: {
                fr: "Risque : usages imprévus du service, par maladresse ou malveillance",
                en: "Risk: unforeseen uses of the service, by mistake or malice",
            },
            chain: "ISO/IEC 27001:2022 A.8.9, A.8.22 ; Pod Security Standards, profil « restricted »",
            rules: [rule.podNotPrivileged, rule.containerHardened, rule.namespacePodSecurity],
        },
        {
            id: "EXI 05.G",
            title: {
                fr: "Risque : défaillances matérielles ou logicielles contraires aux engagements de continuité",
                en: "Risk: hardware or software failures that break continuity commitments",
            },
            chain: "ISO/IEC 27001:2022 A.8.6, A.8.13, A.8.14",
            rules: [rule.containerResources, rule.keyVaultPurgeProtection],
        },
        {
            id: "EXI 06",
            title: {
                fr: "Maîtrise des changements apportés par les sous-traitants",
                en: "Control of the changes that processors make",
            },
            chain: "ISO/IEC 27001:2022 A.5.21, A.8.19, A.8.32",
            rules: [rule.containerImagePinned, rule.containerImageOwnRegistry],
        },
        {
            id: "EXI 15",
            title: {
                fr: "Consultation par le client des traces d’accès aux données de santé",
                en: "Consultation by the client of the traces of access to health data",
            },
            chain: "CNIL, délibération 2021-122 ; ANSSI journalisation R25 ; ISO/IEC 27001:2022 A.8.15",
            rules: [rule.logRetention, rule.resourceAuditLog],
        },
        {
            id: "EXI 16",
            title: {
                fr: "Audit des traces des accès des personnes opérant pour l’hébergeur",
                en: "Audit of the traces of access by those who work for the host",
            },
            chain: "CNIL, délibération 2021-122 ; ANSSI journalisation R25 ; ISO/IEC 27001:2022 A.8.15",
            rules: [rule.logRetention, rule.resourceAuditLog, rule.aksLocalAccountsDisabled],
        },
        {
            id: "EXI 28",
            title: {
                fr: "Stockage des données de santé exclusivement dans l’Espace économique européen",
                en: "Storage of health data in the European Economic Area only",
            },
            chain: "Code de la santé publique, art. R.1111-9-1 (décret 2026-209)",
            rules: [rule.resourceRegionEea],
        },
    ],
});
