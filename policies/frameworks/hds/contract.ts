import type { Requirement } from "../../framework";
import type { Text } from "../../rule";
import { automated, byEvidence, evidence, owner } from "../assessments";
import * as topic from "../topics";
import { EVERY_ACTIVITY } from "./activities";

/** EXI 17 to 27: the clauses of the hosting contract (CSP, art. R.1111-11). */
export const contract: readonly Requirement[] = [
    clause(17, { fr: "périmètre et dates du certificat", en: "scope and dates of the certificate" }),
    clause(18, { fr: "prestations et résultats attendus", en: "services and expected results" }),
    clause(19, { fr: "droits des personnes concernées", en: "rights of the data subjects" }),
    clause(20, { fr: "référent à joindre en cas d’incident", en: "person to reach in case of an incident" }),
    clause(21, { fr: "indicateurs et niveaux de service", en: "service indicators and levels" }),
    clause(22, { fr: "recours à des prestataires externes", en: "use of external providers" }),
    clause(23, { fr: "encadrement des accès aux données", en: "terms of access to the data" }),
    clause(24, { fr: "évolutions techniques ou légales", en: "technical or legal changes" }),
    clause(25, { fr: "garanties en cas de défaillance de l’hébergeur", en: "guarantees if the host fails" }),
    clause(26, { fr: "aucun autre usage des données", en: "no other use of the data" }),
    {
        id: "EXI 27",
        title: {
            fr: "Contrat : réversibilité, restitution puis destruction",
            en: "Contract: reversibility, return and then destruction",
        },
        activities: EVERY_ACTIVITY,
        ...automated(
            [topic.erasure],
            evidence(
                owner.legal,
                "contrat d’hébergement, clause de réversibilité ; attestations de destruction",
                "hosting contract, reversibility clause; statements of destruction",
            ),
        ),
    },
];

function clause(number: number, subject: Text): Requirement {
    const id = `EXI ${number.toString()}`;
    return {
        id,
        title: { fr: `Contrat : ${subject.fr}`, en: `Contract: ${subject.en}` },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.legal,
            `contrat d’hébergement, clause répondant à ${id}`,
            `hosting contract, clause that answers ${id}`,
        ),
    };
}
