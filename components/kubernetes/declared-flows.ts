import type * as pulumi from "@pulumi/pulumi";
import { CustomResource, NetworkPolicy } from "./api";
import {
    admission,
    type Connection,
    departure,
    departureOutside,
    type Endpoint,
    type Flow,
    isOutside,
    type Pods,
    podsOf,
    serviceOf,
} from "./flows";
import { authorization, knownHosts, outsideService } from "./mesh";

/** Lets pods in at an endpoint: past the network's policies, and past the mesh's. */
export function admit(from: Pods, to: Endpoint, parent: pulumi.Resource): readonly pulumi.Resource[] {
    const policy = admission(from, to);
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
    // Two reasons to connect to one port are one flow.
    const flows = new Map(connections.map((connection) => [keyOf(connection.to), connection]));
    return [sidecar, ...[...flows.values()].flatMap((connection) => ends(from, connection, parent))];
}

const keyOf = (to: Connection["to"]) => `${isOutside(to) ? to.host : serviceOf(to)}:${to.port.toString()}`;

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
    const policy = departure(from, to, purpose);
    return [new NetworkPolicy(policy.metadata.name, policy, { parent }), ...admit(podsOf(from), to, parent)];
}
