import type { Requirement } from "../../framework";
import { automated, byEvidence, evidence, owner } from "../assessments";
import * as topic from "../topics";

/** Articles 44 to 49. */
export const transfers: readonly Requirement[] = [
    {
        id: "art. 44",
        title: { fr: "Aucun transfert sans garantie", en: "No transfer without safeguards" },
        ...automated(
            [topic.location],
            evidence(
                owner.dpo,
                "cartographie des transferts et des accès à distance",
                "map of transfers and of remote access",
            ),
        ),
    },
    {
        id: "art. 45",
        title: { fr: "Transferts vers un pays jugé adéquat", en: "Transfers to a country deemed adequate" },
        ...byEvidence(
            owner.dpo,
            "décision d’adéquation de chaque pays, et sa validité",
            "adequacy decision of each country, and its validity",
        ),
    },
    {
        id: "art. 46",
        title: { fr: "Transferts sous garanties appropriées", en: "Transfers under appropriate safeguards" },
        ...byEvidence(
            owner.legal,
            "clauses types signées et mesures complémentaires",
            "signed standard clauses and additional measures",
        ),
    },
    {
        id: "art. 47",
        title: { fr: "Règles d’entreprise contraignantes", en: "Binding corporate rules" },
        ...byEvidence(
            owner.legal,
            "règles approuvées dont un destinataire se prévaut",
            "approved rules that a recipient relies on",
        ),
    },
    {
        id: "art. 48",
        title: {
            fr: "Demandes d’autorités de pays tiers",
            en: "Requests from authorities of third countries",
        },
        ...byEvidence(
            owner.legal,
            "procédure et registre des demandes reçues",
            "procedure and register of requests received",
        ),
    },
    {
        id: "art. 49",
        title: { fr: "Dérogations pour des cas particuliers", en: "Derogations for specific cases" },
        ...byEvidence(
            owner.dpo,
            "liste des transferts par dérogation, ou attestation d’absence",
            "list of transfers by derogation, or statement that there is none",
        ),
    },
];
