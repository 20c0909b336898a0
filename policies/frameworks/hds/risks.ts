import type { Requirement } from "../../framework";
import { automated, byEvidence, evidence, owner } from "../assessments";
import * as topic from "../topics";
import { DATA, EVERY_ACTIVITY, SOFTWARE } from "./activities";

/** EXI 05: the events that the risk assessment must consider, A to H. */
export const risks: readonly Requirement[] = [
    {
        id: "EXI 05.A",
        title: {
            fr: "Risque : supports matériels perdus par acte de malveillance ou sinistre",
            en: "Risk: physical media lost to malice or a disaster",
        },
        activities: [1, 2],
        ...byEvidence(
            owner.provider,
            "certificat HDS du fournisseur, avec son périmètre pour les activités 1 et 2",
            "HDS certificate of the provider, with its scope for activities 1 and 2",
        ),
    },
    {
        id: "EXI 05.B",
        title: {
            fr: "Risque : supports échappant au contrôle, par copie, impression ou réallocation",
            en: "Risk: media out of control, by copy, print or reallocation",
        },
        activities: DATA,
        ...automated(
            [topic.atRest, topic.keys, topic.leaks],
            evidence(
                owner.ciso,
                "appréciation des risques et procédures de copie, d’impression et d’effacement",
                "risk assessment and procedures for copies, prints and erasure",
            ),
        ),
    },
    {
        id: "EXI 05.C",
        title: {
            fr: "Risque : flux d’information dégradé, compromis ou rompu",
            en: "Risk: information flow degraded, compromised or broken",
        },
        activities: DATA,
        ...automated(
            [
                topic.inTransit,
                topic.certificates,
                topic.meshEncryption,
                topic.meshAuthorization,
                topic.dataExposure,
                topic.entrances,
                topic.partition,
                topic.nameResolution,
                topic.outbound,
                topic.webShield,
            ],
            evidence(
                owner.operations,
                "cartographie des flux, y compris ceux que ce code ne déclare pas",
                "map of flows, including those that this code does not declare",
            ),
        ),
    },
    {
        id: "EXI 05.D",
        title: { fr: "Risque : accès mal maîtrisés", en: "Risk: access poorly controlled" },
        activities: EVERY_ACTIVITY,
        ...automated(
            [topic.leastPrivilege, topic.authentication, topic.secrets, topic.auditLogs],
            evidence(
                owner.ciso,
                "procédures d’habilitation, moyens d’identification et revue périodique",
                "authorisation procedures, means of identification and periodic review",
            ),
        ),
    },
    {
        id: "EXI 05.E",
        title: { fr: "Risque : interventions mal maîtrisées", en: "Risk: interventions poorly controlled" },
        activities: EVERY_ACTIVITY,
        ...automated(
            [topic.interventions, topic.configuration, topic.compliance],
            evidence(
                owner.operations,
                "procédures et traces d’intervention, y compris celles qu’un client commande",
                "procedures and records of interventions, including those that a client orders",
            ),
        ),
    },
    {
        id: "EXI 05.F",
        title: {
            fr: "Risque : usages imprévus, par maladresse ou malveillance",
            en: "Risk: unforeseen uses, by mistake or malice",
        },
        activities: SOFTWARE,
        ...automated(
            [
                topic.podSecurity,
                topic.hardening,
                topic.patching,
                topic.malware,
                topic.intrusions,
                topic.alerts,
                topic.webShield,
                topic.software,
            ],
            evidence(
                owner.ciso,
                "appréciation des risques et rapport de test d’intrusion",
                "risk assessment and penetration test report",
            ),
        ),
    },
    {
        id: "EXI 05.G",
        title: {
            fr: "Risque : défaillances qui rompent les engagements de continuité",
            en: "Risk: failures that break commitments on continuity",
        },
        activities: DATA,
        ...automated(
            [topic.availability, topic.capacity, topic.backups, topic.deletion, topic.keySurvival],
            evidence(
                owner.operations,
                "plans de continuité et de reprise, comptes rendus de test de restauration",
                "continuity and recovery plans, reports of restoration tests",
            ),
        ),
    },
    {
        id: "EXI 05.H",
        title: {
            fr: "Risque : soumission de l’hébergeur à un droit extra-européen",
            en: "Risk: host subject to non-European law",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.legal,
            "analyse des droits extra-européens qui s’imposent à l’hébergeur et à ses sous-traitants",
            "analysis of the non-European law that binds the host and its subcontractors",
        ),
    },
];
