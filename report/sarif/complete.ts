import type { Result, Run, ToolComponent } from "sarif";
import type { Report } from "../model";
import type { Files } from "../outputs";
import { labelled } from "../words/labelled";
import type { Language } from "../words/language";
import { webAddress } from "../words/web-address";
import { runGuid } from "./identity";
import { NOTIFICATIONS, automation, invocation } from "./invocation";
import { sarifText } from "./log";
import { findingResults, idleResults } from "./results";
import { describeRule } from "./rules";
import { Taxonomies } from "./taxonomies";
import { told } from "./text";
import { DRIVER, WORDS } from "./words";

/** The evidence that people must provide, beside the rules: a result of kind `review` for each document. */
const EVIDENCE = "evidence";

/** Everything that SARIF 2.1.0 can say of the report: each finding of each kind, and the requirements as taxa. */
export function render(report: Report, language: Language): Files {
    return { "report.sarif": sarifText(runOf(report, language), resultsOf(report, language)) };
}

function runOf(report: Report, language: Language): Omit<Run, "results"> {
    const taxonomies = new Taxonomies(report.frameworks, language);
    const { changes, resources } = report;
    return {
        tool: {
            driver: {
                name: DRIVER,
                language,
                rules: report.rules.map((rule) =>
                    describeRule(rule, language, taxonomies.relationships(rule.requirements)),
                ),
                notifications: [...NOTIFICATIONS],
                supportedTaxonomies: taxonomies.references(),
            },
            extensions: [evidence(report, language, taxonomies)],
        },
        language,
        columnKind: "utf16CodeUnits",
        invocations: [invocation(report, language, [])],
        automationDetails: automation(report, language),
        ...(changes === undefined ? {} : { baselineGuid: runGuid(report, changes.previous.generatedAt) }),
        taxonomies: taxonomies.components(),
        logicalLocations: resources.map(({ urn, name, kind, type }) => ({
            name: told(name, language),
            fullyQualifiedName: told(urn, language),
            kind,
            properties: { type: told(type, language) },
        })),
        properties: propertiesOf(report, language),
    };
}

function* resultsOf(report: Report, language: Language): Generator<Result> {
    yield* findingResults(report, language);
    yield* idleResults(report, language);
    for (const [index, { id, document, owner }] of report.evidence.entries()) {
        yield {
            ruleId: id,
            rule: { id, index, toolComponent: { name: EVIDENCE, index: 0 } },
            kind: "review",
            level: "none",
            message: {
                text: told(
                    `${document[language]} (${labelled(WORDS[language].owner, owner[language], language)})`,
                    language,
                ),
            },
        };
    }
}

function evidence(report: Report, language: Language, taxonomies: Taxonomies): ToolComponent {
    return {
        name: EVIDENCE,
        shortDescription: { text: WORDS[language].evidence },
        rules: report.evidence.map(({ id, document, requirements }) => ({
            id,
            shortDescription: { text: told(document[language], language) },
            relationships: taxonomies.relationships(requirements),
        })),
    };
}

function propertiesOf(report: Report, language: Language): Run["properties"] {
    const { project, stack, source, simulated, architecture, undecided } = report;
    const { engine, commit, ci, inputs, decision, summary, exemptions } = report;
    return {
        project: told(project, language),
        stack: told(stack, language),
        source,
        simulated,
        architecture,
        engine: engine && told(engine.version, language),
        commit: commit && { id: told(commit.id, language), modified: commit.modified },
        ci: ci && {
            system: told(ci.system, language),
            actor: told(ci.actor, language),
            url: webAddress(ci.url),
        },
        inputs,
        undecided,
        exemptionsIgnored: exemptions.ignored,
        decision,
        summary,
        messagesLanguage: "fr",
    };
}
