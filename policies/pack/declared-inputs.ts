import type { PolicyResource } from "@pulumi/policy";

import type { DeclaredResource, Rule } from "../rule";
import { normaliseToken } from "../token";
import { unknownCheckingProxy } from "../unknown";
import { bare } from "./bare";
import { deserialised, isRemediated, secretsAmong } from "./deserialise-once";
import type { Request } from "./dispatch";

/**
 * The inputs of the resources that stack rules read, as they passed through the analysis of each resource.
 *
 * A stack analysis is given outputs, and at a first preview a provider that waits for its cluster has none to give:
 * what the program declares is in the inputs only.
 */
export class DeclaredInputs {
    private readonly wanted: ReadonlySet<string>;
    private readonly byUrn = new Map<string, object>();
    /** By the outputs that it came with: each stack rule is handed the same stack anew. */
    private readonly known = new WeakMap<object, DeclaredResource>();

    constructor(rules: readonly Rule[]) {
        this.wanted = new Set(
            rules.flatMap((rule) =>
                rule.kind === "stack" ? [...rule.appliesTo, ...Object.keys(rule.reads)] : [],
            ),
        );
    }

    record({ type, message }: Request): void {
        const properties = message.getProperties();
        if (properties !== undefined && this.wanted.has(normaliseToken(type)) && !isRemediated(properties)) {
            this.byUrn.set(message.getUrn(), unknownCheckingProxy(deserialised(properties)));
        }
    }

    /** The resource with the inputs that it was declared with, or with its outputs where it was never analysed. */
    declared(resource: PolicyResource): DeclaredResource {
        const outputs = bare(resource.props);
        const declared = this.known.get(outputs) ?? this.declare(resource);
        this.known.set(outputs, declared);
        return declared;
    }

    private declare({
        type,
        name,
        urn,
        props,
        opts,
        propertyDependencies,
    }: PolicyResource): DeclaredResource {
        const inputs = this.byUrn.get(urn) ?? (props as object);
        const sources = Object.entries(propertyDependencies).map(
            ([property, dependencies]) =>
                [property, dependencies.map((dependency) => dependency.urn)] as const,
        );
        const secrets = secretsAmong(inputs);
        return {
            type,
            name,
            urn,
            props: inputs,
            opts,
            propertyDependencies: Object.fromEntries(sources),
            ...(secrets === undefined ? {} : { secrets }),
        };
    }
}
