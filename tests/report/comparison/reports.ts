import { assess } from "../../../report/assessment";
import type { Baseline } from "../../../report/comparison";
import type { Finding, Report, Verdict } from "../../../report/model";
import { CONTEXT, STACK_URN, framework, urn } from "../fixtures";

/** What a report under test says; the rest is alike in all. */
export interface Content {
    /** Rules by id; all of them check requirement R1, and those whose id starts with `b` R2 too. */
    readonly rules: readonly string[];
    /** Names of resources beside the stack. */
    readonly resources: readonly string[];
    readonly findings: readonly (readonly [rule: string, resource: string, verdict: Verdict])[];
    readonly disabled?: readonly string[];
    readonly context?: Partial<Report>;
}

export function resource(name: string): string {
    return urn("test:index:Store", name);
}

export function reportWith({ rules, resources, findings, disabled = [], context = {} }: Content): Report {
    const requirements = { R1: rules, R2: rules.filter((id) => id.startsWith("b")) };
    return {
        ...assess(
            {
                resources: new Map<string, { type: string; custom: boolean }>([
                    [STACK_URN, { type: "pulumi:pulumi:Stack", custom: false }],
                    ...resources.map(
                        (name) => [resource(name), { type: "test:index:Store", custom: true }] as const,
                    ),
                ]),
                findings: findings.map(([rule, name, verdict]) => findingOf(rule, resource(name), verdict)),
                packVersions: new Map([["hds", "1.0.0"]]),
            },
            [framework("hds", requirements)],
            { ...CONTEXT, disabledRules: disabled },
        ),
        ...context,
    };
}

function findingOf(rule: string, of: string, verdict: Verdict): Finding {
    const violates = verdict === "violation" || verdict === "exempted";
    return {
        rule,
        resource: of,
        verdict,
        messages: violates ? ["attendu « oui », obtenu « non »"] : [],
        undecided: verdict === "undecided" ? ["properties.a"] : [],
        ...(verdict === "exempted"
            ? { exemption: { id: "EX-2026-001", expires: "2026-12-01", daysLeft: 10 } }
            : {}),
    };
}

export function baseline(report: Report): Baseline {
    return { report, digest: "9".repeat(64) };
}

/** Inputs of the fixtures with some of them changed. */
export function inputsWith(changed: Partial<Report["inputs"]>): Pick<Report, "inputs"> {
    return { inputs: { ...CONTEXT.inputs, ...changed } };
}

export const OTHER = "a".repeat(64);

/** One rule on one resource, judged so; `undefined` where it does not apply. */
export function one(verdict: Verdict | undefined, context: Partial<Report> = {}): Report {
    return reportWith({
        rules: ["a"],
        resources: ["x"],
        findings: verdict === undefined ? [] : [["a", "x", verdict]],
        context,
    });
}
