import type { Result } from "sarif";
import type { Changes, Finding } from "../model";

/** How each finding stands to the previous report; undefined where there is none. */
export function baselineOf(
    changes: Changes | undefined,
): ((finding: Finding) => NonNullable<Result["baselineState"]>) | undefined {
    if (changes === undefined) {
        return undefined;
    }
    const keyOf = ({ rule, resource }: Pick<Finding, "rule" | "resource">) =>
        JSON.stringify([rule, resource]);
    const changed = new Map(changes.findings.map((change) => [keyOf(change), change]));
    const added = new Set([...changes.resources.added, ...changes.rules.added]);
    return (finding) => {
        const change = changed.get(keyOf(finding));
        if (change !== undefined) {
            return change.before === undefined ? "new" : "updated";
        }
        return added.has(finding.resource) || added.has(finding.rule) ? "new" : "unchanged";
    };
}
