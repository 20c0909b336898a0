import { type Graph, type Resource, valueAt } from "../../architecture/graph";
import type { StackName } from "../../architecture/stack-config";
import { changed, finds, holds, label, named, withAdded, withInputs } from "./recorded";

const ADDRESS = "azure-native:network:PublicIPAddress";
const GATEWAY = "azure-native:network:ApplicationGateway";
const CLUSTER = "azure-native:containerservice:ManagedCluster";

/** Who may have which public address. Only the first accepts connections to the platform. */
const HOLDERS: Readonly<Record<string, readonly string[]>> = {
    edge: [GATEWAY],
    egress: ["azure-native:network:AzureFirewall", "azure-native:network:NatGateway"],
    // Operators, signed in with Entra.
    bastion: ["azure-native:network:BastionHost"],
};

/** What speaks of an address without having it. */
const ATTENDANTS = ["azure-native:monitor:DiagnosticSetting"];

function strayAddresses(graph: Graph): readonly string[] {
    return graph.of(ADDRESS).flatMap((address) => {
        const [, , use = ""] = String(address.inputs.publicIpAddressName).split("-");
        return graph.resources
            .filter(
                (holder) => !ATTENDANTS.includes(holder.type) && graph.references(holder).includes(address),
            )
            .filter(({ type }) => HOLDERS[use]?.includes(type) !== true)
            .map((holder) => `${label(holder)}: has the public address "${use}"`);
    });
}

/** The one entry for the public, and bastion's where the stack has one. */
const EXPECTED: Readonly<Record<StackName, readonly string[]>> = {
    dev: ["pip-aplus-edge-dev-frc", "pip-aplus-egress-dev-frc"],
    prod: ["pip-aplus-bastion-prod-frc", "pip-aplus-edge-prod-frc", "pip-aplus-egress-prod-frc"],
};

function unexpectedAddresses(graph: Graph, stack: StackName): readonly string[] {
    const names = graph.of(ADDRESS).map(({ inputs }) => String(inputs.publicIpAddressName));
    const expected = EXPECTED[stack];
    return [
        ...names.filter((name) => !expected.includes(name)).map((name) => `${name}: unexpected`),
        ...expected.filter((name) => !names.includes(name)).map((name) => `${name}: missing`),
    ];
}

/** Ways from the Internet into the cluster that Azure would open by itself. */
function clusterEntries(graph: Graph): readonly string[] {
    const clusters = graph.of(CLUSTER).flatMap((cluster) => {
        const { inputs } = cluster;
        const outbound = String(valueAt(inputs, "networkProfile", "outboundType"));
        return [
            ...(valueAt(inputs, "apiServerAccessProfile", "enablePrivateCluster") === true
                ? []
                : ["public API"]),
            ...(["userDefinedRouting", "userAssignedNATGateway"].includes(outbound)
                ? []
                : [`way out by ${outbound}`]),
        ].map((fault) => `${label(cluster)}: ${fault}`);
    });
    const inline = graph
        .of(CLUSTER)
        .flatMap(({ inputs }) => inputs.agentPoolProfiles as Resource["inputs"][]);
    const pools = [
        ...graph.of("azure-native:containerservice:AgentPool").map(({ inputs }) => inputs),
        ...inline,
    ]
        .filter(({ enableNodePublicIP }) => enableNodePublicIP === true)
        .map(() => "a node pool has public addresses");
    const services = graph.resources
        .filter(({ type }) => type.endsWith(":Service") || type.endsWith(":Gateway"))
        .filter(({ inputs }) => {
            const annotations = valueAt(inputs, "metadata", "annotations");
            return (
                valueAt(inputs, "spec", "type") === "LoadBalancer" &&
                valueAt(annotations, "service.beta.kubernetes.io/azure-load-balancer-internal") !== "true"
            );
        })
        .map((service) => `${label(service)}: public load balancer`);
    return [...clusters, ...pools, ...services];
}

describe("the graph: exposure", () => {
    holds("public addresses are the edge's, the egress's and bastion's", strayAddresses);
    holds("there is no other public address", unexpectedAddresses);
    holds("nothing of the cluster faces the Internet", clusterEntries);

    finds(
        "another holder of a public address",
        strayAddresses,
        (graph) =>
            withAdded({
                type: "azure-native:network:LoadBalancer",
                inputs: { frontend: { id: graph.of(ADDRESS).find(({ name }) => name.includes("edge"))?.id } },
            })(graph),
        'LoadBalancer added: has the public address "edge"',
    );
    finds(
        "a public address too many",
        unexpectedAddresses,
        withAdded({ type: ADDRESS, inputs: { publicIpAddressName: "pip-aplus-test-prod-frc" } }),
        "pip-aplus-test-prod-frc: unexpected",
    );
    finds(
        "a public API server",
        clusterEntries,
        changed(named(CLUSTER), ({ inputs }) => ({ inputs: { ...inputs, apiServerAccessProfile: {} } })),
        "ManagedCluster cluster: public API",
    );
    finds(
        "nodes with public addresses",
        clusterEntries,
        withInputs(named("azure-native:containerservice:AgentPool"), { enableNodePublicIP: true }),
        "a node pool has public addresses",
    );
    finds(
        "a service that faces the Internet",
        clusterEntries,
        withAdded({ type: "kubernetes:core/v1:Service", inputs: { spec: { type: "LoadBalancer" } } }),
        "Service added: public load balancer",
    );
});
