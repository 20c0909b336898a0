import { UserError } from "../sandbox/user-error";
import { typeset } from "../policies/typography";
import { findingChanges } from "./comparison/finding-changes";
import { findingIndex } from "./comparison/finding-index";
import { differingInputs } from "./comparison/origins";
import { requirementChanges } from "./comparison/requirement-changes";
import type { Changes, Finding, Report } from "./model";

/** A report to compare with. */
export interface Baseline {
    readonly report: Report;
    /** SHA-256 of its `report.json`. */
    readonly digest: string;
}

/**
 * What changed from one report to a later one on the same stack, in time linear in their findings.
 *
 * @throws UserError when they are not on the same stack of the same project.
 */
export function compare({ report: before, digest }: Baseline, after: Report): Changes {
    checkSameStack(before, after);
    const findings = findingChanges(before, after);
    return {
        previous: {
            generatedAt: before.generatedAt,
            ...(before.commit === undefined ? {} : { commit: before.commit.id }),
            decision: before.decision.verdict,
            digest,
        },
        origins: differingInputs(before, after),
        findings,
        requirements: requirementChanges(before, after),
        resources: difference(
            before.resources.map(({ urn }) => urn),
            after.resources.map(({ urn }) => urn),
        ),
        rules: ruleChanges(before, after),
    };
}

/** The report with what changed since the previous one of its series, and since when each open finding is. */
export function withChanges(report: Report, previous?: Baseline): Report {
    const known = previous === undefined ? undefined : findingIndex(previous.report.findings);
    const since = (finding: Finding): string => {
        const earlier = known?.get(finding.rule)?.get(finding.resource);
        return earlier === undefined || earlier.verdict === "compliant"
            ? report.generatedAt
            : (earlier.since ?? previous?.report.generatedAt ?? report.generatedAt);
    };
    return {
        ...report,
        ...(previous === undefined ? {} : { changes: compare(previous, report) }),
        findings: report.findings.map((finding) =>
            finding.verdict === "compliant" ? finding : { ...finding, since: since(finding) },
        ),
    };
}

function checkSameStack(before: Report, after: Report): void {
    for (const [key, name] of [
        ["project", "projet"],
        ["stack", "pile"],
    ] as const) {
        if (before[key] !== after[key]) {
            throw new UserError(
                typeset(
                    `${name} : attendu « ${shortened(before[key])} » comme dans le rapport précédent, obtenu « ${shortened(after[key])} »`,
                ),
            );
        }
    }
}

function shortened(text: string): string {
    return text.length > 200 ? `${text.slice(0, 200)}…` : text;
}

function ruleChanges(before: Report, after: Report): Changes["rules"] {
    const ids = difference(
        before.rules.map(({ id }) => id),
        after.rules.map(({ id }) => id),
    );
    const kept = (id: string): boolean => !ids.added.includes(id) && !ids.removed.includes(id);
    const disabled = difference(before.disabledRules, after.disabledRules);
    return {
        ...ids,
        disabled: disabled.added.filter(kept),
        enabled: disabled.removed.filter(kept),
    };
}

function difference(
    before: readonly string[],
    after: readonly string[],
): { readonly added: string[]; readonly removed: string[] } {
    const old = new Set(before);
    const now = new Set(after);
    return {
        added: [...now].filter((one) => !old.has(one)).sort(),
        removed: [...old].filter((one) => !now.has(one)).sort(),
    };
}
