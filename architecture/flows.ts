import type { z } from "zod";
import { PURPOSE } from "../components/kubernetes/flows";
import {
    admission,
    authorization,
    denial,
    departure,
    departureOutside,
    departureToPart,
    open,
    refusal,
} from "./flow-forms";
import { type Graph, valueAt } from "./graph";

/** Pods of one kind: those of a workload, or of an add-on. */
export interface Party {
    readonly namespace: string;
    readonly name: string;
}

/** A connection that the platform's policies let pass. */
export interface DeployedFlow {
    readonly from: Party;
    /** The pods, or the host outside the cluster, or the part of the cluster that is no pod. */
    readonly to: Party | string;
    readonly port: number;
    /** In French. */
    readonly purpose: string;
}

/** What every pod of the platform may connect to. */
export interface OpenFlow {
    readonly to: Party;
    /** Such as "TCP 53". */
    readonly ports: readonly string[];
    /** In French. */
    readonly purpose: string;
}

/** All that a stack's policies let pass. */
export interface Flows {
    /** Between the platform's own pods. */
    readonly inside: readonly DeployedFlow[];
    /** From its pods to hosts outside the cluster. */
    readonly outside: readonly DeployedFlow[];
    /** From its pods to the API server and the kubelets. */
    readonly parts: readonly DeployedFlow[];
    /** From add-ons' pods to its own. */
    readonly entries: readonly DeployedFlow[];
    readonly open: readonly OpenFlow[];
}

export const NETWORK_POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";
export const OUTSIDE_POLICY = "kubernetes:cilium.io/v2:CiliumNetworkPolicy";
export const AUTHORIZATION = "kubernetes:security.istio.io/v1:AuthorizationPolicy";
const NAMESPACE = "kubernetes:core/v1:Namespace";

/**
 * Reads the policies of a stack as they are deployed.
 *
 * Throws an Error that lists every policy of a form that the page could not show, every one that lets connections pass
 * and does not say why, and every flow that one of its ends, or the mesh, refuses.
 */
export function flowsOf(graph: Graph): Flows {
    const faults: string[] = [];
    const read = readPolicies(graph, faults);
    const own = new Set(graph.of(NAMESPACE).map(({ inputs }) => valueAt(inputs, "metadata", "name")));
    // The network knows an add-on's pods by their labels, the mesh by their account.
    const anonymous = (flow: DeployedFlow) =>
        own.has(flow.from.namespace) ? flow : { ...flow, from: { ...flow.from, name: "*" } };
    const within = (flows: readonly DeployedFlow[], others: readonly DeployedFlow[], what: string) => {
        const found = new Set(others.map(anonymous).map(nameOf));
        const absent = flows
            .map(anonymous)
            .map(nameOf)
            .filter((key) => !found.has(key));
        faults.push(...absent.map((key) => `${key}: expected ${what}, got none`));
    };
    const entries = read.admissions.filter(({ from }) => !own.has(from.namespace));
    const inside = read.admissions.filter(({ from }) => own.has(from.namespace));
    within(read.departures, read.admissions, "a policy that lets it in");
    within(inside, read.departures, "a policy that lets it out");
    within(read.admissions, read.authorizations, "an authorization of the mesh");
    within(read.authorizations, read.admissions, "a policy that lets in what the mesh authorizes");
    if (faults.length > 0) {
        throw new Error(faults.join("\n"));
    }
    return {
        inside: inOrder(inside),
        outside: inOrder(read.outside),
        parts: inOrder(read.parts),
        entries: inOrder(entries),
        open: [...new Map(read.open.map((flow) => [JSON.stringify(flow), flow])).values()],
    };
}

/** A flow in one line, such as "a/web -> b/api:80". */
export function nameOf({ from, to, port }: DeployedFlow): string {
    const target = typeof to === "string" ? to : `${to.namespace}/${to.name}`;
    return `${from.namespace}/${from.name} -> ${target}:${port.toString()}`;
}

const inOrder = (flows: readonly DeployedFlow[]) =>
    flows.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));

interface Policies {
    readonly departures: DeployedFlow[];
    readonly admissions: DeployedFlow[];
    readonly authorizations: DeployedFlow[];
    readonly outside: DeployedFlow[];
    readonly parts: DeployedFlow[];
    readonly open: OpenFlow[];
}

/** A policy as its readers take it. */
interface Policy {
    readonly namespace: string;
    readonly purpose: string;
    readonly spec: unknown;
}

/** Reads a policy into the list that it belongs to; false for one of another form. */
type Reader = (policy: Policy, into: Policies) => boolean;

const reader =
    <Form extends z.ZodType>(
        form: Form,
        add: (read: z.infer<Form>, policy: Policy, into: Policies) => void,
    ): Reader =>
    (policy, into) => {
        const { success, data } = form.safeParse(policy.spec);
        if (success) {
            add(data, policy, into);
        }
        return success;
    };

const nothing = () => undefined;

const READERS: Readonly<Record<string, readonly Reader[]>> = {
    [NETWORK_POLICY]: [
        reader(refusal, nothing),
        reader(open, (read, { purpose }, into) => into.open.push({ ...read, purpose })),
        reader(departure, ({ from, to, port }, { namespace, purpose }, into) =>
            into.departures.push({ from: { namespace, name: from }, to, port, purpose }),
        ),
        reader(admission, ({ from, to, port }, { namespace, purpose }, into) =>
            into.admissions.push({ from, to: { namespace, name: to }, port, purpose }),
        ),
    ],
    [OUTSIDE_POLICY]: [
        reader(departureOutside, ({ from, host, port }, { namespace, purpose }, into) =>
            into.outside.push({ from: { namespace, name: from }, to: host, port, purpose }),
        ),
        reader(departureToPart, ({ from, part, port }, { namespace, purpose }, into) =>
            into.parts.push({ from: { namespace, name: from }, to: part, port, purpose }),
        ),
    ],
    [AUTHORIZATION]: [
        reader(denial, nothing),
        reader(authorization, ({ from, to, port }, { namespace, purpose }, into) =>
            into.authorizations.push({ from, to: { namespace, name: to }, port, purpose }),
        ),
    ],
};

function readPolicies(graph: Graph, faults: string[]): Policies {
    const into: Policies = {
        departures: [],
        admissions: [],
        authorizations: [],
        outside: [],
        parts: [],
        open: [],
    };
    for (const [type, readers] of Object.entries(READERS)) {
        for (const { name, inputs } of graph.of(type)) {
            const policy = {
                namespace: textAt(inputs, "metadata", "namespace"),
                purpose: textAt(inputs, "metadata", "annotations", PURPOSE),
                spec: inputs.spec,
            };
            if (!readers.some((read) => read(policy, into))) {
                const spec = JSON.stringify(policy.spec);
                faults.push(`${name}: expected a form of architecture/flow-forms.ts, got ${spec}`);
            }
        }
    }
    const named = [...into.departures, ...into.admissions, ...into.outside, ...into.parts].map((flow) => ({
        ...flow,
        name: nameOf(flow),
    }));
    const all = [...named, ...into.open.map((flow) => ({ ...flow, name: `every pod -> ${flow.to.name}` }))];
    const mute = all.filter(({ purpose }) => purpose === "");
    faults.push(...mute.map(({ name }) => `${name}: expected the annotation ${PURPOSE}, got none`));
    return into;
}

function textAt(value: unknown, ...path: readonly string[]): string {
    const found = valueAt(value, ...path);
    return typeof found === "string" ? found : "";
}
