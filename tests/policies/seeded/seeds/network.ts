import { added, omit, remove, type Seeds, set } from "../seed";
import { azure, ARCHIVE, NETWORK, GATEWAY } from "../targets";

const EDGE_ADDRESS = azure("network:PublicIPAddress", "edge-address");
const NODES = azure("network:Subnet", "network-nodes");
const DATABASE_SECURITY = azure("network:NetworkSecurityGroup", "network-database-security");

export const network: Seeds = {
    "application-gateway-backend-tls": set(GATEWAY, "backendHttpSettingsCollection.0.protocol", "Http"),
    "application-gateway-tls": set(GATEWAY, "sslPolicy.minProtocolVersion", "TLSv1_2"),
    "application-gateway-waf": omit(GATEWAY, "firewallPolicy"),
    "bastion-no-data-copy": omit(azure("network:BastionHost", "network-bastion-host"), "disableCopyPaste"),
    "data-store-private-endpoint": remove(
        azure("network:PrivateDnsZoneGroup", "archive-link-records"),
        ARCHIVE,
    ),
    "firewall-rules-narrow": set(
        azure("network:FirewallPolicyRuleCollectionGroup", "network-egress-rules"),
        "ruleCollections.0.rules.1.targetFqdns.0",
        "*",
    ),
    "firewall-threat-protection": set(
        azure("network:FirewallPolicy", "network-egress-policy"),
        "threatIntelMode",
        "Alert",
    ),
    "front-door-domain-tls": added,
    "front-door-https-only": added,
    "front-door-web-firewall": added,
    "load-balancer-internal": added,
    "network-interface-no-forwarding": added,
    "nsg-no-internet-admin-ports": set(DATABASE_SECURITY, "securityRules.1.access", "Allow"),
    "nsg-outbound-narrow": set(DATABASE_SECURITY, "securityRules.2", {
        name: "allow-out",
        priority: 100,
        access: "Allow",
        direction: "Outbound",
        protocol: "*",
        sourceAddressPrefix: "*",
        sourcePortRange: "*",
        destinationAddressPrefix: "Internet",
        destinationPortRange: "*",
    }),
    "private-link-known-parties": set(
        azure("network:PrivateEndpoint", "vault-link-endpoint"),
        "manualPrivateLinkServiceConnections",
        [{ name: "vault", groupIds: ["vault"] }],
    ),
    "public-address-accounted": omit(GATEWAY, "frontendIPConfigurations", EDGE_ADDRESS),
    "public-address-standard": set(EDGE_ADDRESS, "sku.name", "Basic"),
    "route-table-no-internet": set(
        azure("network:RouteTable", "network-egress-routes"),
        "routes.0.nextHopType",
        "Internet",
    ),
    "subnet-network-security-group": omit(NODES, "networkSecurityGroup"),
    "subnet-no-default-outbound": omit(NODES, "defaultOutboundAccess"),
    "traffic-manager-https": added,
    "virtual-network-encryption": set(NETWORK, "encryption.enabled", false),
    "virtual-network-flow-log": set(azure("network:FlowLog", "archive-flows"), "enabled", false, NETWORK),
    "vpn-connection-strong-encryption": added,
    "vpn-gateway-hardened": added,
    "web-firewall-rules-complete": set(
        azure("network:WebApplicationFirewallPolicy", "edge-waf"),
        "managedRules.managedRuleSets.0.ruleSetVersion",
        "1.0",
    ),
};
