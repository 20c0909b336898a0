import type { Requirement } from "../../framework";
import { automated, evidence, owner } from "../assessments";
import * as topic from "../topics";
import { EVERY_ACTIVITY } from "./activities";

const TRACES = [topic.auditLogs, topic.logRetention, topic.logImmutability, topic.logIsolation];

/** EXI 15 and 16: what the client and the internal auditors verify. */
export const verification: readonly Requirement[] = [
    {
        id: "EXI 15",
        title: {
            fr: "Vérifications ouvertes au client, dont les traces d’accès",
            en: "Verifications open to the client, traces of access among them",
        },
        activities: EVERY_ACTIVITY,
        ...automated(
            TRACES,
            evidence(
                owner.ciso,
                "modalités d’audit et de consultation des traces ; synthèse d’un audit technique indépendant de moins de trois ans",
                "terms of audits and consultation of traces; summary of an independent technical audit less than three years old",
            ),
        ),
    },
    {
        id: "EXI 16",
        title: {
            fr: "Audits internes du SMSI et des traces d’accès",
            en: "Internal audits of the ISMS and of the traces of access",
        },
        activities: EVERY_ACTIVITY,
        ...automated(
            TRACES,
            evidence(
                owner.ciso,
                "programme et rapports d’audit interne, dont l’examen des traces d’accès",
                "programme and reports of internal audits, with the examination of traces of access",
            ),
        ),
    },
];
