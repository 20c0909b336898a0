import { plainText } from "./run/engine-text";
import type { PolicyViolation } from "./run/events";
import { type Framework, type Rule, rulesById } from "./framework";
import type { Finding, Verdict } from "./model";
import type { RunRecord } from "./run/record";

/** How the policy SDK reports a rule that met an unknown value: advisory, whatever the rule's own level. */
const CANNOT_RUN = /^can't run policy '[^']*' from policy pack '[^']*' during preview: (?<text>.*)$/s;

/** How this project's rules name the values that they could not read. */
const PATHS = /^indécidable\s*:\s*(?<paths>.*)$/s;

/** How the SDK's own guard names the value that a rule read without asking. */
const NATIVE_PATH = /^\w+ value at \.(?<path>.*) can't be known during preview$/s;

/** The verdict that stands when packs, or several values of one resource, disagree. */
const RANK: Readonly<Record<Verdict, number>> = { violation: 2, undecided: 1, compliant: 0 };

interface Draft {
    verdict: Verdict;
    readonly messages: Set<string>;
    readonly undecided: Set<string>;
}

/** True when the event tells of values unknown before deployment rather than of a violation. */
export function isUndecided(violation: PolicyViolation): boolean {
    return CANNOT_RUN.test(plainText(violation.message));
}

/**
 * The verdict of each rule on each resource it applied to, sorted by rule, then resource.
 *
 * A rule of several packs gives one finding per resource. Where a rule does not apply there is none.
 * A verdict on the stack as a whole bears the URN of the stack.
 */
export function findings(record: RunRecord, frameworks: readonly Framework[]): readonly Finding[] {
    const rules = rulesById(frameworks);
    const drafts = new Map<string, Map<string, Draft>>();

    const draft = (rule: string, resource: string, verdict: Verdict): Draft => {
        const byResource = drafts.get(rule) ?? new Map<string, Draft>();
        drafts.set(rule, byResource);
        const found = byResource.get(resource) ?? { verdict, messages: new Set(), undecided: new Set() };
        byResource.set(resource, found);
        if (RANK[verdict] > RANK[found.verdict]) {
            found.verdict = verdict;
        }
        return found;
    };

    for (const { id } of frameworks) {
        const pack = record.packs.get(id);
        for (const { resourceUrn, passed } of pack?.resources.values() ?? []) {
            passed.forEach((rule) => draft(rule, resourceUrn, "compliant"));
        }
        pack?.stack?.passed.forEach((rule) => draft(rule, record.stackUrn ?? "", "compliant"));
    }
    const packs: ReadonlySet<string> = new Set(frameworks.map(({ id }) => id));
    for (const violation of record.violations.filter(({ policyPackName }) => packs.has(policyPackName))) {
        const paths = undecidedPaths(violation);
        if (paths === undefined) {
            draft(violation.policyName, violation.resourceUrn, "violation").messages.add(
                messageOf(violation, rules.get(violation.policyName)),
            );
        } else {
            const { undecided } = draft(violation.policyName, violation.resourceUrn, "undecided");
            paths.forEach((path) => undecided.add(path));
        }
    }

    return [...drafts]
        .flatMap(([rule, byResource]) =>
            [...byResource].map(([resource, { verdict, messages, undecided }]) => ({
                rule,
                resource,
                verdict,
                messages: [...messages].sort(),
                undecided: [...undecided].sort(),
            })),
        )
        .sort((a, b) => compare(a.rule, b.rule) || compare(a.resource, b.resource));
}

/** Paths of the unknown values, the whole text where it has another form; undefined for a violation. */
function undecidedPaths(violation: PolicyViolation): readonly string[] | undefined {
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
    const description = rule === undefined ? "" : `${rule.title.fr} / ${rule.title.en}\n`;
    return description !== "" && text.startsWith(description) ? text.slice(description.length).trim() : text;
}

/** By code unit: the order must not depend on the machine's language. */
export function compare(a: string, b: string): number {
    return a < b ? -1 : a > b ? 1 : 0;
}
