import type { Result } from "sarif";
import type { Finding, Report } from "../model";
import type { Files } from "../outputs";
import { type Language, notation } from "../words/language";
import { SEVERITIES } from "../words/words";
import { fingerprint } from "./identity";
import { NOTIFICATIONS, automation, invocation } from "./invocation";
import { sarifText } from "./log";
import { fileOf } from "./place";
import { messageOf } from "./results";
import { LEVELS, describeRule } from "./rules";
import { told } from "./text";
import { DRIVER, WORDS } from "./words";

/** Results of one run that GitHub keeps. */
const MOST = 5_000;

/**
 * What stands against the release, for GitHub code scanning. It makes an alert of every result, whatever its kind or
 * suppression, so that nothing else is there.
 */
export function render(report: Report, language: Language): Files {
    const open = openFindings(report);
    const kept = open.slice(0, MOST);
    const cited = new Set(kept.map(({ rule }) => rule));
    const rules = report.rules.filter(({ id }) => cited.has(id));
    const indices = new Map(rules.map(({ id }, index) => [id, index]));
    const own = WORDS[language];
    const number = (count: number) => notation(language).number(count);
    const cut = open.length > kept.length ? [own.cut(number(kept.length), number(open.length))] : [];
    const run = {
        tool: {
            driver: {
                name: DRIVER,
                rules: rules.map((rule) => describeRule(rule, language, [])),
                notifications: [...NOTIFICATIONS],
            },
        },
        language,
        invocations: [invocation(report, language, [own.open, ...cut])],
        automationDetails: automation(report, language),
        properties: { results: kept.length, findings: open.length, summary: report.summary },
    };
    const results = kept.map((finding): Result => {
        const index = indices.get(finding.rule);
        return {
            ruleId: told(finding.rule, language),
            ...(index === undefined ? {} : { ruleIndex: index }),
            level: LEVELS[rules[index ?? -1]?.severity ?? "low"],
            message: { text: messageOf(finding, language) },
            locations: [
                {
                    physicalLocation: {
                        artifactLocation: { uri: fileOf(finding.resource, report) },
                        region: { startLine: 1 },
                    },
                    logicalLocations: [
                        { fullyQualifiedName: told(finding.resource, language), kind: "resource" },
                    ],
                },
            ],
            partialFingerprints: { primaryLocationLineHash: fingerprint(finding) },
        };
    });
    return { "github.sarif": sarifText(run, results) };
}

/** Violations, and undecided verdicts where the stack refuses these; the gravest first. */
function openFindings(report: Report): readonly Finding[] {
    const severities = new Map(report.rules.map(({ id, severity }) => [id, severity]));
    const rank = ({ rule }: Finding) => SEVERITIES.indexOf(severities.get(rule) ?? "low");
    return report.findings
        .filter(
            ({ verdict }) =>
                verdict === "violation" || (verdict === "undecided" && report.undecided === "fail"),
        )
        .sort((a, b) => rank(a) - rank(b));
}
