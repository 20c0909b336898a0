import { Inspection } from "./inspection";
import { guard, statusOf } from "./judge";
import { Ledger } from "./ledger";
import type { DeclaredResource, StackRule, StackVerdict, Subject } from "./rule";
import { defaultConfig } from "./rule-config";
import { normaliseToken } from "./token";
import { typeOfUrn } from "./urn";

/** What was found on a resource of the stack; not the resource itself, which may be one of thousands. */
interface Entry {
    readonly subject: Pick<Subject, "name" | "urn">;
    readonly ledger: Ledger;
}

/**
 * A stack rule at work: made from the resources that it reads, it judges the others one at a time and keeps only those
 * that it found something on.
 */
export class StackJudge {
    private readonly found = new Map<string, Entry>();
    private readonly context = new Map<string, { readonly subject: Subject; readonly ledger: Ledger }>();
    private readonly stray = new Ledger();
    /** Absent when the survey reached an unknown value: then there is nothing to judge against. */
    private readonly survey: { readonly result: unknown } | undefined;
    private applied = false;

    /** `context` may hold more than the resources that the rule reads. */
    constructor(
        private readonly rule: StackRule,
        context: Iterable<DeclaredResource>,
        private readonly config: object = defaultConfig(rule),
    ) {
        const subjects: Subject[] = [];
        for (const resource of context) {
            if (normaliseToken(resource.type) in rule.reads) {
                const entry = this.enter(resource);
                this.context.set(resource.urn, entry);
                this.found.set(resource.urn, entry);
                subjects.push(entry.subject);
            }
        }
        let survey: { readonly result: unknown } | undefined;
        guard(this.stray, () => {
            survey = { result: rule.survey(subjects, this.config) };
        });
        this.survey = survey;
    }

    /** Judges a resource; one that is not of the rule's types is passed over. */
    judge(resource: DeclaredResource): void {
        if (!this.rule.appliesTo.includes(normaliseToken(resource.type))) {
            return;
        }
        this.applied = true;
        const { survey } = this;
        if (survey === undefined) {
            return;
        }
        const entry = this.context.get(resource.urn) ?? this.enter(resource);
        guard(this.stray, () => {
            this.rule.check(entry.subject, survey.result, this.config);
        });
        if (entry.ledger.violations.size > 0 || entry.ledger.unknowns.size > 0) {
            const { name, urn } = resource;
            this.found.set(urn, { subject: { name, urn }, ledger: entry.ledger });
        }
    }

    /** What was found so far, in the order in which the resources came: first those that the rule reads. */
    get verdict(): StackVerdict {
        if (!this.applied) {
            return { status: "notApplicable", violations: [], unknowns: [] };
        }
        const entries = [...this.found.values()];
        return {
            status: statusOf([...entries.map(({ ledger }) => ledger), this.stray]),
            violations: entries.flatMap(({ subject, ledger }) =>
                [...ledger.violations].map((message) => ({ urn: subject.urn, message })),
            ),
            unknowns: [
                ...entries.flatMap(({ subject, ledger }) =>
                    [...ledger.unknowns].map((path) => `${subject.name}/${path}`),
                ),
                ...this.stray.unknowns,
            ],
        };
    }

    private enter(resource: DeclaredResource): { readonly subject: Subject; readonly ledger: Ledger } {
        const { type, name, urn, opts, propertyDependencies = {} } = resource;
        const ledger = new Ledger();
        const subject: Subject = {
            type: normaliseToken(type),
            name,
            urn,
            properties: Inspection.of(resource, ledger),
            opts: opts ?? { ignoreChanges: [], protect: false },
            sources: (property) =>
                (propertyDependencies[property] ?? [])
                    .map((source) => ({ urn: source, type: normaliseToken(typeOfUrn(source)) }))
                    .filter(
                        (source) =>
                            this.rule.appliesTo.includes(source.type) || source.type in this.rule.reads,
                    ),
        };
        return { subject, ledger };
    }
}

/** Judges the declared resources of a stack by one rule. Pure, like `judge`. */
export function judgeStack(
    rule: StackRule,
    resources: readonly DeclaredResource[],
    config?: object,
): StackVerdict {
    const judge = new StackJudge(rule, resources, config);
    resources.forEach((resource) => {
        judge.judge(resource);
    });
    return judge.verdict;
}
