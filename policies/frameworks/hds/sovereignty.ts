import type { Requirement } from "../../framework";
import { automated, byEvidence, evidence, owner } from "../assessments";
import * as topic from "../topics";
import { DATA, EVERY_ACTIVITY } from "./activities";

/** EXI 28 to 31. */
export const sovereignty: readonly Requirement[] = [
    {
        id: "EXI 28",
        title: {
            fr: "Données de santé stockées dans le seul Espace économique européen",
            en: "Health data stored in the European Economic Area only",
        },
        activities: DATA,
        ...automated(
            [topic.location],
            evidence(
                owner.dpo,
                "localisation du stockage communiquée au client ; attestation de chaque sous-traitant qui stocke",
                "storage location as given to the client; statement of each subcontractor that stores",
            ),
        ),
    },
    {
        id: "EXI 29",
        title: {
            fr: "Accès à distance depuis un pays tiers fondés et annoncés",
            en: "Remote access from third countries founded and announced",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.dpo,
            "liste des accès à distance, décision d’adéquation ou garanties de chacun",
            "list of remote access, with the adequacy decision or the safeguards of each",
        ),
    },
    {
        id: "EXI 30",
        title: {
            fr: "Droits extra-européens, mesures et risques résiduels portés au contrat",
            en: "Non-European law, measures and residual risks stated in the contract",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.legal,
            "annexe du contrat et sa transmission à l’organisme certificateur",
            "annex to the contract and its delivery to the certification body",
        ),
    },
    {
        id: "EXI 31",
        title: {
            fr: "Cartographie publique des transferts hors de l’Espace économique européen",
            en: "Public map of transfers out of the European Economic Area",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.dpo,
            "adresse de la page publique et date de sa mise à jour",
            "address of the public page and date of its update",
        ),
    },
];
