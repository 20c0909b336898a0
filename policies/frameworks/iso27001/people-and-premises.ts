import type { Assessment } from "../../framework";
import { automated, byEvidence, evidence, owner } from "../assessments";
import * as topic from "../topics";
import type { ControlId } from "./titles";

/** The machine rooms are the cloud provider's; offices and workstations remain. */
function machineRooms(): Assessment {
    return byEvidence(
        owner.provider,
        "certificats HDS et ISO/IEC 27001 du fournisseur, périmètre et dates ; mesures propres aux locaux de l’exploitation",
        "HDS and ISO/IEC 27001 certificates of the provider, with scope and dates; measures of the operator’s own premises",
    );
}

/** Annex A.6 and A.7. */
export const peopleAndPremises = {
    "A.6.1": byEvidence(owner.people, "dossiers de recrutement", "recruitment files"),
    "A.6.2": byEvidence(owner.people, "contrats de travail signés", "signed work contracts"),
    "A.6.3": byEvidence(
        owner.people,
        "plan de formation et feuilles d’émargement",
        "training plan and attendance sheets",
    ),
    "A.6.4": byEvidence(
        owner.people,
        "règlement intérieur, échelle des sanctions",
        "staff rules, scale of sanctions",
    ),
    "A.6.5": byEvidence(
        owner.people,
        "clauses qui survivent au contrat",
        "clauses that outlast the contract",
    ),
    "A.6.6": byEvidence(
        owner.legal,
        "engagements de confidentialité signés",
        "signed confidentiality undertakings",
    ),
    "A.6.7": byEvidence(
        owner.ciso,
        "charte de télétravail et réglages des postes nomades",
        "remote work charter and settings of mobile workstations",
    ),
    "A.6.8": byEvidence(owner.ciso, "canal de signalement et registre", "reporting channel and register"),
    "A.7.1": machineRooms(),
    "A.7.2": machineRooms(),
    "A.7.3": byEvidence(owner.premises, "plan des locaux et des accès", "plan of premises and access"),
    "A.7.4": machineRooms(),
    "A.7.5": machineRooms(),
    "A.7.6": machineRooms(),
    "A.7.7": byEvidence(owner.ciso, "consignes et contrôles inopinés", "instructions and spot checks"),
    "A.7.8": machineRooms(),
    "A.7.9": byEvidence(
        owner.ciso,
        "chiffrement et suivi des postes nomades",
        "encryption and tracking of mobile workstations",
    ),
    "A.7.10": byEvidence(
        owner.operations,
        "registre des supports amovibles et de leur effacement",
        "register of removable media and of their erasure",
    ),
    "A.7.11": machineRooms(),
    "A.7.12": machineRooms(),
    "A.7.13": machineRooms(),
    "A.7.14": automated(
        [topic.ownKeys],
        evidence(
            owner.provider,
            "procédure de destruction des supports et certificats",
            "procedure to destroy media, and certificates",
        ),
    ),
} as const satisfies Readonly<Partial<Record<ControlId, Assessment>>>;
