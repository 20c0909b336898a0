import type { Requirement } from "../../framework";
import type { Text } from "../../rule";
import { automated, byEvidence, evidence, owner } from "../assessments";
import * as topic from "../topics";
import { EVERY_ACTIVITY } from "./activities";

/** EXI 17 to 27: the clauses of the hosting contract (CSP, art. R.1111-11). */
export const contract: readonly Requirement[] = [
    clause(17, { fr: "Périmètre et dates du certificat", en: "Scope and dates of the certificate" }),
    clause(18, { fr: "Prestations et résultats attendus", en: "Services and expected results" }),
    clause(19, { fr: "Droits des personnes concernées", en: "Rights of the data subjects" }),
    clause(20, { fr: "Référent à joindre en cas d’incident", en: "Person to reach in case of an incident" }),
    clause(21, { fr: "Indicateurs et niveaux de service", en: "Service indicators and levels" }),
    clause(22, { fr: "Recours à des prestataires externes", en: "Use of external providers" }),
    clause(23, { fr: "Encadrement des accès aux données", en: "Terms of access to the data" }),
    clause(24, { fr: "Évolutions techniques ou légales", en: "Technical or legal changes" }),
    clause(25, { fr: "Garanties en cas de défaillance de l’hébergeur", en: "Guarantees if the host fails" }),
    clause(26, { fr: "Aucun autre usage des données", en: "No other use of the data" }),
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
