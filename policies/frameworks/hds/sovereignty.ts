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
            fr: "Accès distants depuis un pays tiers : fondement juridique et information du client",
            en: "Remote access from third countries: legal basis and client informed",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.dpo,
            "liste des accès distants, avec pour chacun la décision d’adéquation ou les garanties",
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
            "annexe du contrat : droits applicables, mesures et risques résiduels",
            "annex to the contract: applicable law, measures and residual risks",
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
            "adresse de la page publique, date de sa mise à jour et envoi à l’organisme certificateur",
            "address of the public page, date of its update and its delivery to the certification body",
        ),
    },
];
