import { nameOf } from "../../policies/urn";
import type { Finding, Report, ReportEvidence, ReportRequirement, Verdict } from "../model";
import { labelled } from "../words/labelled";
import type { Language } from "../words/language";
import { words } from "../words/words";
import type { Outcome, TestCase } from "./suite";
import { WORDS } from "./words";

/** Findings that one test lists; the report has all. */
const MOST = 20;

/** Requirements as tests. */
export class RequirementCases {
    private readonly byRule = new Map<string, Finding[]>();
    private readonly evidence: ReadonlyMap<string, ReportEvidence>;

    public constructor(
        report: Report,
        private readonly language: Language,
    ) {
        for (const finding of report.findings) {
            if (finding.verdict !== "compliant") {
                const found = this.byRule.get(finding.rule) ?? [];
                this.byRule.set(finding.rule, found);
                found.push(finding);
            }
        }
        this.evidence = new Map(report.evidence.map((document) => [document.id, document]));
    }

    public caseOf(requirement: ReportRequirement): TestCase {
        const name = `${requirement.id} – ${requirement.title[this.language]}`;
        const { status } = requirement;
        const said = words(this.language).status[status];
        switch (status) {
            case "compliant":
                return { name, output: `${said} (${WORDS[this.language].rules(requirement.rules.length)})` };
            case "exempted":
                return { name, output: `${said}\n${this.exemptionsOf(requirement)}` };
            case "nonCompliant":
                return { name, outcome: this.failure(requirement) };
            case "undetermined":
            case "evidenceRequired":
            case "notApplicable": {
                const reason = this.reasonOf(requirement);
                const message = reason === "" ? said : labelled(said, reason, this.language);
                const output = this.listed(requirement, "undecided");
                return {
                    name,
                    outcome: { kind: "skipped", type: status, message, text: "" },
                    ...(output === "" ? {} : { output }),
                };
            }
        }
    }

    /** What covers the violations of a requirement. */
    public exemptionsOf({ rules }: ReportRequirement): string {
        const own = WORDS[this.language];
        const texts = this.found(rules)
            .map(({ exemption }) => exemption)
            .filter((exemption) => exemption !== undefined)
            .map(({ id, expires }) => `${id} (${own.until(expires)})`);
        return [...new Set(texts)].join(", ");
    }

    private failure(requirement: ReportRequirement): Outcome {
        return {
            kind: "failure",
            type: "nonCompliant",
            message: WORDS[this.language].found(requirement.findings.violation),
            text: this.listed(requirement, "violation"),
        };
    }

    /** The first findings of a verdict: messages, or paths of unknown values. */
    private listed({ rules }: ReportRequirement, verdict: Verdict): string {
        const found = this.found(rules).filter((finding) => finding.verdict === verdict);
        const lines = found
            .slice(0, MOST)
            .flatMap(({ rule, resource, messages, undecided }) => [
                `${rule} · ${nameOf(resource)} · ${resource}`,
                ...[...messages, ...undecided].map((text) => `    ${text}`),
            ]);
        const more = found.length > MOST ? [WORDS[this.language].more(found.length - MOST)] : [];
        return [...lines, ...more].join("\n");
    }

    /** Why a requirement was not judged, or not as a whole. */
    private reasonOf({ causes, why, evidence }: ReportRequirement): string {
        const own = WORDS[this.language];
        const document = this.evidence.get(evidence ?? "");
        return [
            ...causes.map((cause) => words(this.language).cause[cause]),
            ...(why === undefined ? [] : [why[this.language]]),
            ...(document === undefined
                ? []
                : [
                      own.evidence(
                          document.id,
                          document.document[this.language],
                          document.owner[this.language],
                      ),
                  ]),
        ].join(own.separator);
    }

    private found(rules: readonly string[]): readonly Finding[] {
        return rules.flatMap((rule) => this.byRule.get(rule) ?? []);
    }
}
