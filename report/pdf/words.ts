import type { Verdict } from "../model";
import { type Language, notation } from "../words/language";
import { EN } from "./words-en";

const say = notation("fr");

const FR = {
    title: "Rapport de conformité",
    stack: (name: string) => `pile ${name}`,
    contents: "Sommaire",
    none: "–",
    wholeStack: "la pile entière",
    facts: {
        project: "Projet",
        stack: "Pile",
        architecture: "Architecture",
        cloud: "cloud (Azure)",
        judged: "Évaluée le",
        source: "Objet évalué",
        commit: "Version du code",
        noCommit: "hors dépôt Git",
        modified: "avec des modifications non enregistrées",
        engine: "Moteur",
        run: "Exécution",
        by: (system: string, actor: string) => `${system}, à la demande de ${actor}`,
        byHand: "hors intégration continue",
        frameworks: "Référentiels",
        version: (title: string, version: string) => `${title}, version ${version}`,
        pack: (version: string) => `règles ${version}`,
    },
    simulated:
        "Azure est simulé : cet aperçu vient du bac à sable et n’atteste rien d’un environnement réel.",
    columns: {
        requirement: "Exigence",
        requirements: "Exigences",
        framework: "Référentiel",
        rule: "Règle de contrôle",
        severity: "Criticité proposée",
        results: "Constats",
        resource: "Ressource",
        finding: "Constat",
        since: "Ouvert depuis",
        before: "Avant",
        after: "Maintenant",
        origin: "Origine possible",
        owner: "Responsable",
        documents: "Documents",
        document: "Document",
        reference: "Référence",
        handedIn: "Remis le, visa",
        exemption: "Dérogation",
        reason: "Motif et mesure compensatoire",
        people: "Responsable, approbateur",
        expiry: "Échéance",
        source: "Source",
        total: "Total",
        role: "Qualité",
        name: "Nom",
        date: "Date",
        signature: "Signature",
        property: "Réglage",
        value: "Valeur",
    },
    results: {
        violation: ["non conforme", "non conformes"],
        undecided: ["indéterminé", "indéterminés"],
        exempted: ["sous dérogation", "sous dérogation"],
        compliant: ["conforme", "conformes"],
    } as Readonly<Record<Verdict, readonly [one: string, several: string]>>,
    summary: {
        title: "Synthèse",
        coverage: "Couverture",
        coverageNote:
            "La couverture se lit avant les résultats : ce qu’aucune règle n’a examiné n’est ni conforme ni non conforme.",
        resources: "Ressources déclarées",
        rules: "Règles de contrôle",
        part: (count: number, what: string) => `${what} : ${say.number(count)}`,
        examined: "examinées sur leurs réglages",
        genericOnly: "examinées sur leur seul type, leur région, leurs étiquettes ou leurs options",
        opaque: "opaques : ce qu’elles contiennent échappe aux règles",
        unexamined: "examinées par aucune règle",
        judged: "ont rendu au moins un verdict",
        idle: "n’ont rien trouvé à juger",
        disabled: "désactivées par la configuration",
        statuses: "Exigences par référentiel",
        top: "Principaux constats ouverts",
        topNote:
            "Règles dont des constats sont ouverts, par criticité proposée ; le détail est au chapitre « Constats ouverts ».",
        topMore: (shown: number, total: number) =>
            `${say.number(shown)} règles sur ${say.number(total)} figurent dans ce tableau.`,
        noOpen: "Aucun constat n’est ouvert parmi ce que les règles ont examiné.",
        nothingJudged: "Aucune règle n’a trouvé à s’appliquer : il n’y a aucun constat.",
        evidence: "Preuves à fournir, par responsable",
        evidenceNote: "Les documents sont nommés en annexe, avec les exigences qu’ils servent.",
        noEvidence: "Aucune preuve n’est à fournir.",
        documents: (count: number) => say.counted(count, "document", "documents"),
        exemptions: "Dérogations",
        decisions: "Décisions attendues",
    },
    decisions: {
        violations: (count: number) =>
            `Corriger ${say.counted(count, "non-conformité", "non-conformités")}, ou accorder une dérogation datée.`,
        undecidedRefused: (count: number) =>
            `Rendre connues les valeurs dont dépendent ${say.counted(count, "constat indéterminé", "constats indéterminés")}.`,
        registerFaults: (count: number) =>
            `Corriger ${say.counted(count, "défaut", "défauts")} du registre des dérogations.`,
        nothingJudged: "Ne rien conclure de ce rapport ; établir pourquoi aucune règle ne s’est appliquée.",
        simulated: "Ne rien déployer sur la foi de ce rapport ; le refaire sur l’environnement réel.",
        undecided: (count: number) =>
            `Accepter, ou lever, ${say.counted(count, "constat indéterminé", "constats indéterminés")}.`,
        exempted: (count: number) =>
            `Confirmer les dérogations qui couvrent ${say.counted(count, "non-conformité", "non-conformités")}.`,
        disabledRules: (count: number) =>
            `Confirmer la désactivation de ${say.counted(count, "règle", "règles")}.`,
        evidence: (count: number) =>
            `Faire réunir les preuves de ${say.counted(count, "exigence", "exigences")}.`,
        opaque: (count: number) =>
            `Faire examiner par une personne ${say.counted(count, "ressource opaque", "ressources opaques")}.`,
        none: "Aucune décision n’est attendue au vu de ce que les règles examinent.",
    },
    changes: {
        title: "Évolution depuis le rapport précédent",
        first: "Premier rapport de la série : il n’y a pas de rapport précédent.",
        previous: (date: string, commit: string | undefined) =>
            `Rapport précédent : ${date}${commit === undefined ? "" : `, version du code ${commit}`}.`,
        decision: (before: string, after: string) => `Réponse alors : ${before} ; maintenant : ${after}.`,
        origins: (list: string) => `Ont changé depuis : ${list}.`,
        sameInputs: "Rien de ce dont dépendent les verdicts n’a changé.",
        none: "Aucun constat n’a changé de verdict.",
        regression: "Dégradation",
        unjudged: "Plus jugé",
        improvement: "Amélioration",
        kind: "Sens",
        absent: "ne s’appliquait pas",
        noMore: "ne s’applique plus",
        requirements: "Exigences dont le statut a changé",
        more: (shown: number, total: number) =>
            `${say.number(shown)} changements sur ${say.number(total)} figurent dans ce tableau ; les autres sont dans « report.json ».`,
        resources: (added: number, removed: number) =>
            `${say.counted(added, "ressource ajoutée", "ressources ajoutées")}, ${say.counted(removed, "retirée", "retirées")} ;`,
        rules: (added: number, removed: number, disabled: number, enabled: number) =>
            `${say.counted(added, "règle ajoutée", "règles ajoutées")}, ${say.counted(removed, "retirée", "retirées")}, ` +
            `${say.counted(disabled, "désactivée", "désactivées")}, ${say.counted(enabled, "réactivée", "réactivées")}.`,
        removedResources: "Ressources retirées, dont les constats ont disparu",
        lostRules: "Règles retirées ou désactivées",
    },
    requirements: {
        title: "Exigences",
        scope:
            "« Conforme » ne se dit que des exigences que leurs règles couvrent en entier ; pour les autres, " +
            "la preuve à fournir et son responsable sont indiqués.",
        allActivities: "toutes les activités d’hébergement",
        activities: (list: string) =>
            `activités d’hébergement ${list} (art. R.1111-9 du code de la santé publique)`,
        causes: (list: string) => `Pourquoi : ${list}.`,
        why: (reason: string) => `Sans objet : ${reason}`,
        evidence: (owner: string, document: string) => `Preuve à fournir (${owner}) : ${document}.`,
        sources: "Fondement des seuils :",
        separator: " ;",
        noRule: "Aucune règle automatique.",
        respected: (count: number) =>
            `${say.counted(count, "règle dont tous les constats sont conformes", "règles dont tous les constats sont conformes")} (leur nombre entre parenthèses) :`,
        idle: (count: number) =>
            `${say.counted(count, "règle n’a rien jugé", "règles n’ont rien jugé")} (voir l’annexe).`,
    },
    findings: {
        title: "Constats ouverts",
        intro: "Un constat est le verdict d’une règle sur une ressource. Sa criticité est proposée : sa qualification revient à l’auditeur.",
        groups: {
            violation: "Non-conformités relevées",
            undecided: "Constats indéterminés",
            exempted: "Non-conformités sous dérogation",
        },
        none: "Aucun.",
        cut: (printed: number, total: number) =>
            `${say.number(printed)} constats ouverts sur ${say.number(total)} sont imprimés, les plus graves d’abord ; tous sont dans « report.json ».`,
        severity: (severity: string) => `Criticité proposée : ${severity}.`,
        why: "Risque : ",
        remediation: "Remède : ",
        unknown: (paths: string) => `valeur inconnue : ${paths}`,
        exemption: (id: string, expires: string, days: string) =>
            `dérogation ${id}, jusqu’au ${expires} (${days})`,
    },
    exemptions: {
        title: "Dérogations",
        ignored:
            "Les dérogations ont été ignorées le temps d’un audit : aucune ne couvre de constat dans ce rapport.",
        none: "Aucune dérogation n’est en vigueur pour cette pile.",
        days: (count: number) =>
            count === 0 ? "dernier jour" : say.counted(count, "jour restant", "jours restants"),
        inForce: (count: number) =>
            `${say.counted(count, "dérogation en vigueur", "dérogations en vigueur")} pour cette pile.`,
        next: (id: string, date: string, days: string) => `La première échoit le ${date} (${id}, ${days}).`,
        measure: "Mesure compensatoire : ",
        ticket: (ticket: string, granted: string) => `${ticket}, accordée le ${granted}`,
        faults: "Défauts du registre",
        faultsNote: "Chacun refuse la pile, une dérogation expirée comprise.",
        approver: (name: string) => `approuvée par ${name}`,
    },
    registers: {
        title: "Registres",
        absent: "Les registres de l’hébergeur ne concernent pas cette pile.",
    },
    annexes: {
        title: "Annexes",
        evidence: "Liste des preuves à fournir",
        unjudged: "Règles qui n’ont rien jugé",
        idle: "rien à juger",
        disabled: "désactivée",
        state: "Motif",
        resources: "Ressources non examinées ou opaques",
        allSeen: "Aucune ressource n’a échappé aux règles.",
        noResource: "La pile ne déclare aucune ressource.",
        opaque: "opaque",
        unexamined: "non examinée",
        more: (printed: number, total: number) =>
            `${say.number(printed)} sur ${say.number(total)} sont imprimées ; toutes sont dans « report.json ».`,
        remediations: "Réglages rectifiés avant jugement",
        sources: "Sources des seuils",
        provenance: "Provenance et empreintes",
        provenanceNote:
            "Empreintes SHA-256 de ce dont les verdicts dépendent. Le fichier « manifest.json », à côté de ce document, " +
            "porte celles de chaque fichier du rapport, « report.json » et ce PDF compris.",
        inputs: {
            infrastructure: "Infrastructure",
            rules: "Règles et référentiels",
            levels: "Configuration des règles",
            exemptions: "Registre des dérogations",
            digest: "Ensemble",
        },
        previous: "Rapport précédent (« report.json »)",
        limits: "Limites de ce rapport",
    },
    closing: {
        title: "Signatures",
        statement:
            "Les signataires attestent avoir pris connaissance de ce rapport, de sa couverture et de ses limites. " +
            "Leur signature ne vaut ni certification, ni audit, ni acceptation de risques qui n’y figurent pas.",
        digest: "Empreinte de ce qui a été jugé (SHA-256)",
        roles: [
            "Responsable de la sécurité des systèmes d’information (RSSI)",
            "Délégué à la protection des données (DPO)",
            "Responsable de traitement",
        ],
        printed: (printed: number, total: number) =>
            `Fin du rapport – ${say.counted(printed, "constat ouvert imprimé", "constats ouverts imprimés")} sur ${say.number(total)}.`,
        rest: (rest: number) => `Les ${say.number(rest)} autres sont dans « report.json ».`,
        decision: (answer: string, sentence: string) => `Décision : ${answer}. ${sentence}`,
    },
};

export type PdfWords = typeof FR;

const WORDS: Readonly<Record<Language, PdfWords>> = { fr: FR, en: EN };

/** What the PDF alone says. */
export function pdfWords(language: Language): PdfWords {
    return WORDS[language];
}
