import { Graph, type Resource } from "../../architecture/graph";

/** A resource of which nothing is known. */
export const EMPTY: Resource = {
    urn: "",
    type: "",
    name: "",
    id: "",
    inputs: {},
    outputs: {},
    parent: "",
    provider: "",
    dependencies: [],
    propertyDependencies: {},
    protect: false,
    ignoreChanges: [],
};

/** A resource whose URN is its name. */
export const resource = (type: string, name: string, more: Partial<Resource> = {}): Resource => ({
    ...EMPTY,
    urn: name,
    type,
    name,
    ...more,
});

const GATEWAY = "azure-native:network:ApplicationGateway";

/** A stack of two components: a network with a gateway in its one used subnet, and a vault with a private endpoint there. */
export const sample = (): Graph =>
    new Graph([
        resource("audioprothese:network:Network", "network"),
        resource("azure-native:network:VirtualNetwork", "vnet", {
            id: "/vnets/vnet-core",
            parent: "network",
        }),
        resource("azure-native:network:NetworkSecurityGroup", "nsg", {
            id: "/nsgs/nsg-edge",
            parent: "network",
            inputs: {
                securityRules: [
                    rule("Inbound", "Allow", "192.0.2.0/24", "443"),
                    rule("Inbound", "Allow", "GatewayManager", "65200-65535"),
                    rule("Inbound", "Deny", "Internet", "*"),
                    rule("Outbound", "Allow", "198.51.100.0/24", "443"),
                ],
            },
        }),
        resource("azure-native:network:Subnet", "reserved", {
            id: "/subnets/reserved",
            parent: "network",
            inputs: { subnetName: "snet-reserved", addressPrefix: "10.0.10.0/24" },
        }),
        resource("azure-native:network:Subnet", "subnet", {
            id: "/subnets/edge",
            parent: "network",
            inputs: {
                subnetName: "snet-edge",
                addressPrefix: "10.0.9.0/24",
                networkSecurityGroup: { id: "/NSGs/nsg-edge" },
            },
        }),
        resource("azure-native:network:PublicIPAddress", "address", { id: "/pips/pip", parent: "network" }),
        resource(GATEWAY, "gateway", {
            id: "/gateways/agw",
            parent: "network",
            inputs: { subnet: { id: "/subnets/edge" }, address: { id: "/pips/pip" } },
        }),
        resource("audioprothese:key-vault:KeyVault", "vault"),
        resource("azure-native:keyvault:Vault", "vault-itself", {
            id: "/vaults/kv",
            parent: "vault",
            dependencies: ["vnet"],
        }),
        resource("audioprothese:network:PrivateLink", "link", { parent: "vault" }),
        resource("azure-native:network:PrivateEndpoint", "endpoint", {
            id: "/endpoints/pep",
            parent: "link",
            inputs: { subnet: { id: "/subnets/edge" }, service: { id: "/vaults/kv" } },
            dependencies: ["subnet", "vault-itself"],
            propertyDependencies: { subnet: ["subnet"], service: ["vault-itself"] },
        }),
    ]);

const rule = (
    direction: string,
    access: string,
    sourceAddressPrefix: string,
    destinationPortRange: string,
) => ({
    direction,
    access,
    sourceAddressPrefix,
    destinationPortRange,
});
