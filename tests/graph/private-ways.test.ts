import { type Graph, type Resource, valueAt } from "../../architecture/graph";
import { changed, finds, holds, label, named, withAdded, withInputs, without } from "./recorded";

const VAULT = "azure-native:keyvault:Vault";
const ENDPOINT = "azure-native:network:PrivateEndpoint";
const SUBNET = "azure-native:network:Subnet";
const ZONE = "azure-native:privatedns:PrivateZone";
const NETWORK = "azure-native:network:VirtualNetwork";
const WORKSPACE = "azure-native:operationalinsights:Workspace";

/** What holds data or keys, with the zone of its names; of the workspace, its link scope is reached. */
const STORES: Readonly<Record<string, string>> = {
    [VAULT]: "privatelink.vaultcore.azure.net",
    "azure-native:containerregistry:Registry": "privatelink.azurecr.io",
    "azure-native:storage:StorageAccount": "privatelink.blob.core.windows.net",
    "azure-native:monitor:PrivateLinkScope": "privatelink.monitor.azure.com",
};

/** Stores that the Internet reaches, or the virtual network does not. */
function openStores(graph: Graph): readonly string[] {
    const stores = graph.resources.filter(({ type }) => STORES[type] !== undefined);
    return [...stores.flatMap((store) => waysTo(graph, store)), ...openWorkspaces(graph)];
}

function waysTo(graph: Graph, store: Resource): readonly string[] {
    const faults: string[] = [];
    const access =
        store.inputs.publicNetworkAccess ?? valueAt(store.inputs, "properties", "publicNetworkAccess");
    if (access !== "Disabled" && !store.type.endsWith(":PrivateLinkScope")) {
        faults.push("open to the Internet");
    }
    const endpoint = graph.of(ENDPOINT).find((candidate) => graph.references(candidate).includes(store));
    const group = graph
        .of("azure-native:network:PrivateDnsZoneGroup")
        .find(
            ({ inputs }) =>
                endpoint !== undefined && inputs.privateEndpointName === endpoint.inputs.privateEndpointName,
        );
    if (endpoint === undefined) {
        faults.push("no private endpoint");
    } else if (
        group === undefined ||
        !graph.references(group).some(({ inputs }) => inputs.privateZoneName === STORES[store.type])
    ) {
        faults.push("no DNS zone group");
    }
    return faults.map((fault) => `${label(store)}: ${fault}`);
}

function openWorkspaces(graph: Graph): readonly string[] {
    const linked = graph
        .of("azure-native:monitor:PrivateLinkScopedResource")
        .map(({ inputs }) => graph.withId(inputs.linkedResourceId));
    return graph
        .of(WORKSPACE)
        .filter(
            (workspace) =>
                !linked.includes(workspace) ||
                workspace.inputs.publicNetworkAccessForIngestion !== "Disabled" ||
                workspace.inputs.publicNetworkAccessForQuery !== "Disabled",
        )
        .map((workspace) => `${label(workspace)}: not private`);
}

/** Zones whose names the virtual network does not resolve. */
function unlinkedZones(graph: Graph): readonly string[] {
    const linked = graph
        .of("azure-native:privatedns:VirtualNetworkLink")
        .filter((link) => graph.references(link).some(({ type }) => type === NETWORK))
        .map(({ inputs }) => inputs.privateZoneName);
    return graph
        .of(ZONE)
        .filter(({ inputs }) => !linked.includes(inputs.privateZoneName))
        .map((zone) => `${label(zone)}: not linked`);
}

/** Azure refuses a security group on the firewall's subnet. */
const FIREWALL_SUBNET = "AzureFirewallSubnet";

function openSubnets(graph: Graph): readonly string[] {
    return graph.of(SUBNET).flatMap((subnet) => {
        const group = graph
            .references(subnet)
            .some(({ type }) => type === "azure-native:network:NetworkSecurityGroup");
        const faults = [
            ...(group || subnet.inputs.subnetName === FIREWALL_SUBNET ? [] : ["no security group"]),
            ...(subnet.inputs.defaultOutboundAccess === false ? [] : ["default outbound access"]),
        ];
        return faults.map((fault) => `${label(subnet)}: ${fault}`);
    });
}

/** A network that lists subnets would undo those that are resources of their own. */
const inlineSubnets = (graph: Graph) =>
    graph
        .of(NETWORK)
        .filter(({ inputs }) => inputs.subnets !== undefined)
        .map((network) => `${label(network)}: inline subnets`);

describe("the graph: private ways", () => {
    holds(
        "every data store is closed to the Internet and has a private endpoint and its DNS zone",
        openStores,
    );
    holds("every private DNS zone is linked to the network", unlinkedZones);
    holds("every subnet has a security group and no default way out", openSubnets);
    holds("subnets are resources of their own", inlineSubnets);

    const vaultEndpoint = ({ type, inputs }: Resource) =>
        type === ENDPOINT && JSON.stringify(inputs).includes("/vaults/kv-aplus-core-");
    finds(
        "a vault without a private endpoint",
        openStores,
        without(vaultEndpoint),
        "Vault vault: no private endpoint",
    );
    finds(
        "a vault whose name leads to the Internet",
        openStores,
        without(
            ({ type, inputs }) =>
                type.endsWith(":PrivateDnsZoneGroup") &&
                String(inputs.privateEndpointName).includes("-vault-"),
        ),
        "Vault vault: no DNS zone group",
    );
    finds(
        "a vault whose name is registered in the registry's zone",
        openStores,
        (graph) =>
            withInputs(
                ({ type, inputs }) =>
                    type.endsWith(":PrivateDnsZoneGroup") &&
                    String(inputs.privateEndpointName).includes("-vault-"),
                {
                    privateDnsZoneConfigs: graph
                        .of(ZONE)
                        .filter(({ inputs }) => inputs.privateZoneName === "privatelink.azurecr.io")
                        .map(({ id }) => ({ name: "vault", privateDnsZoneId: id })),
                },
            )(graph),
        "Vault vault: no DNS zone group",
    );
    finds(
        "a vault that is open to the Internet",
        openStores,
        changed(named(VAULT, "vault"), ({ inputs }) => ({
            inputs: {
                ...inputs,
                properties: { ...(inputs.properties as object), publicNetworkAccess: "Enabled" },
            },
        })),
        "Vault vault: open to the Internet",
    );
    finds(
        "a workspace outside the link scope",
        openStores,
        without(named("azure-native:monitor:PrivateLinkScopedResource")),
        "Workspace logging: not private",
    );
    finds(
        "a zone that the network does not know",
        unlinkedZones,
        withAdded({ type: ZONE, inputs: { privateZoneName: "privatelink.example" } }),
        "PrivateZone added: not linked",
    );
    finds(
        "a subnet without a security group",
        openSubnets,
        withAdded({ type: SUBNET, inputs: { subnetName: "snet", defaultOutboundAccess: false } }),
        "Subnet added: no security group",
    );
    finds(
        "a subnet with Azure's default way out",
        openSubnets,
        withAdded({ type: SUBNET, inputs: { subnetName: FIREWALL_SUBNET } }),
        "Subnet added: default outbound access",
    );
    finds(
        "a network that lists its subnets",
        inlineSubnets,
        withInputs(named(NETWORK), { subnets: [] }),
        "VirtualNetwork network: inline subnets",
    );
});
