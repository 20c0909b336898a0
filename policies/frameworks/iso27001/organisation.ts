import type { Assessment } from "../../framework";
import { automated, byEvidence, evidence, owner } from "../assessments";
import * as topic from "../topics";
import type { ControlId } from "./titles";

/** Annex A.5. */
export const organisation = {
    "A.5.1": byEvidence(
        owner.management,
        "politique de sécurité approuvée et datée de sa dernière revue",
        "approved security policy, with the date of its last review",
    ),
    "A.5.2": byEvidence(
        owner.management,
        "organigramme et fiches de fonction",
        "organisation chart and job descriptions",
    ),
    "A.5.3": byEvidence(owner.ciso, "matrice de séparation des tâches", "matrix of separated duties"),
    "A.5.4": byEvidence(
        owner.management,
        "comptes rendus de revue de direction",
        "minutes of management reviews",
    ),
    "A.5.5": byEvidence(
        owner.ciso,
        "annuaire des autorités (CNIL, ANS, CERT Santé, ANSSI)",
        "directory of authorities (CNIL, ANS, CERT Santé, ANSSI)",
    ),
    "A.5.6": byEvidence(
        owner.ciso,
        "abonnements et adhésions professionnelles",
        "professional subscriptions and memberships",
    ),
    "A.5.7": byEvidence(
        owner.ciso,
        "bulletins de veille et suites données",
        "threat bulletins and what was done about them",
    ),
    "A.5.8": byEvidence(
        owner.development,
        "dossier de sécurité de chaque projet",
        "security file of each project",
    ),
    "A.5.9": automated(
        [topic.inventory],
        evidence(
            owner.operations,
            "inventaire des actifs hors de ce code : postes, supports, documents",
            "inventory of the assets outside this code: workstations, media, documents",
        ),
    ),
    "A.5.10": byEvidence(owner.people, "charte informatique signée", "signed acceptable use charter"),
    "A.5.11": byEvidence(owner.people, "fiches de restitution au départ", "hand-back forms of leavers"),
    "A.5.12": automated(
        [topic.inventory],
        evidence(
            owner.ciso,
            "échelle de classification et décisions de classement",
            "classification scale and decisions",
        ),
    ),
    "A.5.13": automated(
        [topic.inventory],
        evidence(
            owner.ciso,
            "règles de marquage des documents et des supports",
            "rules on the marking of documents and media",
        ),
    ),
    "A.5.14": automated(
        [topic.inTransit, topic.location],
        evidence(
            owner.ciso,
            "règles et accords d’échange, y compris par courriel et sur papier",
            "rules and agreements on exchanges, including by e-mail and on paper",
        ),
    ),
    "A.5.15": automated(
        [topic.leastPrivilege],
        evidence(owner.ciso, "politique de contrôle d’accès", "access control policy"),
    ),
    "A.5.16": automated(
        [topic.authentication],
        evidence(
            owner.people,
            "procédures d’arrivée, de mutation et de départ",
            "procedures for joiners, movers and leavers",
        ),
    ),
    "A.5.17": automated(
        [topic.secrets],
        evidence(
            owner.ciso,
            "procédure de remise et de renouvellement des secrets",
            "procedure to hand over and renew secrets",
        ),
    ),
    "A.5.18": automated(
        [topic.leastPrivilege],
        evidence(owner.ciso, "comptes rendus de revue des habilitations", "reports of access rights reviews"),
    ),
    "A.5.19": byEvidence(
        owner.purchasing,
        "appréciation des risques de chaque fournisseur",
        "risk assessment of each supplier",
    ),
    "A.5.20": byEvidence(owner.legal, "clauses de sécurité des contrats", "security clauses of contracts"),
    "A.5.21": automated(
        [topic.software, topic.suppliers],
        evidence(
            owner.development,
            "nomenclature logicielle et suivi des composants",
            "software bill of materials and its follow-up",
        ),
    ),
    "A.5.22": byEvidence(
        owner.purchasing,
        "revues de service des fournisseurs",
        "service reviews of suppliers",
    ),
    "A.5.23": automated(
        [topic.location],
        evidence(
            owner.ciso,
            "choix du fournisseur, responsabilités et plan de sortie",
            "choice of provider, responsibilities and exit plan",
        ),
    ),
    "A.5.24": automated(
        [topic.alerts],
        evidence(
            owner.ciso,
            "procédure de gestion des incidents et astreintes",
            "incident procedure and on-call duty",
        ),
    ),
    "A.5.25": byEvidence(owner.ciso, "grille de qualification des événements", "scale to qualify events"),
    "A.5.26": byEvidence(owner.ciso, "fiches d’incident", "incident files"),
    "A.5.27": byEvidence(
        owner.ciso,
        "retours d’expérience et actions décidées",
        "post-incident reviews and actions decided",
    ),
    "A.5.28": automated(
        [topic.logImmutability],
        evidence(
            owner.ciso,
            "procédure de recueil et de garde des preuves",
            "procedure to collect and keep evidence",
        ),
    ),
    "A.5.29": byEvidence(owner.management, "plan de continuité d’activité", "business continuity plan"),
    "A.5.30": automated(
        [topic.availability, topic.backups],
        evidence(
            owner.operations,
            "comptes rendus d’exercice de reprise, avec délais mesurés",
            "reports of recovery exercises, with times measured",
        ),
    ),
    "A.5.31": byEvidence(
        owner.legal,
        "registre des obligations applicables",
        "register of applicable duties",
    ),
    "A.5.32": byEvidence(owner.legal, "inventaire des licences", "inventory of licences"),
    "A.5.33": automated(
        [topic.logRetention, topic.logImmutability, topic.deletion],
        evidence(owner.dpo, "tableau des durées de conservation", "table of retention periods"),
    ),
    "A.5.34": automated(
        [topic.location, topic.dataExposure, topic.atRest],
        evidence(
            owner.dpo,
            "registre des traitements et analyses d’impact",
            "record of processing activities and impact assessments",
        ),
    ),
    "A.5.35": byEvidence(owner.management, "rapports d’audit indépendant", "independent audit reports"),
    "A.5.36": automated(
        [topic.compliance],
        evidence(owner.ciso, "contrôles internes et plans d’action", "internal checks and action plans"),
    ),
    "A.5.37": byEvidence(
        owner.operations,
        "procédures d’exploitation à jour",
        "current operating procedures",
    ),
} as const satisfies Readonly<Partial<Record<ControlId, Assessment>>>;
