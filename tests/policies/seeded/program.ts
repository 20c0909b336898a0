import type { JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";

import { propertyDependenciesOf, registrations } from "../../../architecture/record";
import type { StackName } from "../../../architecture/stack-config";
import { appliesTo, judge } from "../../../policies/judge";
import { judgeStack } from "../../../policies/judge-stack";
import type { DeclaredResource, Rule } from "../../../policies/rule";
import { secretPaths } from "../../../policies/secret-paths";
import { normaliseToken } from "../../../policies/token";
import { type Properties, received as asReceived } from "../../support/evaluate";

/** A resource of the program, its inputs as the SDK sends them. */
export interface Declaration {
    readonly type: string;
    readonly name: string;
    readonly urn: string;
    readonly inputs: Properties;
    readonly options: NonNullable<DeclaredResource["opts"]>;
    readonly propertyDependencies: Readonly<Record<string, readonly string[]>>;
}

const programs = new Map<StackName, Promise<readonly Declaration[]>>();

/** All that the program declares for a stack; recorded once for all tests. */
export function programOf(stack: StackName): Promise<readonly Declaration[]> {
    const program = programs.get(stack) ?? record(stack);
    programs.set(stack, program);
    return program;
}

async function record(stack: StackName): Promise<readonly Declaration[]> {
    return (await registrations(stack)).map(({ request, response }) => ({
        type: request.getType(),
        name: request.getName(),
        urn: response.getUrn(),
        inputs: inputsOf(request.getObject()?.toJavaScript()),
        options: { protect: request.getProtect() ?? false, ignoreChanges: request.getIgnorechangesList() },
        propertyDependencies: propertyDependenciesOf(request),
    }));
}

function inputsOf(values: Record<string, JavaScriptValue> = {}): Properties {
    return values;
}

/** What a rule finds in a program: URNs of the resources that violate it, and what it cannot decide. */
export interface Found {
    readonly violations: readonly { readonly urn: string; readonly message: string }[];
    readonly unknowns: readonly string[];
}

export function findings(rule: Rule, program: readonly DeclaredResource[]): Found {
    if (rule.kind === "stack") {
        return judgeStack(rule, program);
    }
    const verdicts = program.map((resource) => ({
        urn: resource.urn,
        verdict: judge(rule, resource),
    }));
    return {
        violations: verdicts.flatMap(({ urn, verdict }) =>
            verdict.violations.map((message) => ({ urn, message })),
        ),
        unknowns: verdicts.flatMap(({ urn, verdict }) => verdict.unknowns.map((path) => `${urn}/${path}`)),
    };
}

const received = new WeakMap<Declaration, DeclaredResource>();

/** The declaration as a pack receives it. */
export function declared(declaration: Declaration): DeclaredResource {
    const { inputs, options, ...rest } = declaration;
    const resource = received.get(declaration) ?? {
        ...rest,
        props: asReceived(inputs),
        opts: options,
        secrets: secretPaths(inputs),
    };
    received.set(declaration, resource);
    return resource;
}

/** Whether a resource is of the types that a rule judges. */
export function isJudged(rule: Rule, resource: Declaration): boolean {
    const type = normaliseToken(resource.type);
    return rule.kind === "stack" ? rule.appliesTo.includes(type) : appliesTo(rule, type);
}
