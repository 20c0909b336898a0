import { compareText } from "../compare-text";
import { SEVERITIES } from "../words/words";
import type { Changes, Report, Verdict } from "../model";
import { type FindingIndex, findingIndex } from "./finding-index";
import { isWorse } from "./order";
import { differingInputs, originsOf } from "./origins";

type FindingChange = Changes["findings"][number];

const KINDS: readonly FindingChange["kind"][] = ["regression", "unjudged", "improvement"];

/** What one report has that tells why a finding changed. */
interface Side {
    readonly findings: FindingIndex;
    readonly resources: ReadonlySet<string>;
    readonly rules: ReadonlySet<string>;
    readonly disabled: ReadonlySet<string>;
}

/** Findings whose verdict is better or worse than before: regressions first, each kind by severity, rule and URN. */
export function findingChanges(before: Report, after: Report): FindingChange[] {
    const inputs = differingInputs(before, after);
    const old = sideOf(before);
    const now = sideOf(after);
    const changes: FindingChange[] = [];
    for (const [rule, resource] of keysOf(old.findings, now.findings)) {
        const verdicts = {
            before: old.findings.get(rule)?.get(resource)?.verdict,
            after: now.findings.get(rule)?.get(resource)?.verdict,
        };
        const kind = kindOf(verdicts, !now.rules.has(rule) || now.disabled.has(rule));
        if (kind !== undefined) {
            const change = { rule, resource, ...definedOf(verdicts) };
            const only = {
                resource: old.resources.has(resource) !== now.resources.has(resource),
                rule: old.rules.has(rule) !== now.rules.has(rule),
                disabled: old.disabled.has(rule) !== now.disabled.has(rule),
            };
            changes.push({ kind, ...change, origins: originsOf({ ...change, inputs, only }) });
        }
    }
    return sorted(changes, before, after);
}

interface Verdicts {
    readonly before: Verdict | undefined;
    readonly after: Verdict | undefined;
}

function kindOf({ before, after }: Verdicts, lost: boolean): FindingChange["kind"] | undefined {
    if (isWorse(after, before)) {
        return "regression";
    }
    if (!isWorse(before, after)) {
        return undefined;
    }
    return after === "undecided" || (after === undefined && lost) ? "unjudged" : "improvement";
}

function definedOf({ before, after }: Verdicts): Pick<FindingChange, "before" | "after"> {
    return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

function sideOf({ findings, resources, rules, disabledRules }: Report): Side {
    return {
        findings: findingIndex(findings),
        resources: new Set(resources.map(({ urn }) => urn)),
        rules: new Set(rules.map(({ id }) => id)),
        disabled: new Set(disabledRules),
    };
}

/** Each rule and URN that either has a finding on, once. */
function* keysOf(old: FindingIndex, now: FindingIndex): Generator<readonly [rule: string, resource: string]> {
    for (const [rule, resources] of old) {
        for (const resource of resources.keys()) {
            yield [rule, resource];
        }
    }
    for (const [rule, resources] of now) {
        for (const resource of resources.keys()) {
            if (old.get(rule)?.has(resource) !== true) {
                yield [rule, resource];
            }
        }
    }
}

function sorted(changes: readonly FindingChange[], before: Report, after: Report): FindingChange[] {
    const severities = new Map([...before.rules, ...after.rules].map(({ id, severity }) => [id, severity]));
    const weight = ({ kind, rule }: FindingChange): number => {
        const severity = severities.get(rule);
        return (
            KINDS.indexOf(kind) * 10 +
            (severity === undefined ? SEVERITIES.length : SEVERITIES.indexOf(severity))
        );
    };
    return [...changes].sort(
        (a, b) => weight(a) - weight(b) || compareText(a.rule, b.rule) || compareText(a.resource, b.resource),
    );
}
