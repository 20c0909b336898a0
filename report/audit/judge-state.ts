import { appliesTo, judge } from "../../policies/judge";
import { StackJudge } from "../../policies/judge-stack";
import type { DeclaredResource, ResourceRule, Rule, StackRule } from "../../policies/rule";
import { NO_SECRETS, secretPaths } from "../../policies/secret-paths";
import { normaliseToken } from "../../policies/token";
import { unknownCheckingProxy } from "../../policies/unknown";
import type { Cover } from "../../policies/exemptions/register";
import type { HeededRegister } from "../exemptions";
import { exemptionOf, Findings, type Judged } from "../findings";
import type { Fact, Finding, Verdict } from "../model";
import { factsOf, sortedFacts } from "../registers/facts";
import type { RegisteredResource } from "../preview/record";
import { isRootStack, nameOf, projectOfUrn, stackOfUrn } from "../../policies/urn";
import type { StateResource } from "./state-resource";
import { isPlain, stateValue } from "./state-values";

/** A rule with the choices that it leaves to its users. */
export interface Configured<R extends Rule> {
    readonly rule: R;
    readonly config: object;
}

/** The reading of a state from its beginning. */
export type ReadState = () => AsyncIterable<readonly StateResource[]>;

/**
 * Judges the resources of a state as the engine has packs judge those that a program registers.
 *
 * The state is read twice: what stack rules weigh the others against must be known first. Former copies that wait for
 * their deletion are left out, and what is only read is seen by stack rules alone, by its outputs: the engine does so.
 * Memory grows with the verdicts and a few settings, not with the properties of the resources.
 */
export async function judgeState(
    rules: readonly Configured<Rule>[],
    read: ReadState,
    { register, ignored }: HeededRegister,
    onProgress: (judged: number) => void,
): Promise<Judged & { readonly facts: readonly Fact[] }> {
    const stackRules = rules.filter((entry): entry is Configured<StackRule> => entry.rule.kind === "stack");
    const context = await contextOf(stackRules, read);
    const judges = stackRules.map(({ rule, config }) => ({
        rule,
        judge: new StackJudge(rule, context, config),
    }));
    const applicable = new Dispatch(
        rules.filter((entry): entry is Configured<ResourceRule> => entry.rule.kind === "resource"),
    );
    const resources = new Map<string, RegisteredResource>();
    const facts = new Map<string, readonly Fact[]>();
    const findings = new Findings();
    const shared = new Shared();
    const note = (rule: Rule, urn: string, found: Found): void => {
        const cover = found.verdict === "violation" && !ignored ? register.coverOf(rule.id, urn) : undefined;
        findings.add({
            rule: rule.id,
            resource: urn,
            verdict: cover === undefined ? found.verdict : coveredVerdict(found),
            ...exemptionOf(cover && shared.exemption(cover)),
            messages: shared.list(found.messages ?? []),
            undecided: shared.list(found.undecided ?? []),
        });
    };

    let judged = 0;
    for await (const batch of read()) {
        for (const resource of batch.filter(({ pendingDeletion }) => !pendingDeletion)) {
            const declared = declaredBy(resource);
            judges.forEach((stack) => {
                stack.judge.judge(declared);
            });
            if (!resource.readOnly) {
                if (!isDefaultProvider(resource)) {
                    resources.set(resource.urn, {
                        type: shared.text(resource.type),
                        custom: resource.custom,
                    });
                    facts.set(resource.urn, factsOf(resource));
                }
                for (const { rule, config } of applicable.to(resource.type)) {
                    const { status, violations, unknowns } = judge(rule, declared, { config });
                    if (status !== "notApplicable") {
                        note(rule, resource.urn, {
                            verdict: status,
                            messages: violations,
                            undecided: unknowns,
                        });
                    }
                }
            }
            judged += 1;
        }
        onProgress(judged);
    }

    const stackUrn = [...resources.keys()].find(isRootStack) ?? rootStackUrn(resources);
    for (const { rule, judge: stack } of judges) {
        const { status, violations, unknowns } = stack.verdict;
        if (status === "compliant") {
            note(rule, stackUrn, { verdict: status });
        }
        for (const { urn, message } of violations) {
            note(rule, urn, { verdict: "violation", messages: [message] });
        }
        if (unknowns.length > 0) {
            note(rule, stackUrn, { verdict: "undecided", undecided: unknowns });
        }
    }
    return { resources, findings: findings.sorted(), packVersions: new Map(), facts: sortedFacts(facts) };
}

