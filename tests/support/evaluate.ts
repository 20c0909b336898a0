import * as assert from "node:assert/strict";

import { deserializeProperties } from "@pulumi/policy/deserialize";
import * as structproto from "google-protobuf/google/protobuf/struct_pb";

import { judge } from "../../policies/judge";
import { judgeStack } from "../../policies/judge-stack";
import type {
    DeclaredResource,
    Example,
    ResourceOptions,
    ResourceRule,
    Rule,
    StackRule,
    StackVerdict,
    Status,
    Verdict,
} from "../../policies/rule";
import { secretPaths } from "../../policies/secret-paths";
import { typeset } from "../../policies/typography";
import { normaliseToken } from "../../policies/token";
import { unknownCheckingProxy, unknownStringValue } from "../../policies/unknown";
import { overlap, watched } from "./watched";

declare module "@pulumi/policy/deserialize" {
    export function deserializeProperties(
        properties: structproto.Struct,
        proxySecrets: boolean,
    ): Record<string, unknown>;
}

/** Stands in a test's properties for a value that the engine does not know at preview. */
export const UNKNOWN = unknownStringValue;

/** A value that the program declares as a Pulumi secret, as it is sent to a pack. */
export function secret(value: unknown): unknown {
    return {
        "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
        value,
    };
}

const FAMILIES = ["accepts", "rejects", "unset", "unknown"] as const;

/** Properties of a resource, as they are sent to a pack. */
export type Properties = Readonly<Record<string, unknown>>;

/** One resource under a rule, and what the rule must find; without findings it must be compliant. */
export interface Case {
    readonly props: Properties;
    /** Type token, where it is not the one of the suite. */
    readonly type?: string;
    readonly options?: Partial<ResourceOptions>;
    /** Choices of the rule's users, where they are not the rule's own. */
    readonly config?: object;
    readonly violations?: readonly string[];
    readonly unknowns?: readonly string[];
    readonly status?: "notApplicable";
}

/** A resource on which the rule finds nothing wrong. */
export function compliant(props: Properties): Case {
    return { props };
}

/** A resource on which the rule finds exactly these violations, written with ordinary spaces. */
export function violation(props: Properties, ...violations: readonly string[]): Case {
    return { props, violations };
}

/** A resource that the rule cannot judge for want of exactly these properties. */
export function undecided(props: Properties, ...unknowns: readonly string[]): Case {
    return { props, unknowns };
}

/** A resource that is none of the rule's business. */
export function notApplicable(props: Properties): Case {
    return { props, status: "notApplicable" };
}

/** The five families of cases that every rule has; the keys of each complete the name of a test. */
export interface RuleCases {
    readonly type: string;
    readonly accepts: Readonly<Record<string, Case>>;
    readonly rejects: Readonly<Record<string, Case>>;
    readonly unset: Readonly<Record<string, Case>>;
    readonly unknown: Readonly<Record<string, Case>>;
    /** A type that the rule must leave alone. */
    readonly otherType: string;
}

/** Properties as a policy receives them: through the SDK's own deserialiser and proxy. */
export function received(props: Properties): unknown {
    const struct = structproto.Struct.fromJavaScript(props as Record<string, structproto.JavaScriptValue>);
    return unknownCheckingProxy(deserializeProperties(struct, false));
}

/** The verdict of a rule on one resource. */
export function evaluate(
    rule: ResourceRule,
    type: string,
    props: Properties,
    { options = {}, config }: Pick<Case, "options" | "config"> = {},
): Verdict {
    const resource = declare({ type, name: "subject", props, options });
    return judge(rule, resource, config === undefined ? {} : { config });
}

/** A resource of a stack under test; `dependencies` names the resources that each property came from. */
export interface StackMember {
    readonly type: string;
    readonly name: string;
    readonly props: Properties;
    readonly options?: Partial<ResourceOptions>;
    readonly dependencies?: Readonly<Record<string, readonly StackMember[]>>;
}

/** The verdict of a stack rule. */
function evaluateStack(
    rule: StackRule,
    { members, config }: Pick<StackCase, "members" | "config">,
    touched: Touched = new Map(),
): StackVerdict {
    const resources = members.map((member) => {
        const resource = declare(member);
        const type = normaliseToken(member.type);
        const paths = touched.get(type) ?? new Set();
        touched.set(type, paths);
        return { ...resource, props: watched(resource.props, paths) };
    });
    return judgeStack(rule, resources, config);
}

/** The paths of the values that a rule asked for, by type. */
type Touched = Map<string, Set<string>>;

/** The URN of a resource of a stack under test. */
export function urnOf(type: string, name: string): string {
    return `urn:pulumi:dev::audioprothese-plus::${type}::${name}`;
}

/** A stack under a rule, and what the rule must find: messages by the name of their resource. */
export interface StackCase {
    readonly members: readonly StackMember[];
    /** Choices of the rule's users, where they are not the rule's own. */
    readonly config?: object;
    readonly violations?: readonly (readonly [name: string, message: string])[];
    readonly unknowns?: readonly string[];
}

