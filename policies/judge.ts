import { Inspection } from "./inspection";
import { Ledger } from "./ledger";
import { defaultConfig } from "./rule-config";
import type { DeclaredResource, ResourceRule, Status, Verdict } from "./rule";
import { normaliseToken } from "./token";
import { UnknownValueError } from "./unknown";

export interface JudgeOptions {
    /** The choices that the rule leaves to its users; by default the rule's own. */
    readonly config?: object;
    /** Hears the path of every leaf property that the verdict rests on. */
    readonly onJudged?: (path: string) => void;
}

const notApplicable: Verdict = { status: "notApplicable", violations: [], unknowns: [] };

/**
 * Judges one resource by one rule. Pure: properties are read through the SDK's proxy, so that an unknown one is noted
 * and hides nothing else.
 */
export function judge(
    rule: ResourceRule,
    resource: DeclaredResource,
    { config = defaultConfig(rule), onJudged }: JudgeOptions = {},
): Verdict {
    const type = normaliseToken(resource.type);
    if (!appliesTo(rule, type)) {
        return notApplicable;
    }
    const ledger = new Ledger(onJudged);
    guard(ledger, () => {
        rule.check(Inspection.of(resource, ledger), { ...resource, type }, config);
    });
    const status = statusOf([ledger]);
    return {
        status: status === "compliant" && ledger.dismissed ? "notApplicable" : status,
        violations: [...ledger.violations],
        unknowns: [...ledger.unknowns],
    };
}

/** Whether a rule judges a type, given without API version. */
export function appliesTo(rule: ResourceRule, type: string): boolean {
    return typeof rule.appliesTo === "function" ? rule.appliesTo(type) : rule.appliesTo.includes(type);
}

/** What ledgers amount to together. */
export function statusOf(ledgers: readonly Ledger[]): Status {
    if (ledgers.some((ledger) => ledger.violations.size > 0)) {
        return "violation";
    }
    return ledgers.some((ledger) => ledger.unknowns.size > 0) ? "undecided" : "compliant";
}

/** Runs a check. One that reaches past its inspection into an unknown value is undecided there, not broken. */
export function guard(ledger: Ledger, check: () => void): void {
    try {
        check();
    } catch (error) {
        if (!(error instanceof UnknownValueError)) {
            throw error;
        }
        ledger.unknown(error.props.join("."));
    }
}
