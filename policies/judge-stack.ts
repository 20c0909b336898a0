import { Inspection } from "./inspection";
import { guard, statusOf } from "./judge";
import { Ledger } from "./ledger";
import type { DeclaredResource, StackRule, StackVerdict, Subject } from "./rule";
import { normaliseToken } from "./token";

/** A resource of the stack and what was found on it. */
interface Entry {
    readonly subject: Subject;
    readonly ledger: Ledger;
}

/** Judges the declared resources of a stack by one rule. Pure, like `judge`. */
export function judgeStack(rule: StackRule, resources: readonly DeclaredResource[]): StackVerdict {
    const entries = entriesFor(rule, resources);
    const subjects = subjectsOf(entries, rule.appliesTo);
    if (subjects.length === 0) {
        return { status: "notApplicable", violations: [], unknowns: [] };
    }
    const stray = new Ledger();
    guard(stray, () => {
        rule.check(subjects, subjectsOf(entries, rule.reads));
    });
    return {
        status: statusOf([...entries.map(({ ledger }) => ledger), stray]),
        violations: entries.flatMap(({ subject, ledger }) =>
            [...ledger.violations].map((message) => ({ urn: subject.urn, message })),
        ),
        unknowns: [
            ...entries.flatMap(({ subject, ledger }) =>
                [...ledger.unknowns].map((path) => `${subject.name}/${path}`),
            ),
            ...stray.unknowns,
        ],
    };
}

function entriesFor(rule: StackRule, resources: readonly DeclaredResource[]): readonly Entry[] {
    const byUrn = new Map<string, Subject>();
    return resources.flatMap(({ type: token, name, urn, props, propertyDependencies = {} }) => {
        const type = normaliseToken(token);
        if (!rule.appliesTo.includes(type) && !rule.reads.includes(type)) {
            return [];
        }
        const ledger = new Ledger();
        const subject: Subject = {
            type,
            name,
            urn,
            properties: Inspection.of(props, ledger),
            sources: (property) =>
                (propertyDependencies[property] ?? []).flatMap((source) => byUrn.get(source) ?? []),
        };
        byUrn.set(urn, subject);
        return { subject, ledger };
    });
}

function subjectsOf(entries: readonly Entry[], types: readonly string[]): readonly Subject[] {
    return entries.map(({ subject }) => subject).filter(({ type }) => types.includes(type));
}
