import type { Report } from "../model";
import { notation } from "./language";
import type { Words } from "./words";

const { counted, number, list } = notation("en");

export const EN: Words = {
    status: {
        nonCompliant: "non-compliant",
        undetermined: "undetermined",
        exempted: "compliant with exemption",
        evidenceRequired: "evidence required",
        compliant: "compliant",
        notApplicable: "not applicable",
    },
    tally: {
        nonCompliant: ["non-compliant", "non-compliant"],
        undetermined: ["undetermined", "undetermined"],
        exempted: ["compliant with exemption", "compliant with exemption"],
        evidenceRequired: ["evidence required", "evidence required"],
        compliant: ["compliant", "compliant"],
        notApplicable: ["not applicable", "not applicable"],
    },
    requirements: {
        nonCompliant: ["non-compliant requirement", "non-compliant requirements"],
        undetermined: ["undetermined requirement", "undetermined requirements"],
        exempted: ["requirement compliant with exemption", "requirements compliant with exemption"],
        evidenceRequired: ["requirement that needs evidence", "requirements that need evidence"],
        compliant: ["compliant requirement", "compliant requirements"],
        notApplicable: ["requirement not applicable", "requirements not applicable"],
    },
    cause: {
        undecidedValue: "a value that a rule needs is unknown",
        disabledRule: "a rule is disabled",
        nothingToJudge: "no rule found anything to apply to",
    },
    verdict: {
        violation: "non-compliant",
        undecided: "undetermined",
        exempted: "exempted",
        compliant: "compliant",
    },
    severity: { critical: "critical", high: "high", medium: "medium", low: "low" },
    origin: {
        infrastructure: "the infrastructure",
        rules: "the rules",
        levels: "the configuration of the rules",
        exemptions: "the exemptions",
        engine: "the engine",
    },
    source: {
        preview: "Pulumi preview, before deployment",
        state: "exported state of the stack, as of the last update",
    },
    question: {
        preview: "May this release be deployed?",
        state: "Does the exported state respect the rules?",
    },
    decision: {
        refused: {
            answer: "No",
            sentence: "This release may not be deployed as it stands.",
            ofState: "The exported state does not respect the rules.",
        },
        inconclusive: {
            answer: "No conclusion",
            sentence: "No rule found anything to apply to: this report allows no conclusion.",
        },
        reserved: {
            answer: "Yes, with reservations",
            sentence: "No rule stands against this release, but reservations are to be lifted or accepted.",
            ofState:
                "No rule stands against the exported state, but reservations are to be lifted or accepted.",
        },
        accepted: {
            answer: "Yes",
            sentence: "No rule stands against this release, as far as the rules look.",
            ofState: "No rule stands against the exported state, as far as the rules look.",
        },
    },
    reason: ({ code, count }) => {
        switch (code) {
            case "violations":
                return counted(count, "violation found", "violations found");
            case "undecidedRefused":
                return `${counted(count, "undetermined finding", "undetermined findings")}, refused by the configuration of this stack`;
            case "registerFaults":
                return `${counted(count, "fault", "faults")} in the register of exemptions`;
            case "nothingJudged":
                return "no finding";
            case "simulated":
                return "Azure is simulated, and this report allows no real deployment";
            case "undecided":
                return counted(count, "undetermined finding", "undetermined findings");
            case "exempted":
                return `${counted(count, "violation", "violations")} covered by an exemption`;
            case "disabledRules":
                return counted(count, "disabled rule", "disabled rules");
        }
    },
    headline: ({ summary: { findings, requirements } }) => {
        const of = (count: number, one: string, several: string): string[] =>
            count > 0 ? [counted(count, one, several)] : [];
        if (findings.violation > 0) {
            const total = Object.values(requirements).reduce((sum, count) => sum + count, 0);
            const failed = counted(
                requirements.nonCompliant,
                "requirement is not compliant",
                "requirements are not compliant",
            );
            return `${failed}, of ${number(total)}: ${counted(findings.violation, "violation found", "violations found")}.`;
        }
        if (findings.compliant + findings.undecided + findings.exempted === 0) {
            return EN.decision.inconclusive.sentence;
        }
        const open = [
            ...of(
                requirements.undetermined,
                "requirement stays undetermined",
                "requirements stay undetermined",
            ),
            ...of(
                requirements.exempted,
                "requirement is compliant by exemption only",
                "requirements are compliant by exemption only",
            ),
            ...of(requirements.evidenceRequired, "requirement needs evidence", "requirements need evidence"),
        ];
        return open.length === 0 ? "No violation found." : `No violation found; ${list(open)}.`;
    },
    coverage: ({ summary: { resources, rules } }) => {
        const opaque =
            resources.opaque > 0
                ? `${number(resources.opaque)} opaque (rules cannot see what they hold), `
                : "";
        return (
            `Coverage: ${counted(resources.declared, "declared resource", "declared resources")}, of which ` +
            `${number(resources.examined)} examined on their settings, ` +
            `${number(resources.genericOnly)} on their type, region, tags or options only, ` +
            `${opaque}and ${number(resources.unexamined)} by no rule. ` +
            `${number(rules.judged)} of ${counted(rules.total, "rule", "rules")} gave a verdict.`
        );
    },
    found: ({ summary: { findings } }) => {
        const exempted = findings.exempted > 0 ? `${number(findings.exempted)} exempted, ` : "";
        return (
            `Findings: ${number(findings.violation)} non-compliant, ${number(findings.undecided)} undetermined, ` +
            `${exempted}${number(findings.compliant)} compliant.`
        );
    },
    notice: "This report is neither a certification nor an audit, and does not anticipate the decision of the certification body.",
    limits,
};

function limits(report: Report): readonly string[] {
    return [
        (report.source === "preview"
            ? "This report assesses the configuration that a Pulumi preview describes on the date given, before deployment. "
            : "This report assesses the exported state of a Pulumi stack: what the engine recorded at the last update. " +
              "What has changed since outside Pulumi is not in it, nor the content of encrypted secrets. ") +
            EN.notice.replace("This report", "It"),
        ...(report.simulated
            ? [
                  "The preview ran in the sandbox: Azure is simulated there, and nothing is created. " +
                      "What Azure alone can refuse or complete was not verified.",
              ]
            : []),
        "A requirement is called compliant where its automatic rules cover the whole of it and are respected wherever they apply. " +
            "For the others, organisational evidence (contracts, procedures, access rights, tests) remains to be provided.",
        "The severity of a finding is proposed by the rule: its qualification is the auditor's.",
    ];
}
