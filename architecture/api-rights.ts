import { type Graph, type Resource, valueAt } from "./graph";

/** What an account of the cluster may ask of its API. */
export interface ApiRight {
    /** Namespace and name of the service account. */
    readonly account: string;
    /** The namespace that the right is good for; undefined for all the cluster. */
    readonly namespace: string | undefined;
    /** Such as "pods/log", or the pages of the server itself. */
    readonly targets: readonly string[];
    readonly verbs: readonly string[];
}

const RBAC = "kubernetes:rbac.authorization.k8s.io/v1";

interface Rule {
    readonly resources?: readonly string[];
    readonly nonResourceURLs?: readonly string[];
    readonly verbs: readonly string[];
}

interface Subject {
    readonly kind: string;
    readonly namespace?: string;
    readonly name: string;
}

/** Every right that a stack gives in its cluster. Throws for one that it gives by a role of others, or to whom is no account. */
export function apiRightsOf(graph: Graph): readonly ApiRight[] {
    return ["ClusterRole", "Role"].flatMap((kind) =>
        graph.of(`${RBAC}:${kind}Binding`).flatMap((binding) => {
            const account = accountOf(binding);
            return rulesOf(graph, kind, binding).map(({ resources, nonResourceURLs, verbs }) => ({
                account,
                namespace: namespaceOf(binding),
                targets: [...(resources ?? []), ...(nonResourceURLs ?? [])],
                verbs,
            }));
        }),
    );
}

const namespaceOf = ({ inputs }: Resource) => {
    const namespace = valueAt(inputs, "metadata", "namespace");
    return typeof namespace === "string" ? namespace : undefined;
};

function accountOf({ name, inputs }: Resource): string {
    const [subject, ...others] = inputs.subjects as readonly Subject[];
    if (subject?.kind !== "ServiceAccount" || others.length > 0) {
        throw new Error(`${name}: expected one service account, got ${JSON.stringify(inputs.subjects)}`);
    }
    return `${subject.namespace ?? ""}/${subject.name}`;
}

function rulesOf(graph: Graph, kind: string, binding: Resource): readonly Rule[] {
    const { inputs } = binding;
    const role = graph
        .of(`${RBAC}:${kind}`)
        .find(
            (each) =>
                valueAt(inputs, "roleRef", "kind") === kind &&
                valueAt(inputs, "roleRef", "name") === valueAt(each.inputs, "metadata", "name") &&
                namespaceOf(each) === namespaceOf(binding),
        );
    if (role === undefined) {
        throw new Error(
            `${binding.name}: expected a ${kind} of the stack, got ${JSON.stringify(inputs.roleRef)}`,
        );
    }
    return role.inputs.rules as readonly Rule[];
}
