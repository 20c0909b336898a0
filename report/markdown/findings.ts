import { nameOf } from "../../policies/urn";
import { compareText } from "../compare-text";
import type { Finding, Report, ReportExemptions, ReportRule } from "../model";
import { URGENT_DAYS } from "../counts";
import { labelled } from "../words/labelled";
import type { Language } from "../words/language";
import { SEVERITIES, words } from "../words/words";
import { firstOf, folded } from "./fold";
import { markdownCode, markdownText } from "./text";
import { WORDS } from "./words";

/** Rules, exemptions and faults that a comment lists, the gravest or nearest; the report has all. */
const MOST = 10;

/** Requirements, resources and messages that are told for each of them. */
const MOST_DETAILS = 3;

/** The gravest violations by rule, folded. */
export function violationBlocks(report: Report, language: Language): readonly string[] {
    const own = WORDS[language];
    const rank = ({ severity }: ReportRule) => SEVERITIES.indexOf(severity);
    const violated = report.rules
        .filter(({ findings }) => findings.violation > 0)
        .sort((a, b) => rank(a) - rank(b) || b.findings.violation - a.findings.violation);
    if (violated.length === 0) {
        return [];
    }
    const title = own.violations(report.summary.findings.violation, violated.length);
    const described = (rule: ReportRule) => violation(rule, report.findings, language);
    const list = firstOf(violated, MOST, described, own.more);
    return [folded(title, own.language === undefined ? list : `${own.language}\n\n${list}`)];
}

function violation(rule: ReportRule, findings: readonly Finding[], language: Language): string {
    const own = WORDS[language];
    const cited = rule.requirements
        .slice(0, MOST_DETAILS)
        .map(({ framework, requirement }) => markdownText(`${framework} ${requirement}`, language));
    const found = findings
        .filter((finding) => finding.rule === rule.id && finding.verdict === "violation")
        .slice(0, MOST_DETAILS);
    const more = rule.findings.violation - found.length;
    return [
        [
            `**${words(language).severity[rule.severity]}**`,
            markdownCode(rule.id, language),
            own.violated(rule.findings.violation),
            ...(cited.length === 0 ? [] : [cited.join(", ")]),
        ].join(" · "),
        ...found.map(({ resource, messages }) => {
            const told = messages.slice(0, MOST_DETAILS).map((message) => markdownText(message, language));
            return `    - ${labelled(markdownCode(nameOf(resource), language), told.join("\u00a0; "), language)}`;
        }),
        ...(more > 0 ? [`    - ${own.more(more)}`] : []),
        `    - ${labelled(`*${own.remedy}*`, markdownText(rule.remediation[language], language), language)}`,
    ].join("\n");
}

/** The undecided findings, folded, where they refuse the release. */
export function undecidedBlocks({ decision, findings }: Report, language: Language): readonly string[] {
    const refusal = decision.reasons.find(({ code }) => code === "undecidedRefused");
    if (refusal === undefined) {
        return [];
    }
    const line = ({ rule, resource, undecided }: Finding) =>
        labelled(
            `${markdownCode(rule, language)} · ${markdownCode(nameOf(resource), language)}`,
            undecided
                .slice(0, MOST_DETAILS)
                .map((path) => markdownCode(path, language))
                .join(", "),
            language,
        );
    const found = findings.filter(({ verdict }) => verdict === "undecided");
    return [folded(words(language).reason(refusal), firstOf(found, MOST, line, WORDS[language].more))];
}

/** What is wrong with the register of exemptions, and the exemptions that expire soon. */
export function exemptionBlocks({ exemptions }: Report, language: Language): readonly string[] {
    const own = WORDS[language];
    const expiring = exemptions.inForce
        .filter(({ daysLeft }) => daysLeft <= URGENT_DAYS)
        .sort((a, b) => a.daysLeft - b.daysLeft || compareText(a.id, b.id));
    const fault = ({ exemption, message }: ReportExemptions["faults"][number]) =>
        labelled(markdownCode(exemption, language), markdownText(message, language), language);
    const expiry = ({ id, rule, expires, daysLeft, owner }: ReportExemptions["inForce"][number]) =>
        `${markdownCode(id, language)} · ${markdownCode(rule, language)} · ${own.until(expires, daysLeft)} · ${markdownText(owner, language)}`;
    return [
        ...(exemptions.faults.length === 0
            ? []
            : [
                  `**${own.faults(exemptions.faults.length)}**`,
                  firstOf(exemptions.faults, MOST, fault, own.more),
              ]),
        ...(expiring.length === 0
            ? []
            : [`**${own.expiring(expiring.length)}**`, firstOf(expiring, MOST, expiry, own.more)]),
    ];
}