/** The five families of cases of a stack rule. */
export interface StackRuleCases {
    readonly accepts: Readonly<Record<string, StackCase>>;
    readonly rejects: Readonly<Record<string, StackCase>>;
    readonly unset: Readonly<Record<string, StackCase>>;
    readonly unknown: Readonly<Record<string, StackCase>>;
    /** A type that the rule must leave alone. */
    readonly otherType: string;
}

/** Registers the five families of tests of a rule on one resource. */
export function describeRule(rule: ResourceRule, cases: RuleCases): void {
    describe(rule.id, () => {
        registerFamilies(cases, (sample) => {
            check(rule, cases.type, sample);
        });
        it(`leaves ${cases.otherType} alone`, () => {
            assert.equal(evaluate(rule, cases.otherType, {}).status, "notApplicable");
        });
        registerExamples(rule, (examples) =>
            examples.map(
                ({ type, properties, options = {} }) =>
                    evaluate(rule, type, properties as Properties, { options }).status,
            ),
        );
    });
}

/** Registers the five families of tests of a stack rule. */
export function describeStackRule(rule: StackRule, cases: StackRuleCases): void {
    describe(rule.id, () => {
        const touched: Touched = new Map();
        registerFamilies(cases, (sample) => {
            checkStack(rule, sample, touched);
        });
        it("declares what it reads, of the types that it does not judge", () => {
            for (const [type, paths] of Object.entries(rule.reads)) {
                const asked = [...(touched.get(type) ?? [])];
                const strays = rule.appliesTo.includes(type) ? [] : unmatched(asked, paths);
                assert.deepEqual([...unmatched(paths, asked), ...strays], [], type);
            }
        });
        it(`leaves a stack of ${cases.otherType} alone`, () => {
            const members = [{ type: cases.otherType, name: "other", props: {} }];
            assert.equal(evaluateStack(rule, { members }).status, "notApplicable");
        });
        registerExamples(rule, (examples) => [
            evaluateStack(rule, { members: examples.map(memberOf) }).status,
        ]);
    });
}

/** The paths that none of the others leads to, or that lead to none of them. */
function unmatched(paths: readonly string[], others: readonly string[]): readonly string[] {
    return paths.filter((path) => !others.some((other) => overlap(path, other)));
}

/** The examples of the documentation are judged as it says they are. */
function registerExamples(rule: Rule, statuses: (examples: readonly Example[]) => readonly Status[]): void {
    for (const status of ["compliant", "violation"] as const) {
        it(`finds its example of "${status}" to be so`, () => {
            const found = statuses(rule.examples[status]);
            assert.deepEqual(new Set(found), new Set([status]));
        });
    }
}

function memberOf({ type, name = "example", properties, options = {} }: Example): StackMember {
    return { type, name, props: properties as Properties, options };
}

/** A rule without a case of some family does not pass for tested. */
function registerFamilies<C extends { readonly violations?: unknown }>(
    cases: Readonly<Record<(typeof FAMILIES)[number], Readonly<Record<string, C>>>>,
    checkCase: (sample: C) => void,
): void {
    for (const family of FAMILIES) {
        const samples = Object.entries(cases[family]);
        assert.notEqual(samples.length, 0, `no case under "${family}"`);
        for (const [name, sample] of samples) {
            it(testName(family, name), () => {
                assert.equal(family === "rejects" && sample.violations === undefined, false);
                checkCase(sample);
            });
        }
    }
}

function testName(family: (typeof FAMILIES)[number], name: string): string {
    switch (family) {
        case "unset":
            return `judges ${name} left unset`;
        case "unknown":
            return `weighs ${name} when unknown`;
        default:
            return `${family} ${name}`;
    }
}

function check(rule: ResourceRule, type: string, sample: Case): void {
    const { violations = [], unknowns = [] } = sample;
    assert.deepEqual(evaluate(rule, sample.type ?? type, sample.props, sample), {
        status: sample.status ?? statusOf(violations, unknowns),
        violations: violations.map(typeset),
        unknowns,
    });
}

function checkStack(rule: StackRule, sample: StackCase, touched: Touched): void {
    const { members, violations = [], unknowns = [] } = sample;
    const typeOf = (name: string) =>
        members.find((member) => member.name === name)?.type ?? "no such resource";
    assert.deepEqual(evaluateStack(rule, sample, touched), {
        status: statusOf(violations.map(String), unknowns),
        violations: violations.map(([name, message]) => ({
            urn: urnOf(typeOf(name), name),
            message: typeset(message),
        })),
        unknowns,
    });
}

function statusOf(violations: readonly string[], unknowns: readonly string[]): Status {
    if (violations.length > 0) {
        return "violation";
    }
    return unknowns.length > 0 ? "undecided" : "compliant";
}

function declare({ type, name, props, options, dependencies = {} }: StackMember): DeclaredResource {
    const sources = Object.entries(dependencies).map(([property, members]) => [
        property,
        members.map((member) => urnOf(member.type, member.name)),
    ]);
    return {
        type,
        name,
        urn: urnOf(type, name),
        props: received(props),
        opts: { ignoreChanges: [], protect: false, ...options },
        secrets: secretPaths(props),
        propertyDependencies: Object.fromEntries(sources) as Record<string, string[]>,
    };
}
