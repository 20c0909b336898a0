import type { Finding } from "../model";
import { isWorse } from "./order";

/** Findings by rule, then by URN. */
export type FindingIndex = ReadonlyMap<string, ReadonlyMap<string, Finding>>;

/** Of two findings of one rule on one resource, which no run gives, the graver counts. */
export function findingIndex(findings: readonly Finding[]): FindingIndex {
    const index = new Map<string, Map<string, Finding>>();
    for (const finding of findings) {
        const ofRule = index.get(finding.rule) ?? new Map<string, Finding>();
        index.set(finding.rule, ofRule);
        const known = ofRule.get(finding.resource);
        if (known === undefined || isWorse(finding.verdict, known.verdict)) {
            ofRule.set(finding.resource, finding);
        }
    }
    return index;
}
