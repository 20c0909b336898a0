import type { Severity } from "../policies/rule";
import type { Report } from "./model";
import { SEVERITIES } from "./words/words";

/** The severity from which a violation makes a command fail; with `never`, nothing that was judged does. */
export type FailOn = Severity | "never";

/** 1 for a violation of at least that severity, and for what refuses the stack without one; 2 where nothing was judged. */
export function exitCode({ decision, findings, rules }: Report, failOn: FailOn): 0 | 1 | 2 {
    if (decision.verdict === "inconclusive") {
        return 2;
    }
    if (failOn === "never") {
        return 0;
    }
    const grave = new Set(
        rules
            .filter(({ severity }) => SEVERITIES.indexOf(severity) <= SEVERITIES.indexOf(failOn))
            .map(({ id }) => id),
    );
    const refused = decision.reasons.some(
        ({ code }) => code === "undecidedRefused" || code === "registerFaults",
    );
    return refused || findings.some(({ verdict, rule }) => verdict === "violation" && grave.has(rule))
        ? 1
        : 0;
}
