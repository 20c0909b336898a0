import type { Report } from "../model";
import type { Language } from "../words/language";
import { answerOf, words } from "../words/words";
import { DECISION_CODES } from "./codes";
import { frameworkResource, reviewedControls, statusProperties } from "./controls";
import type { Property } from "./document";
import { findingsOf } from "./findings";
import { FILES, stackUuid } from "./identity";
import { assetsOf, metadata, reportResource, toolOf } from "./metadata";
import { evidenceObservation, findingProperties, observationOf } from "./observations";
import { risksByRule } from "./risks";
import { inventoryOf, openFindings } from "./subjects";
import { line, property, prose } from "./text";
import { WORDS } from "./words";

/** The assessment results of all frameworks, in one result: they come from one assessment. */
export function assessmentResults(report: Report, language: Language): object {
    const own = WORDS[language];
    const plan = stackUuid(report, "plan");
    return {
        "assessment-results": {
            uuid: stackUuid(report, "assessment-results", report.generatedAt, language),
            metadata: metadata(report, language, {
                title: own.resultsOf(report.stack),
                remarks: [...words(language).limits(report), own.states, own.dated],
            }),
            "import-ap": { href: `#${plan}` },
            results: [resultOf(report, language)],
            "back-matter": {
                resources: [
                    {
                        uuid: plan,
                        title: line(own.plan, language),
                        rlinks: [{ href: `./${FILES.plan}` }],
                    },
                    reportResource(report, language),
                    ...report.frameworks.map((framework) => frameworkResource(report, framework, language)),
                ],
            },
        },
    };
}

function resultOf(report: Report, language: Language): object {
    const said = words(language);
    const { generatedAt, decision } = report;
    const open = openFindings(report);
    const risks = risksByRule(report, language);
    const assessed = WORDS[language].assessed[report.source];
    const { answer, sentence } = answerOf(report, language);
    return {
        uuid: stackUuid(report, "result", generatedAt),
        title: line(assessed, language),
        description: prose(
            [
                said.coverage(report),
                said.found(report),
                `${answer}. ${sentence}`,
                ...decision.reasons.map((reason) => said.reason(reason)),
            ],
            language,
        ),
        start: generatedAt,
        end: generatedAt,
        props: resultProperties(report, language),
        "local-definitions": {
            components: [toolOf(report, language)],
            "inventory-items": inventoryOf(report, [...open.values()].flat(), language),
            "assessment-assets": assetsOf(report, language),
        },
        "reviewed-controls": reviewedControls(report, language, true),
        observations: [
            ...report.rules.map((rule) => observationOf(report, rule, open.get(rule.id) ?? [], language)),
            ...report.evidence.map((evidence) => evidenceObservation(report, evidence, language)),
        ],
        risks: [...risks.values()].flat(),
        findings: report.frameworks.flatMap((framework) => findingsOf(report, framework, risks, language)),
    };
}

/** What was looked at, what was found, and on what. */
function resultProperties(report: Report, language: Language): readonly Property[] {
    const { project, stack, source, simulated, commit, ci, inputs, decision, summary } = report;
    const { resources, rules } = summary;
    const given: readonly (readonly [string, string | number | boolean])[] = [
        ["ressources-declarees", resources.declared],
        ["ressources-examinees", resources.examined],
        ["ressources-examinees-sur-leur-type", resources.genericOnly],
        ["ressources-opaques", resources.opaque],
        ["ressources-non-examinees", resources.unexamined],
        ["regles", rules.total],
        ["regles-avec-verdict", rules.judged],
        ["regles-sans-objet", rules.idle],
        ["regles-desactivees", rules.disabled],
        ["projet", project],
        ["pile", stack],
        ["source", source === "preview" ? "apercu" : "etat"],
        ["simule", simulated],
        ["empreinte-entrees", inputs.digest],
        ...(commit
            ? ([
                  ["commit", commit.id],
                  ["commit-modifie", commit.modified],
              ] as const)
            : []),
        ...(ci
            ? ([
                  ["ci", ci.system],
                  ["ci-compte", ci.actor],
                  ["ci-execution", ci.url],
              ] as const)
            : []),
        ["decision", DECISION_CODES[decision.verdict]],
    ];
    return [
        ...given.map(([name, value]) => property(name, value, language)),
        ...findingProperties(summary.findings, language),
        ...statusProperties(summary.requirements, language),
    ];
}
