import type { Report } from "../model";
import type { Files } from "../outputs";
import type { Language } from "../words/language";
import { shown } from "../words/shown";
import { answerOf, words } from "../words/words";
import { RequirementCases } from "./requirement-cases";
import { type Suite, type TestCase, type TestResults, xmlOf } from "./suite";

/** Characters of one text. */
const LONGEST = 4_000;

/**
 * The report as the results of tests, a suite for each framework and a test for each requirement.
 *
 * Only a compliant requirement passes, or one whose violations are all exempted, which is told. What was not judged is
 * skipped with its reason; since tools take skipped tests for success, a suite of its own tells the decision.
 */
export function render(report: Report, language: Language): Files {
    const suites = [decisionSuite(report, language), ...frameworkSuites(report, language)];
    const results: TestResults = {
        name: `conformite.${report.project}.${report.stack}`,
        timestamp: report.generatedAt.replace(/(?:\.\d+)?Z$/, ""),
        suites,
    };
    return { "junit.xml": xmlOf(printable(results, language)) };
}

function decisionSuite(report: Report, language: Language): Suite {
    const said = words(language);
    const { verdict, reasons } = report.decision;
    const { question: name, answer, sentence } = answerOf(report, language);
    const message = `${answer}. ${sentence}`;
    const text = (verdict === "inconclusive" ? [] : reasons.map((reason) => said.reason(reason))).join("\n");
    const testcase: TestCase =
        verdict === "accepted" || verdict === "reserved"
            ? { name, output: [message, text].join("\n") }
            : { name, outcome: { kind: KINDS[verdict], type: verdict, message, text } };
    return {
        name: "decision",
        properties: [
            ["coverage", said.coverage(report)],
            ["findings", said.found(report)],
            ["notice", said.notice],
            ["source", said.source[report.source]],
            ...(report.source === "preview" ? [["simulated", report.simulated.toString()] as const] : []),
            ["inputs", report.inputs.digest],
            ...(report.commit === undefined ? [] : [["commit", report.commit.id] as const]),
        ],
        cases: [testcase],
    };
}

const KINDS = { refused: "failure", inconclusive: "error" } as const;

function frameworkSuites(report: Report, language: Language): readonly Suite[] {
    const cases = new RequirementCases(report, language);
    return report.frameworks.map(({ id, title, version, statuses, requirements }) => ({
        name: id,
        properties: [
            ["title", `${title[language]} (${version})`],
            ...Object.entries(statuses).map(
                ([status, count]) => [`status.${status}`, count.toString()] as const,
            ),
            ...requirements
                .filter(({ status }) => status === "exempted")
                .map(
                    (requirement) => [`exempted.${requirement.id}`, cases.exemptionsOf(requirement)] as const,
                ),
        ],
        cases: requirements.map((requirement) => cases.caseOf(requirement)),
    }));
}

/** The same document with every text fit for XML and for a reader. */
function printable<T>(value: T, language: Language): T {
    const print = (one: unknown): unknown =>
        typeof one === "string"
            ? shown(one, language, LONGEST)
            : Array.isArray(one)
              ? one.map(print)
              : Object.fromEntries(Object.entries(one as object).map(([key, item]) => [key, print(item)]));
    return print(value) as T;
}
