import type * as pulumi from "@pulumi/pulumi";
import { CustomResource, NetworkPolicy } from "./api";
import {
    admission,
    type Connection,
    departure,
    departureOutside,
    departureToPart,
    type Endpoint,
    type Flow,
    isClusterPart,
    isOutside,
    type Pods,
    podsOf,
} from "./flows";
import { authorization, knownHosts, kubeletService, outsideService } from "./mesh";

/** Lets pods in at an endpoint: past the network's policies, and past the mesh's. The purpose is in French. */
export function admit(
    from: Pods,
    to: Endpoint,
    purpose: string,
    parent: pulumi.Resource,
): readonly pulumi.Resource[] {
    const policy = admission(from, to, purpose);
    const { name } = policy.metadata;
    return [
        new NetworkPolicy(name, policy, { parent }),
        new CustomResource(`${name}-authorization`, authorization(from, to), { parent }),
    ];
}

/** Everything that the flows of one workload need, at both of their ends. */
export function declareFlows(
    from: Flow["from"],
    connections: readonly Connection[],
    parent: pulumi.Resource,
): readonly pulumi.Resource[] {
    const sidecar = new CustomResource(`${from.workload}-known-hosts`, knownHosts(from, connections), {
        parent,
    });
    return [sidecar, ...merged(connections).flatMap((connection) => ends(from, connection, parent))];
}

/** Two reasons to connect to one port are one flow. */
function merged(connections: readonly Connection[]): readonly Connection[] {
    const flows = new Map<string, Connection>();
    for (const { to, purpose } of connections) {
        const known = flows.get(keyOf(to))?.purpose ?? purpose;
        flows.set(keyOf(to), { to, purpose: known === purpose ? purpose : `${known} ; ${purpose}` });
    }
    return [...flows.values()];
}

/** What policies tell apart: pods, whatever the service that leads to them, a host outside, or a part of the cluster. */
const keyOf = (to: Connection["to"]) =>
    isClusterPart(to)
        ? to.part
        : `${isOutside(to) ? to.host : `${to.namespace}/${to.workload}`}:${to.port.toString()}`;

function ends(
    from: Flow["from"],
    { to, purpose }: Connection,
    parent: pulumi.Resource,
): readonly pulumi.Resource[] {
    if (isOutside(to)) {
        const policy = departureOutside(from, to, purpose);
        const service = outsideService(from, to);
        return [
            new CustomResource(policy.metadata.name, policy, { parent }),
            new CustomResource(`${service.metadata.name}-service`, service, { parent }),
        ];
    }
    if (isClusterPart(to)) {
        const policy = departureToPart(from, to, purpose);
        return [
            new CustomResource(policy.metadata.name, policy, { parent }),
            // The mesh knows the API server as a service of Kubernetes' own.
            ...(to.part === "kubelets"
                ? [
                      new CustomResource(`${policy.metadata.name}-service`, kubeletService(from, to), {
                          parent,
                      }),
                  ]
                : []),
        ];
    }
    const policy = departure(from, to, purpose);
    return [
        new NetworkPolicy(policy.metadata.name, policy, { parent }),
        ...admit(podsOf(from), to, purpose, parent),
    ];
}
