import type { Requirement } from "../../framework";
import { byEvidence, owner } from "../assessments";

/** Articles 28 and 30. */
export const processors: readonly Requirement[] = [
    {
        id: "art. 28(1)",
        title: {
            fr: "Sous-traitants aux garanties suffisantes",
            en: "Processors with sufficient guarantees",
        },
        ...byEvidence(
            owner.dpo,
            "évaluation et certificats de chaque sous-traitant",
            "assessment and certificates of each processor",
        ),
    },
    {
        id: "art. 28(2)",
        title: { fr: "Sous-traitants ultérieurs autorisés", en: "Further processors authorised" },
        ...byEvidence(
            owner.dpo,
            "liste des sous-traitants ultérieurs et autorisation écrite",
            "list of further processors and written authorisation",
        ),
    },
    {
        id: "art. 28(3)",
        title: { fr: "Contrat avec chaque sous-traitant", en: "Contract with each processor" },
        ...byEvidence(
            owner.legal,
            "contrats et leurs clauses obligatoires",
            "contracts and their mandatory clauses",
        ),
    },
    {
        id: "art. 28(4)",
        title: { fr: "Mêmes obligations en cascade", en: "The same duties down the line" },
        ...byEvidence(
            owner.legal,
            "contrats des sous-traitants ultérieurs",
            "contracts of further processors",
        ),
    },
    {
        id: "art. 30(1)",
        title: { fr: "Registre du responsable de traitement", en: "Record kept by the controller" },
        ...byEvidence(owner.dpo, "registre des activités de traitement", "record of processing activities"),
    },
    {
        id: "art. 30(2)",
        title: { fr: "Registre du sous-traitant", en: "Record kept by the processor" },
        ...byEvidence(
            owner.dpo,
            "registre des catégories de traitements effectués pour chaque client",
            "record of the categories of processing done for each client",
        ),
    },
    {
        id: "art. 30(4)",
        title: { fr: "Registres présentés à la CNIL", en: "Records shown to the CNIL" },
        ...byEvidence(owner.dpo, "procédure d’extraction du registre", "procedure to extract the record"),
    },
];
