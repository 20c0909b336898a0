import type { Report, ReportFramework, ReportRequirement } from "../model";
import { labelled } from "../words/labelled";
import { type Language, notation } from "../words/language";
import { webAddress } from "../words/web-address";
import type { Control, Link, Part, Resource } from "./document";
import { uuidOf } from "./identity";
import { metadata } from "./metadata";
import { line, property, prose, value } from "./text";
import { controlsOf, objectiveOf, prefixOf } from "./tokens";
import { WORDS } from "./words";

/** The requirements of a framework, in the project's words, and how each is assessed. */
export function catalogOf(report: Report, framework: ReportFramework, language: Language): object {
    const own = WORDS[language];
    const { id, version, requirements } = framework;
    const cited = new Set(requirements.flatMap(({ chain }) => chain.flatMap(({ sources }) => sources)));
    const sources = report.sources.filter((source) => cited.has(source.id));
    const resources = [
        resourceOf(frameworkUuid(framework), framework, language),
        ...sources.map((source) => resourceOf(sourceUuid(source.id), source, language)),
    ];
    return {
        catalog: {
            uuid: uuidOf("catalog", id, version, report.inputs.rules, report.generatedAt, language),
            metadata: metadata(report, language, {
                title: own.catalog(framework.title[language]),
                remarks: [own.summarised],
            }),
            groups: [
                {
                    id: `${prefixOf(framework)}_exigences`,
                    title: line(own.requirements, language),
                    controls: controls(report, framework, language),
                },
            ],
            "back-matter": { resources },
        },
    };
}

function controls(report: Report, framework: ReportFramework, language: Language): readonly Control[] {
    const ids = controlsOf(framework);
    return framework.requirements.map((requirement, index) => {
        const id = ids.get(requirement.id) ?? requirement.id;
        const place = (index + 1).toString().padStart(4, "0");
        const sources = new Set(requirement.chain.flatMap((link) => link.sources));
        return {
            id,
            class: "requirement",
            title: line(requirement.title[language], language),
            props: [
                { name: "label", value: value(requirement.id, language) },
                { name: "sort-id", value: `${prefixOf(framework)}-${place}` },
                property("automation", automationOf(requirement), language),
                ...(requirement.activities ?? []).map((activity) => property("activite", activity, language)),
            ],
            links: [frameworkUuid(framework), ...[...sources].map(sourceUuid)].map((uuid): Link => ({
                href: `#${uuid}`,
                rel: "reference",
            })),
            parts: parts(report, requirement, id, language),
        };
    });
}

/** How much of a requirement the rules show. */
function automationOf({ rules, evidence }: ReportRequirement): "full" | "partial" | "none" {
    return rules.length === 0 ? "none" : evidence === undefined ? "full" : "partial";
}

function parts(
    { rules: all, evidence }: Report,
    requirement: ReportRequirement,
    id: string,
    language: Language,
): readonly Part[] {
    const own = WORDS[language];
    const { title, rules, why } = requirement;
    const titles = all.filter((rule) => rules.includes(rule.id)).map((rule) => rule.title[language]);
    const needed = evidence.find((item) => item.id === requirement.evidence);
    const provided =
        needed === undefined ? [] : [labelled(own.evidence, needed.document[language], language)];
    const objective = [
        ...(titles.length === 0 ? [] : [labelled(own.respected, notation(language).list(titles), language)]),
        ...provided,
    ];
    const guidance = [
        ...(needed === undefined
            ? []
            : [...provided, labelled(own.provider, needed.owner[language], language)]),
        ...(why === undefined ? [] : [labelled(own.notApplicable, why[language], language)]),
    ];
    return [
        { id: `${id}_smt`, name: "statement", props: [], prose: prose([title[language]], language) },
        {
            id: objectiveOf(id),
            name: "assessment-objective",
            props: rules.map((rule) => property("regle", rule, language)),
            prose: prose(objective.length === 0 ? [title[language]] : objective, language),
        },
        ...(guidance.length === 0
            ? []
            : [{ id: `${id}_gdn`, name: "guidance", props: [], prose: prose(guidance, language) }]),
    ];
}

function resourceOf(
    uuid: string,
    { title, url }: Pick<ReportFramework, "title" | "url">,
    language: Language,
): Resource {
    const address = webAddress(url);
    return {
        uuid,
        title: line(title[language], language),
        rlinks: address === undefined ? [] : [{ href: address }],
    };
}

function frameworkUuid({ id, version }: ReportFramework): string {
    return uuidOf("framework", id, version);
}

function sourceUuid(id: string): string {
    return uuidOf("source", id);
}
