import { nameOf } from "../../policies/urn";
import { URGENT_DAYS, countByExemption } from "../counts";
import type { Finding, Report } from "../model";
import { type Language, notation } from "../words/language";
import { requirementName } from "../words/requirement-name";
import { shown } from "../words/shown";
import { SEVERITIES, STATUSES, answerOf, words } from "../words/words";
import { CONSOLE } from "./words";

/** Violations that the console shows, what was removed, and requirements of each: the summary fits a screen. The report has all. */
const SHOWN = 3;

/** Characters of one line. */
const LONGEST = 2_000;

/** The verdict of a complete run: the decision, coverage before what was found, then the gravest violations. */
export function summaryLines(report: Report, language: Language): readonly string[] {
    const { coverage, found, reason } = words(language);
    const { stack, simulated } = CONSOLE[language];
    const { question, answer, sentence } = answerOf(report, language);
    const { typeset } = notation(language);
    const { verdict, reasons } = report.decision;
    const why = reasons.map((each) => ` ${capitalised(reason(each))}.`).join("");
    return [
        "",
        `${stack(report.stack)}${report.simulated ? ` (${simulated})` : ""} – ${question} ${answer}`,
        `${sentence}${verdict === "inconclusive" ? "" : why}`,
        coverage(report),
        found(report),
        ...frameworkLines(report, language),
        ...changeLines(report, language),
        ...exceptionLines(report, language),
        ...violationsLines(report, language),
    ].map((line) => typeset(shown(line.replace(/\s*\n\s*/g, " "), language, LONGEST)));
}

function capitalised(text: string): string {
    return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Requirements by status, a framework a line, the gravest first. */
function frameworkLines({ frameworks }: Report, language: Language): readonly string[] {
    const { tally } = words(language);
    const { counted } = notation(language);
    return frameworks.map(({ id, statuses }) => {
        const counts = STATUSES.filter((status) => statuses[status] > 0).map((status) =>
            counted(statuses[status], ...tally[status]),
        );
        return `  ${id.toUpperCase().padEnd(9)} ${counts.join(", ")}`;
    });
}

function changeLines({ changes }: Report, language: Language): readonly string[] {
    if (changes === undefined) {
        return [];
    }
    const count = (kind: (typeof changes.findings)[number]["kind"]) =>
        changes.findings.filter((change) => change.kind === kind).length;
    const { since, removedResources, removedRules } = CONSOLE[language];
    const resources = changes.resources.removed.map(nameOf);
    const rules = changes.rules.removed;
    return [
        since(changes.previous, count("regression"), count("improvement"), count("unjudged")),
        ...(resources.length > 0 ? [removedResources(resources.slice(0, SHOWN), resources.length)] : []),
        ...(rules.length > 0 ? [removedRules(rules.slice(0, SHOWN), rules.length)] : []),
    ];
}

/** What departs from the rules as they are: exemptions, what is wrong with their register, rules disabled, corrections. */
function exceptionLines(report: Report, language: Language): readonly string[] {
    const { exemptions, disabledRules, remediations, findings } = report;
    const words = CONSOLE[language];
    const covering = countByExemption(findings);
    const soon = exemptions.inForce.filter(({ daysLeft }) => daysLeft <= URGENT_DAYS).length;
    const unused = exemptions.inForce.filter(({ id }) => !covering.has(id)).length;
    return [
        ...(exemptions.ignored ? [words.exemptionsIgnored] : []),
        ...(!exemptions.ignored && exemptions.inForce.length > 0
            ? [words.exemptions(exemptions.inForce.length, soon, unused)]
            : []),
        ...exemptions.faults.map(({ exemption, message }) => words.fault(exemption, message)),
        ...(disabledRules.length > 0 ? [words.disabled(disabledRules)] : []),
        ...(remediations.length > 0 ? [words.remediated(remediations.length)] : []),
    ];
}

/** The gravest violations first. */
function violationsLines(report: Report, language: Language): readonly string[] {
    const severities = new Map(report.rules.map(({ id, severity }) => [id, SEVERITIES.indexOf(severity)]));
    const gravity = ({ rule }: Finding): number => severities.get(rule) ?? 0;
    const violations = report.findings
        .filter(({ verdict }) => verdict === "violation")
        .sort((a, b) => gravity(a) - gravity(b));
    const rest = violations.length - SHOWN;
    return [
        ...violations
            .slice(0, SHOWN)
            .flatMap((finding) => ["", ...violationLines(finding, report, language)]),
        ...(rest > 0 ? ["", CONSOLE[language].more(rest)] : []),
    ];
}

function violationLines(finding: Finding, report: Report, language: Language): readonly string[] {
    const words = CONSOLE[language];
    const rule = report.rules.find(({ id }) => id === finding.rule);
    const resource = report.resources.find(({ urn }) => urn === finding.resource);
    const cited = (rule?.requirements ?? []).map(({ framework, requirement }) =>
        requirementName(framework, requirement),
    );
    const [message = "", ...others] = finding.messages;
    return [
        `✖ ${words.titled(finding.rule, `${nameOf(finding.resource)} (${resource?.type ?? words.wholeStack})`)}`,
        `    ${message}${others.length > 0 ? words.others(others.length) : ""}`,
        `    ${words.remedy} ${rule?.remediation[language] ?? ""}`,
        `    ${words.requirements} ${cited.slice(0, SHOWN).join(", ")}${cited.length > SHOWN ? words.others(cited.length - SHOWN) : ""}`,
    ];
}
