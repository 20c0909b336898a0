import { catalogue as rule } from "../../catalogue";
import type { Link } from "../../framework";
import { iso, sources } from "../sources";

/** What holds data or commands is not reached from the Internet. */
export const exposure: Link = {
    sources: [...iso("A.8.3", "A.8.20"), sources.privateOnly, sources.cnilGuide],
    rules: [
        rule.databaseNotPublic,
        rule.databaseFirewallNarrow,
        rule.cosmosFirewallNarrow,
        rule.storageAccountNotPublic,
        rule.keyVaultNotPublic,
        rule.containerRegistryPrivate,
        rule.aksApiPrivate,
        rule.aksApiPrivateDns,
        rule.aksApiRangesNarrow,
        rule.aksManagedIngressInternal,
        rule.serviceNotInternetFacing,
        rule.nodePoolNoPublicIp,
        rule.nsgNoInternetAdminPorts,
        rule.publicAddressAccounted,
        rule.dataStorePrivateEndpoint,
        rule.logWorkspacePrivate,
        rule.virtualMachineNoPublicIp,
        rule.helmServiceNotExposed,
        rule.keyVaultFirewallDeny,
        rule.managedHsmProtected,
        rule.messagingNotPublic,
        rule.applicationInsightsPrivate,
        rule.grafanaNotPublic,
        rule.monitorWorkspaceNotPublic,
        rule.storageAccountFirewallDeny,
        rule.gatewayRoutesNarrow,
        rule.ingressHostsExplicit,
        rule.meshHostsExplicit,
        rule.loadBalancerInternal,
        rule.privateLinkKnownParties,
        rule.publicAddressStandard,
        rule.webAppNotPublic,
        rule.serviceSourcesNarrow,
    ],
};

/** Networks are partitioned: what need not talk cannot. */
export const partition: Link = {
    sources: [...iso("A.8.22"), sources.healthPartition],
    rules: [
        rule.aksNetworkPolicy,
        rule.namespaceDefaultDeny,
        rule.networkPolicyNarrow,
        rule.nodePoolSystemDedicated,
        rule.subnetNetworkSecurityGroup,
        rule.podNameResolution,
        rule.workloadNamespace,
        rule.networkInterfaceNoForwarding,
        rule.ciliumPolicyNarrow,
    ],
};

/** What leaves for the Internet is chosen and filtered. */
export const outbound: Link = {
    sources: iso("A.8.21", "A.8.23"),
    rules: [
        rule.aksOutboundControlled,
        rule.firewallRulesNarrow,
        rule.firewallThreatProtection,
        rule.routeTableNoInternet,
        rule.subnetNoDefaultOutbound,
        rule.nsgOutboundNarrow,
    ],
};

/** What is published on the web is shielded. */
export const webShield: Link = {
    sources: iso("A.8.20", "A.8.26"),
    rules: [
        rule.applicationGatewayWaf,
        rule.ingressAnnotationsSafe,
        rule.frontDoorWebFirewall,
        rule.webFirewallRulesComplete,
    ],
};

/** Workloads know and encrypt each other. */
export const mesh: Link = {
    sources: iso("A.8.21", "A.8.24"),
    rules: [
        rule.aksServiceMesh,
        rule.meshAuthorizationNarrow,
        rule.meshPeerAuthenticationStrict,
        rule.meshNamespaceAuthorized,
    ],
};
