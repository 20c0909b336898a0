import type { Requirement } from "../../framework";
import { automated, byEvidence, evidence, owner } from "../assessments";
import * as topic from "../topics";
import { EVERY_ACTIVITY } from "./activities";

/** EXI 01 to 04 and 06 to 14: what the host adds to its ISO/IEC 27001 management system. */
export const managementSystem: readonly Requirement[] = [
    {
        id: "EXI 01",
        title: {
            fr: "SMSI certifié ISO/IEC 27001, contrats, souveraineté et présentation des garanties",
            en: "Certified ISO/IEC 27001 ISMS, contracts, sovereignty and presentation of guarantees",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.management,
            "certificats ISO/IEC 27001 et HDS, avec leur périmètre",
            "ISO/IEC 27001 and HDS certificates, with their scope",
        ),
    },
    {
        id: "EXI 02",
        title: {
            fr: "Protection des données de santé parmi les enjeux du SMSI",
            en: "Protection of health data among the issues of the ISMS",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.management,
            "analyse des enjeux internes et externes",
            "analysis of internal and external issues",
        ),
    },
    {
        id: "EXI 03",
        title: {
            fr: "Cadre juridique des données de santé parmi les exigences des parties intéressées",
            en: "Law on health data among the requirements of interested parties",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(owner.legal, "registre des exigences légales", "register of legal requirements"),
    },
    {
        id: "EXI 04",
        title: {
            fr: "Domaine d’application du SMSI étendu à tous les moyens de traitement des données de santé",
            en: "Scope of the ISMS extended to every means of processing health data",
        },
        activities: EVERY_ACTIVITY,
        ...automated(
            [topic.inventory],
            evidence(
                owner.ciso,
                "domaine d’application et inventaire, y compris sauvegardes et transferts de supports",
                "scope and inventory, including backups and transfers of media",
            ),
        ),
    },
    {
        id: "EXI 06",
        title: {
            fr: "Maîtrise des changements chez les sous-traitants",
            en: "Control of changes at subcontractors",
        },
        activities: EVERY_ACTIVITY,
        ...automated(
            [topic.software, topic.suppliers],
            evidence(
                owner.purchasing,
                "liste des sous-traitants, contrats, certificats et suivi de leurs changements",
                "list of subcontractors, contracts, certificates and follow-up of their changes",
            ),
        ),
    },
    {
        id: "EXI 07",
        title: {
            fr: "Interfaces et support de premier niveau en français",
            en: "Interfaces and first-level support in French",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.operations,
            "captures des interfaces et convention de support",
            "screenshots of the interfaces and support agreement",
        ),
    },
    {
        id: "EXI 08",
        title: {
            fr: "Déclaration d’applicabilité disponible en français",
            en: "Statement of applicability available in French",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(owner.ciso, "déclaration d’applicabilité", "statement of applicability"),
    },
    {
        id: "EXI 09",
        title: {
            fr: "Objectifs de sécurité tenant compte des données de santé et du RGPD",
            en: "Security objectives that take in health data and the GDPR",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.management,
            "objectifs de sécurité et leur suivi",
            "security objectives and their follow-up",
        ),
    },
    {
        id: "EXI 10",
        title: {
            fr: "Personnel sensibilisé, sous-traitants compris",
            en: "Staff made aware, subcontractors included",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.people,
            "plan de sensibilisation et feuilles d’émargement",
            "awareness plan and attendance sheets",
        ),
    },
    {
        id: "EXI 11",
        title: {
            fr: "Points de contact de chaque client tenus à jour",
            en: "Contact points of each client kept current",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(owner.operations, "liste des points de contact", "list of contact points"),
    },
    {
        id: "EXI 12",
        title: {
            fr: "Certificats HDS de l’hébergeur et de ses sous-traitants remis aux clients",
            en: "HDS certificates of the host and its subcontractors given to clients",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.legal,
            "certificats en vigueur et preuve de leur envoi",
            "certificates in force and proof that they were sent",
        ),
    },
    {
        id: "EXI 13",
        title: {
            fr: "Responsabilités de sécurité réparties entre l’hébergeur et le client",
            en: "Security responsibilities shared out between host and client",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(
            owner.ciso,
            "répartition des responsabilités, validée par les deux parties",
            "split of responsibilities, approved by both parties",
        ),
    },
    {
        id: "EXI 14",
        title: {
            fr: "Procédure en cas de perte de la certification d’un sous-traitant",
            en: "Procedure for the loss of a subcontractor’s certification",
        },
        activities: EVERY_ACTIVITY,
        ...byEvidence(owner.purchasing, "procédure et solution de repli", "procedure and fallback"),
    },
];
