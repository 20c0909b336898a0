import { z } from "zod";

/** A pod as the mesh sees it. */
export interface Member {
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
    /** The service account in its certificate; undefined for a pod outside the mesh. */
    readonly account: string | undefined;
}

const names = z.array(z.string()).min(1);

/** What this reads of an AuthorizationPolicy; it refuses one that says more. */
const authorizationPolicy = z.strictObject({
    namespace: z.string(),
    spec: z.strictObject({
        selector: z.strictObject({ matchLabels: z.record(z.string(), z.string()) }).optional(),
        action: z.literal("ALLOW").optional(),
        rules: z
            .array(
                z.strictObject({
                    from: z.array(z.strictObject({ source: z.strictObject({ principals: names }) })),
                    to: z.array(z.strictObject({ operation: z.strictObject({ ports: names }) })),
                }),
            )
            .optional(),
    }),
});

const peerAuthentication = z.strictObject({
    namespace: z.string(),
    spec: z.strictObject({ mtls: z.strictObject({ mode: z.string() }) }),
});

/** The mesh's policies of a stack. */
export interface MeshPolicies {
    readonly authorizations: readonly unknown[];
    readonly authentications: readonly unknown[];
}

/**
 * What the mesh lets in, as Istio's reference has it: a workload that any policy applies to admits what one of them
 * allows, and a namespace that asks for mutual TLS admits nobody without a certificate.
 */
export function meshOf(policies: MeshPolicies): (from: Member, to: Member, port: number) => boolean {
    const authorizations = policies.authorizations.map((policy) => authorizationPolicy.parse(policy));
    const strict = policies.authentications
        .map((policy) => peerAuthentication.parse(policy))
        .filter(({ spec }) => spec.mtls.mode === "STRICT")
        .map(({ namespace }) => namespace);
    return (from, to, port) => {
        if (from.account === undefined && strict.includes(to.namespace)) {
            return false;
        }
        const principal = `cluster.local/ns/${from.namespace}/sa/${from.account ?? ""}`;
        const applicable = authorizations.filter(
            ({ namespace, spec }) =>
                namespace === to.namespace &&
                Object.entries(spec.selector?.matchLabels ?? {}).every(
                    ([label, value]) => to.labels[label] === value,
                ),
        );
        const rules = applicable.flatMap(({ spec }) => spec.rules ?? []);
        return (
            applicable.length === 0 ||
            rules.some(
                (rule) =>
                    rule.from.some(({ source }) => source.principals.includes(principal)) &&
                    rule.to.some(({ operation }) => operation.ports.includes(port.toString())),
            )
        );
    };
}
