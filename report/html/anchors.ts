import type { Report } from "../model";

/** Fragments of the page's address. */
export interface Anchors {
    rule(id: string): string;
    requirement(framework: string, id: string): string;
    evidence(id: string): string;
}

/** Ids that the page itself gives; none of them looks like that of a rule or a requirement. */
const OWN = [
    "page",
    "contenu",
    "langue",
    "donnees",
    "reponse",
    "evolution",
    "couverture",
    "ecarts",
    "exigences",
    "constats",
    "preuves",
    "derogations",
    "ressources",
    "transferts",
    "responsabilites",
    "traitements",
    "limites",
    "provenance",
];

/** An anchor for each rule, its own id where that can be one, each requirement, such as `hds-exi-28`, and each piece of evidence. */
export function anchorsOf({
    rules,
    frameworks,
    evidence,
}: Pick<Report, "rules" | "frameworks" | "evidence">): Anchors {
    const used = new Set(OWN);
    const anchor = (text: string): string => {
        const slug = slugOf(text);
        let unique = slug;
        for (let turn = 2; used.has(unique); turn += 1) {
            unique = `${slug}-${turn.toString()}`;
        }
        used.add(unique);
        return unique;
    };
    const ofRules = new Map(rules.map(({ id }) => [id, anchor(id)]));
    const ofRequirements = new Map(
        frameworks.flatMap((framework) =>
            framework.requirements.map(({ id }) => [key(framework.id, id), anchor(`${framework.id}-${id}`)]),
        ),
    );
    const ofEvidence = new Map(evidence.map(({ id }) => [id, anchor(`preuve-${id}`)]));
    return {
        rule: (id) => ofRules.get(id) ?? slugOf(id),
        requirement: (framework, id) =>
            ofRequirements.get(key(framework, id)) ?? slugOf(`${framework}-${id}`),
        evidence: (id) => ofEvidence.get(id) ?? slugOf(`preuve-${id}`),
    };
}

function key(framework: string, requirement: string): string {
    return JSON.stringify([framework, requirement]);
}

function slugOf(text: string): string {
    const slug = text
        .slice(0, 100)
        .normalize("NFD")
        .toLowerCase()
        .replace(/\p{M}/gu, "")
        .replace(/[^a-z0-9]+/g, "-")
        .replace(/^-|-$/g, "");
    return /^[a-z]/.test(slug) ? slug : `n-${slug}`;
}
