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
            chain: "CNIL, délibération 2021-122 : journaux conservés de six mois à un an, jusqu’à trois ans si la finalité le justifie",
            evidence: {
                fr: "Durées de conservation par traitement (registre, art. 30) et preuve d’effacement des dossiers échus.",
                en: "Retention period of each processing activity (register, art. 30) and proof that expired records are erased.",
            },
            rules: [rule.logRetention, rule.storageArchiveImmutable],
        },
        {
            id: "art. 5(1)(f)",
            title: {
                fr: "Intégrité et confidentialité",
                en: "Integrity and confidentiality",
            },
            chain: "CNIL, guide de la sécurité des données personnelles ; ISO/IEC 27001:2022 A.5.17, A.8.9",
            evidence: {
                fr: "Politique de sécurité, mesures organisationnelles et rapport de test d’intrusion.",
                en: "Security policy, organisational measures and penetration test report.",
            },
            rules: [
                rule.envNoPlainSecret,
                rule.podNotPrivileged,
                rule.containerHardened,
                rule.namespacePodSecurity,
                rule.containerImagePinned,
                rule.aksAutomaticUpgrades,
                rule.aksPolicyAddOn,
                rule.containerRegistryImagesControlled,
                rule.policyAssignmentEnforced,
                rule.storageAccountNoSharedKey,
            ],
        },
        {
            id: "art. 5(2)",
            title: {
                fr: "Responsabilité : être en mesure de démontrer le respect des principes",
                en: "Accountability: being able to demonstrate compliance",
            },
            chain: "ISO/IEC 27001:2022 A.5.9, A.5.12, A.8.9",
            evidence: {
                fr: "Registre des traitements, analyse d’impact (AIPD) et documentation de conformité.",
                en: "Record of processing activities, impact assessment (DPIA) and compliance documentation.",
            },
            rules: [rule.resourceTags, rule.resourceCovered, rule.ignoredChangesVisible],
        },
        {
            id: "art. 25(2)",
            title: {
                fr: "Protection par défaut : les données ne sont pas accessibles à un nombre indéterminé de personnes",
                en: "Protection by default: data is not accessible to an indefinite number of persons",
            },
            chain: "CNIL, guide de la sécurité des données personnelles ; ISO/IEC 27001:2022 A.8.20, A.8.22",
            evidence: {
                fr: "Paramétrage de l’application par défaut : données collectées, étendue du traitement, durée et profils d’accès.",
                en: "Default settings of the application: data collected, extent of processing, period and access profiles.",
            },
            rules: [
                rule.databaseNotPublic,
                rule.storageAccountNotPublic,
                rule.keyVaultNotPublic,
                rule.containerRegistryPrivate,
                rule.aksApiPrivate,
                rule.serviceNotInternetFacing,
                rule.nodePoolNoPublicIp,
                rule.nsgNoInternetAdminPorts,
                rule.applicationGatewayWaf,
                rule.dataStorePrivateEndpoint,
                rule.firewallRulesNarrow,
                rule.logWorkspacePrivate,
                rule.publicAddressAccounted,
            ],
        },
        {
            id: "art. 28(2)",
            title: {
                fr: "Pas de sous-traitant ultérieur sans autorisation",
                en: "No further processor without authorisation",
            },
            chain: "ISO/IEC 27001:2022 A.5.21, A.8.19",
            evidence: {
                fr: "Contrats de sous-traitance, liste des sous-traitants ultérieurs et autorisation écrite du responsable de traitement.",
                en: "Processing contracts, list of further processors and the controller's written authorisation.",
            },
            rules: [rule.containerImageOwnRegistry],
        },
        {
            id: "art. 32(1)(a)",
            title: {
                fr: "Chiffrement des données à caractère personnel",
                en: "Encryption of personal data",
            },
            chain: "ANSSI TLS R3, R4 (TLS 1.2 admis, 1.3 préféré ; TLS 1.3 seul est un choix du projet) ; ANSSI, guide des algorithmes cryptographiques (RSA de 3072 bits) ; ISO/IEC 27001:2022 A.8.24",
            evidence: {
                fr: "Analyse du risque et étude de la pseudonymisation ; gestion des clés et chiffrement des sauvegardes.",
                en: "Risk analysis and study of pseudonymisation; key management and encryption of backups.",
            },
            rules: [
                rule.databaseTlsRequired,
                rule.managedDatabaseTls,
                rule.storageAccountTls,
                rule.ingressTls,
                rule.webServerTlsVersion,
                rule.nodePoolEncryptionAtHost,
                rule.aksEtcdCustomerKey,
                rule.applicationGatewayTls,
                rule.containerRegistryCustomerKey,
                rule.diskCustomerKey,
                rule.keyVaultKeyRotation,
                rule.storageAccountCustomerKey,
                rule.virtualNetworkEncryption,
            ],
        },
        {
            id: "art. 32(1)(b)",
            title: {
                fr: "Confidentialité, intégrité, disponibilité et résilience constantes des systèmes",
                en: "Ongoing confidentiality, integrity, availability and resilience of systems",
            },
            chain: "ISO/IEC 27001:2022 A.5.15, A.8.2, A.8.5, A.8.6, A.8.20, A.8.22 ; PGSSI-S 4.2.2",
            evidence: {
                fr: "Revue des habilitations, suivi des vulnérabilités et des correctifs, plan de continuité.",
                en: "Review of access rights, follow-up of vulnerabilities and patches, continuity plan.",
            },
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
                rule.aksAvailability,
                rule.aksDefender,
                rule.bastionNoDataCopy,
                rule.firewallThreatProtection,
                rule.roleDefinitionLeastPrivilege,
                rule.routeTableNoInternet,
                rule.subnetNoDefaultOutbound,
            ],
        },
        {
            id: "art. 32(1)(c)",
            title: {
                fr: "Rétablir la disponibilité des données et l’accès à celles-ci après un incident",
                en: "Restoring the availability of and access to data after an incident",
            },
            chain: "ISO/IEC 27001:2022 A.8.13, A.8.24",
            evidence: {
                fr: "Plan de sauvegarde et de reprise ; comptes rendus de tests de restauration, avec les délais mesurés.",
                en: "Backup and recovery plan; reports of restoration tests, with the times measured.",
            },
            rules: [rule.keyVaultPurgeProtection, rule.dataStoreDeleteLock, rule.storageContainerRecoverable],
        },
        {
            id: "art. 33(1)",
            title: {
                fr: "Notification d’une violation de données sous 72 heures, ce qui suppose de pouvoir la retracer",
                en: "Notification of a data breach within 72 hours, which supposes that it can be traced",
            },
            chain: "CNIL, délibération 2021-122 ; ISO/IEC 27001:2022 A.5.24, A.8.15, A.8.16",
            evidence: {
                fr: "Procédure de gestion des violations, registre des violations et contact du délégué à la protection des données.",
                en: "Breach management procedure, register of breaches and contact of the data protection officer.",
            },
            rules: [
                rule.logRetention,
                rule.resourceAuditLog,
                rule.aksDefender,
                rule.alertRecipients,
                rule.defenderPlanStandard,
                rule.storageArchiveImmutable,
                rule.virtualNetworkFlowLog,
            ],
        },
        {
            id: "art. 44",
            title: {
                fr: "Pas de transfert hors de l’Espace économique européen sans garanties",
                en: "No transfer outside the European Economic Area without safeguards",
            },
            chain: "La limite à l’EEE vient de HDS EXI 28 et de l’art. R.1111-9-1 du Code de la santé publique (décret 2026-209) ; le RGPD seul admettrait un pays jugé adéquat (art. 45), comme le Royaume-Uni ou la Suisse",
            evidence: {
                fr: "Cartographie des transferts et des accès à distance depuis un pays tiers, avec leurs garanties (art. 45 à 49).",
                en: "Map of transfers and of remote access from third countries, with their safeguards (art. 45 to 49).",
            },
            rules: [rule.resourceRegionEea],
        },
    ],
});
