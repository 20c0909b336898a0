import type { Assessment } from "../../framework";
import { automated, byEvidence, evidence, owner } from "../assessments";
import * as topic from "../topics";
import type { ControlId } from "./titles";

/** Annex A.8. */
export const technology = {
    "A.8.1": byEvidence(owner.operations, "réglages imposés aux postes", "settings enforced on workstations"),
    "A.8.2": automated(
        [topic.leastPrivilege, topic.podSecurity],
        evidence(
            owner.ciso,
            "liste des comptes à privilèges et leur revue",
            "list of privileged accounts and its review",
        ),
    ),
    "A.8.3": automated(
        [topic.dataExposure, topic.meshAuthorization],
        evidence(owner.development, "profils d’accès de l’application", "access profiles of the application"),
    ),
    "A.8.4": byEvidence(owner.development, "droits sur le dépôt de code", "rights on the code repository"),
    "A.8.5": automated(
        [topic.authentication],
        evidence(
            owner.ciso,
            "authentification multifacteur des personnes",
            "multi-factor authentication of people",
        ),
    ),
    "A.8.6": automated(
        [topic.capacity],
        evidence(owner.operations, "suivi et prévisions de charge", "load monitoring and forecasts"),
    ),
    "A.8.7": automated(
        [topic.malware],
        evidence(
            owner.operations,
            "antivirus des postes et des fichiers reçus",
            "antivirus on workstations and incoming files",
        ),
    ),
    "A.8.8": automated(
        [topic.patching],
        evidence(
            owner.operations,
            "rapports de vulnérabilités et délais de correction",
            "vulnerability reports and time to mend",
        ),
    ),
    "A.8.9": automated(
        [topic.configuration, topic.podSecurity, topic.hardening],
        evidence(
            owner.operations,
            "référentiel des configurations hors de ce code",
            "baseline of configurations outside this code",
        ),
    ),
    "A.8.10": automated(
        [topic.erasure],
        evidence(owner.dpo, "preuves d’effacement des données échues", "proof that expired data is erased"),
    ),
    "A.8.11": byEvidence(owner.development, "règles de pseudonymisation", "pseudonymisation rules"),
    "A.8.12": automated(
        [topic.leaks],
        evidence(
            owner.ciso,
            "mesures contre la fuite depuis les postes et la messagerie",
            "measures against leaks from workstations and mail",
        ),
    ),
    "A.8.13": automated(
        [topic.backups, topic.deletion],
        evidence(owner.operations, "comptes rendus de test de restauration", "reports of restoration tests"),
    ),
    "A.8.14": automated(
        [topic.availability],
        evidence(owner.operations, "essais de bascule", "failover tests"),
    ),
    "A.8.15": automated(
        [topic.auditLogs, topic.logImmutability, topic.logIsolation, topic.logRetention],
        evidence(
            owner.ciso,
            "traces de l’application et revue des journaux",
            "traces of the application and review of logs",
        ),
    ),
    "A.8.16": automated(
        [topic.malware, topic.intrusions, topic.alerts],
        evidence(owner.ciso, "traitement des alertes", "handling of alerts"),
    ),
    "A.8.17": byEvidence(
        owner.provider,
        "source de temps du fournisseur et réglage des nœuds",
        "time source of the provider and settings of the nodes",
    ),
    "A.8.18": automated(
        [topic.interventions],
        evidence(
            owner.ciso,
            "liste des outils d’administration admis",
            "list of accepted administration tools",
        ),
    ),
    "A.8.19": automated(
        [topic.software],
        evidence(owner.operations, "procédure de mise en production", "release procedure"),
    ),
    "A.8.20": automated(
        [topic.dataExposure, topic.entrances, topic.webShield],
        evidence(owner.operations, "cartographie des réseaux", "map of networks"),
    ),
    "A.8.21": automated(
        [topic.outbound, topic.nameResolution, topic.meshEncryption, topic.inTransit],
        evidence(
            owner.operations,
            "engagements des fournisseurs de réseau",
            "commitments of network providers",
        ),
    ),
    "A.8.22": automated(
        [topic.partition, topic.meshAuthorization],
        evidence(owner.operations, "cloisonnement des réseaux de bureau", "partition of office networks"),
    ),
    "A.8.23": automated(
        [topic.outbound],
        evidence(owner.operations, "filtrage web des postes", "web filtering of workstations"),
    ),
    "A.8.24": automated(
        [
            topic.inTransit,
            topic.certificates,
            topic.meshEncryption,
            topic.atRest,
            topic.keys,
            topic.keySurvival,
        ],
        evidence(
            owner.ciso,
            "politique de cryptographie et détenteurs des clés",
            "cryptography policy and key holders",
        ),
    ),
    "A.8.25": byEvidence(
        owner.development,
        "règles de développement et revues",
        "development rules and reviews",
    ),
    "A.8.26": automated(
        [topic.webShield],
        evidence(
            owner.development,
            "exigences de sécurité de l’application",
            "security requirements of the application",
        ),
    ),
    "A.8.27": byEvidence(owner.development, "dossier d’architecture approuvé", "approved architecture file"),
    "A.8.28": byEvidence(
        owner.development,
        "règles de codage et analyses de code",
        "coding rules and code analyses",
    ),
    "A.8.29": byEvidence(owner.development, "rapports de test d’intrusion", "penetration test reports"),
    "A.8.30": byEvidence(
        owner.purchasing,
        "contrats et recettes des prestataires",
        "contracts and acceptance of contractors",
    ),
    "A.8.31": byEvidence(
        owner.development,
        "abonnements et droits distincts par environnement",
        "subscriptions and rights apart for each environment",
    ),
    "A.8.32": automated(
        [topic.configuration],
        evidence(owner.operations, "demandes de changement approuvées", "approved change requests"),
    ),
    "A.8.33": byEvidence(
        owner.development,
        "origine et anonymisation des jeux d’essai",
        "origin and anonymisation of test data",
    ),
    "A.8.34": byEvidence(owner.ciso, "convention d’audit", "audit agreement"),
} as const satisfies Readonly<Partial<Record<ControlId, Assessment>>>;