interface Found {
    readonly verdict: Verdict;
    readonly messages?: readonly string[];
    readonly undecided?: readonly string[];
}

/** As when the engine tells of what is covered and of what is unknown: the graver stands. */
function coveredVerdict({ undecided = [] }: Found): Verdict {
    return undecided.length > 0 ? "undecided" : "exempted";
}

/** The resources that stack rules read, wherever they stand in the state. */
async function contextOf(
    rules: readonly Configured<StackRule>[],
    read: ReadState,
): Promise<readonly DeclaredResource[]> {
    const types: ReadonlySet<string> = new Set(rules.flatMap(({ rule }) => Object.keys(rule.reads)));
    const context: DeclaredResource[] = [];
    for await (const batch of read()) {
        for (const resource of batch) {
            if (!resource.pendingDeletion && types.has(normaliseToken(resource.type))) {
                context.push(declaredBy(resource));
            }
        }
    }
    return context;
}

/** The resource as a program declares it. */
function declaredBy(resource: StateResource): DeclaredResource {
    const { type, urn, protect, ignoreChanges, propertyDependencies } = resource;
    const properties = resource.readOnly ? resource.outputs : resource.inputs;
    return {
        type,
        name: nameOf(urn),
        urn,
        // Most are plain, and reading through the guard costs as much as all else that rules do.
        ...(isPlain(properties)
            ? { props: properties, secrets: NO_SECRETS }
            : {
                  props: unknownCheckingProxy(stateValue(properties) as object),
                  secrets: secretPaths(properties),
              }),
        opts: { protect, ignoreChanges },
        propertyDependencies,
    };
}

/** Providers that no program declares; the engine tells of none. */
function isDefaultProvider({ type, urn }: StateResource): boolean {
    return type.startsWith("pulumi:providers:") && /^default(_|$)/.test(nameOf(urn));
}

/** The URN that the engine gives a stack. */
function rootStackUrn(resources: ReadonlyMap<string, unknown>): string {
    const [first = ""] = resources.keys();
    const [stack, project] = [stackOfUrn(first), projectOfUrn(first)];
    return `urn:pulumi:${stack}::${project}::pulumi:pulumi:Stack::${project}-${stack}`;
}

/** The resource rules by the type that they apply to. */
class Dispatch {
    private readonly byType = new Map<string, readonly Configured<ResourceRule>[]>();

    constructor(private readonly rules: readonly Configured<ResourceRule>[]) {}

    to(type: string): readonly Configured<ResourceRule>[] {
        const known = this.byType.get(type);
        if (known !== undefined) {
            return known;
        }
        const token = normaliseToken(type);
        const applicable = this.rules.filter(({ rule }) => appliesTo(rule, token));
        this.byType.set(type, applicable);
        return applicable;
    }
}

/** One copy of each text and list: thousands of resources are often found wanting in the same words. */
class Shared {
    private readonly texts = new Map<string, string>();
    private readonly exemptions = new Map<string, NonNullable<Finding["exemption"]>>();
    private readonly lists = new Map<string, string[]>();

    text(text: string): string {
        const known = this.texts.get(text) ?? text;
        this.texts.set(text, known);
        return known;
    }

    exemption({ exemption: { id, expires }, daysLeft }: Cover): NonNullable<Finding["exemption"]> {
        const known = this.exemptions.get(id) ?? { id, expires, daysLeft };
        this.exemptions.set(id, known);
        return known;
    }

    list(texts: readonly string[]): string[] {
        const sorted = [...new Set(texts)].sort();
        const key = sorted.join("\0");
        const known = this.lists.get(key) ?? sorted;
        this.lists.set(key, known);
        return known;
    }
}
