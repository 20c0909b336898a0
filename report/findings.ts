import { readCovered } from "../policies/exemptions/wording";
import { compareText } from "./compare-text";
import { fullTitle } from "../policies/pack/report";
import { plainText } from "./preview/engine-text";
import type { PolicyViolation } from "./preview/events";
import { type Framework, type Rule, rulesById } from "./framework";
import type { Finding, Verdict } from "./model";
import type { RegisteredResource, RunRecord } from "./preview/record";

/** How the policy SDK reports a rule that met an unknown value: advisory, whatever the rule's own level. */
const CANNOT_RUN = /^can't run policy '[^']*' from policy pack '[^']*' during preview: (?<text>.*)$/s;

/** How this project's rules name the values that they could not read. */
const PATHS = /^indécidable\s*:\s*(?<paths>.*)$/s;

/** How the SDK's own guard names the value that a rule read without asking. */
const NATIVE_PATH = /^\w+ value at \.(?<path>.*) can't be known during preview$/s;

/** The verdict that stands when packs, or several values of one resource, disagree. */
const RANK: Readonly<Record<Verdict, number>> = {
    violation: 3,
    undecided: 2,
    exempted: 1,
    compliant: 0,
};

/** What a report is made from, whoever judged: the engine's packs, or the rules alone. */
export interface Judged {
    /** By URN. */
    readonly resources: ReadonlyMap<string, RegisteredResource>;
    /** Sorted by rule, then resource. */
    readonly findings: readonly Finding[];
    /** By framework. */
    readonly packVersions: ReadonlyMap<string, string>;
}

/** Findings as they come: one for each rule and resource, on which the gravest verdict stands. */
export class Findings {
    private readonly byResource = new Map<string, Finding[]>();

    add(finding: Finding): void {
        const found = this.byResource.get(finding.resource) ?? [];
        this.byResource.set(finding.resource, found);
        const index = found.findIndex(({ rule }) => rule === finding.rule);
        const other = found[index];
        if (other === undefined) {
            found.push(finding);
        } else {
            found[index] = {
                ...other,
                verdict: RANK[finding.verdict] > RANK[other.verdict] ? finding.verdict : other.verdict,
                messages: merged(other.messages, finding.messages),
                undecided: merged(other.undecided, finding.undecided),
                ...exemptionOf(other.exemption ?? finding.exemption),
            };
        }
    }

    /** By rule, then resource. */
    sorted(): readonly Finding[] {
        const byRule = new Map<string, Finding[]>();
        for (const [, found] of [...this.byResource].sort(([a], [b]) => compareText(a, b))) {
            for (const finding of found) {
                const ofRule = byRule.get(finding.rule) ?? [];
                byRule.set(finding.rule, ofRule);
                ofRule.push(finding);
            }
        }
        return [...byRule].sort(([a], [b]) => compareText(a, b)).flatMap(([, found]) => found);
    }
}

/** The field of a finding, absent where there is none. */
export function exemptionOf(exemption: Finding["exemption"]): Pick<Finding, "exemption"> {
    return exemption === undefined ? {} : { exemption };
}

function merged(some: readonly string[], more: readonly string[]): string[] {
    return [...new Set([...some, ...more])].sort();
}

/** True when the event tells of values unknown before deployment rather than of a violation. */
export function isUndecided(violation: PolicyViolation): boolean {
    return CANNOT_RUN.test(plainText(violation.message));
}

/**
 * What the packs said in a complete run (see `incompleteness`).
 *
 * A rule of several packs gives one finding per resource. Where a rule does not apply there is none.
 * A verdict on the stack as a whole bears the URN of the stack.
 */
export function judgedByPacks(record: RunRecord, frameworks: readonly Framework[]): Judged {
    const rules = rulesById(frameworks);
    const findings = new Findings();
    const compliant = (resource: string) => (rule: string) => {
        findings.add({ rule, resource, verdict: "compliant", messages: [], undecided: [] });
    };

    for (const { id } of frameworks) {
        const pack = record.packs.get(id);
        for (const { resourceUrn, passed } of pack?.resources.values() ?? []) {
            passed.forEach(compliant(resourceUrn));
        }
        pack?.stack?.passed.forEach(compliant(record.stackUrn ?? ""));
    }
    const packs: ReadonlySet<string> = new Set(frameworks.map(({ id }) => id));
    const told = record.violations.filter(({ policyPackName }) => packs.has(policyPackName));
    for (const violation of told) {
        const { policyName: rule, resourceUrn: resource } = violation;
        const undecided = undecidedPaths(violation);
        findings.add(
            undecided === undefined
                ? { rule, resource, undecided: [], ...violationOf(messageOf(violation, rules.get(rule))) }
                : { rule, resource, verdict: "undecided", messages: [], undecided: merged(undecided, []) },
        );
    }
    return {
        resources: record.resources,
        findings: findings.sorted(),
        packVersions: new Map([...record.packs].map(([id, { version }]) => [id, version])),
    };
}

/** A violation, or one that an exemption covers. */
function violationOf(text: string): Pick<Finding, "verdict" | "messages" | "exemption"> {
    const covered = readCovered(text);
    if (covered === undefined) {
        return { verdict: "violation", messages: [text] };
    }
    const { message, ...exemption } = covered;
    return { verdict: "exempted", messages: [message], exemption };
}

/** Paths of the unknown values, the whole text where it has another form; undefined for a violation. */
function undecidedPaths(violation: PolicyViolation): string[] | undefined {
    const text = CANNOT_RUN.exec(plainText(violation.message))?.groups?.text;
    if (text === undefined) {
        return undefined;
    }
    const paths = PATHS.exec(text)?.groups?.paths;
    return paths === undefined
        ? [NATIVE_PATH.exec(text)?.groups?.path ?? text]
        : paths.split(",").map((path) => path.trim());
}

/** The SDK puts the rule's description above what the rule said. */
function messageOf(violation: PolicyViolation, rule: Rule | undefined): string {
    const text = plainText(violation.message);
    const description = rule === undefined ? "" : `${fullTitle(rule)}\n`;
    return description !== "" && text.startsWith(description) ? text.slice(description.length).trim() : text;
}
