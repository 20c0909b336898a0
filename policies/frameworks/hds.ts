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
            evidence: {
                fr: "Domaine d’application et inventaire du SMSI, y compris sauvegardes et supports matériels.",
                en: "Scope and inventory of the ISMS, including backups and physical media.",
            },
            rules: [rule.resourceTags, rule.resourceCovered],
        },
        {
            id: "EXI 05.B",
            title: {
                fr: "Risque : perte de contrôle de supports matériels de l’information, notamment à la réallocation des espaces de stockage",
                en: "Risk: loss of control of physical information media, notably when storage space is reallocated",
            },
            chain: "ISO/IEC 27001:2022 A.7.14, A.8.24 ; RGPD art. 32(1)(a) ; ANSSI, guide des algorithmes cryptographiques (RSA de 3072 bits)",
            evidence: {
                fr: "Appréciation des risques ; procédures de copie, d’impression, d’effacement et de réallocation des supports.",
                en: "Risk assessment; procedures for the copying, printing, erasure and reallocation of media.",
            },
            rules: [
                rule.nodePoolEncryptionAtHost,
                rule.diskCustomerKey,
                rule.storageAccountCustomerKey,
                rule.containerRegistryCustomerKey,
                rule.aksEtcdCustomerKey,
                rule.keyVaultKeyRotation,
            ],
        },
        {
            id: "EXI 05.C",
            title: {
                fr: "Risque : dégradation, compromission ou rupture d’un flux d’information interne ou externe",
                en: "Risk: degradation, compromise or interruption of an internal or external information flow",
            },
            chain: "ISO/IEC 27001:2022 A.8.20, A.8.21, A.8.22, A.8.24 ; ANSSI TLS R3, R4 (TLS 1.2 admis, 1.3 préféré ; TLS 1.3 seul est un choix du projet) ; PGSSI-S 4.2.2",
            evidence: {
                fr: "Appréciation des risques et cartographie des flux internes et externes, y compris ceux que ce code ne déclare pas.",
                en: "Risk assessment and map of internal and external flows, including those that this code does not declare.",
            },
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
                rule.applicationGatewayTls,
                rule.applicationGatewayWaf,
                rule.virtualNetworkEncryption,
                rule.subnetNoDefaultOutbound,
                rule.firewallThreatProtection,
                rule.firewallRulesNarrow,
                rule.routeTableNoInternet,
                rule.publicAddressAccounted,
                rule.dataStorePrivateEndpoint,
                rule.logWorkspacePrivate,
            ],
        },
        {
            id: "EXI 05.D",
            title: {
                fr: "Risque : défaillance de la maîtrise des accès attribués",
                en: "Risk: failure to control the access granted",
            },
            chain: "ISO/IEC 27001:2022 A.5.15, A.5.16, A.5.17, A.5.18, A.8.2, A.8.5",
            evidence: {
                fr: "Procédures d’attribution et de retrait des droits, revue périodique des habilitations, moyens d’identification des personnes.",
                en: "Procedures to grant and withdraw rights, periodic review of access rights, means of identifying people.",
            },
            rules: [
                rule.aksLocalAccountsDisabled,
                rule.aksWorkloadIdentity,
                rule.keyVaultRbac,
                rule.roleAssignmentLeastPrivilege,
                rule.rbacLeastPrivilege,
                rule.workloadServiceAccount,
                rule.envNoPlainSecret,
                rule.containerRegistryPrivate,
                rule.roleDefinitionLeastPrivilege,
                rule.storageAccountNoSharedKey,
            ],
        },
        {
            id: "EXI 05.E",
            title: {
                fr: "Risque : défaillance de la maîtrise des interventions",
                en: "Risk: failure to control interventions",
            },
            chain: "ISO/IEC 27001:2022 A.8.9, A.8.18, A.8.32",
            evidence: {
                fr: "Procédures et traces d’intervention, y compris celles que commande un client.",
                en: "Procedures and records of interventions, including those that a client orders.",
            },
            rules: [
                rule.aksRunCommandDisabled,
                rule.ignoredChangesVisible,
                rule.bastionNoDataCopy,
                rule.policyAssignmentEnforced,
                rule.aksPolicyAddOn,
            ],
        },
        {
            id: "EXI 05.F",
            title: {
                fr: "Risque : usages imprévus du service, par maladresse ou malveillance",
                en: "Risk: unforeseen uses of the service, by mistake or malice",
            },
            chain: "ISO/IEC 27001:2022 A.5.24, A.8.7, A.8.8, A.8.9, A.8.16, A.8.22 ; Pod Security Standards, profil « restricted »",
            evidence: {
                fr: "Appréciation des risques, sensibilisation du personnel et rapport de test d’intrusion.",
                en: "Risk assessment, staff awareness and penetration test report.",
            },
            rules: [
                rule.podNotPrivileged,
                rule.containerHardened,
                rule.namespacePodSecurity,
                rule.applicationGatewayWaf,
                rule.aksAutomaticUpgrades,
                rule.aksDefender,
                rule.defenderPlanStandard,
                rule.alertRecipients,
                rule.containerRegistryImagesControlled,
            ],
        },
        {
            id: "EXI 05.G",
            title: {
                fr: "Risque : défaillances matérielles ou logicielles contraires aux engagements de continuité ou de reprise d’activité",
                en: "Risk: hardware or software failures that break commitments on continuity or recovery",
            },
            chain: "ISO/IEC 27001:2022 A.8.6, A.8.13, A.8.14",
            evidence: {
                fr: "Plans de continuité et de reprise d’activité, sauvegardes et comptes rendus de tests de restauration.",
                en: "Continuity and recovery plans, backups and reports of restoration tests.",
            },
            rules: [
                rule.containerResources,
                rule.keyVaultPurgeProtection,
                rule.aksAvailability,
                rule.dataStoreDeleteLock,
                rule.storageContainerRecoverable,
            ],
        },
        {
            id: "EXI 06",
            title: {
                fr: "Maîtrise des changements des mesures techniques et organisationnelles des sous-traitants",
                en: "Control of changes in the technical and organisational measures of subcontractors",
            },
            chain: "ISO/IEC 27001:2022 A.5.21, A.8.19, A.8.32",
            evidence: {
                fr: "Liste des sous-traitants, leurs contrats et leurs certificats ; suivi des changements de leurs mesures.",
                en: "List of subcontractors, their contracts and certificates; follow-up of changes in their measures.",
            },
            rules: [rule.containerImagePinned, rule.containerImageOwnRegistry],
        },
        {
            id: "EXI 15",
            title: {
                fr: "Vérification par le client du niveau de sécurité, dont la consultation des traces d’accès",
                en: "Verification of the security level by the client, including consultation of access traces",
            },
            chain: "CNIL, délibération 2021-122 ; ANSSI journalisation R25 ; ISO/IEC 27001:2022 A.8.15",
            evidence: {
                fr: "Modalités d’audit et de consultation des traces par le client ; synthèse d’un audit technique indépendant de moins de trois ans.",
                en: "How the client audits and consults the traces; summary of an independent technical audit less than three years old.",
            },
            rules: [
                rule.logRetention,
                rule.resourceAuditLog,
                rule.storageArchiveImmutable,
                rule.virtualNetworkFlowLog,
            ],
        },
        {
            id: "EXI 16",
            title: {
                fr: "Audits internes, dont celui des traces d’accès des personnes opérant pour l’hébergeur",
                en: "Internal audits, including that of the traces of access by those who work for the host",
            },
            chain: "CNIL, délibération 2021-122 ; ANSSI journalisation R25 ; ISO/IEC 27001:2022 A.8.15",
            evidence: {
                fr: "Programme et rapports d’audit interne du SMSI ; comptes rendus d’examen des traces d’accès.",
                en: "Programme and reports of internal ISMS audits; reports of the examination of access traces.",
            },
            rules: [
                rule.logRetention,
                rule.resourceAuditLog,
                rule.aksLocalAccountsDisabled,
                rule.storageArchiveImmutable,
                rule.virtualNetworkFlowLog,
            ],
        },
        {
            id: "EXI 28",
            title: {
                fr: "Stockage des données de santé exclusivement dans l’Espace économique européen",
                en: "Storage of health data in the European Economic Area only",
            },
            chain: "Code de la santé publique, art. R.1111-9-1 (décret 2026-209)",
            evidence: {
                fr: "Localisation du stockage communiquée au client ; attestation de chaque sous-traitant qui stocke des données de santé.",
                en: "Storage location as given to the client; statement of each subcontractor that stores health data.",
            },
            rules: [rule.resourceRegionEea],
        },
    ],
});
