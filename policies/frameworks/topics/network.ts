import { catalogue as rule } from "../../catalogue";
import type { Link } from "../../framework";
import { iso, sources } from "../sources";

/** What holds data is not reached from the Internet. */
export const dataExposure: Link = {
    sources: [...iso("A.8.3", "A.8.20"), sources.cnilNetwork, sources.privateOnly],
    rules: [
        rule.databaseNotPublic,
        rule.databaseFirewallNarrow,
        rule.cosmosFirewallNarrow,
        rule.storageAccountNotPublic,
        rule.keyVaultNotPublic,
        rule.containerRegistryPrivate,
        rule.dataStorePrivateEndpoint,
        rule.logWorkspacePrivate,
        rule.keyVaultFirewallDeny,
        rule.managedHsmProtected,
        rule.messagingNotPublic,
        rule.applicationInsightsPrivate,
        rule.grafanaNotPublic,
        rule.monitorWorkspaceNotPublic,
        rule.storageAccountFirewallDeny,
        rule.privateLinkKnownParties,
    ],
};

/** The ways in are few, known and narrow. */
export const entrances: Link = {
    sources: [...iso("A.8.20"), sources.cnilNetwork, sources.privateOnly],
    rules: [
        rule.aksApiPrivate,
        rule.aksApiPrivateDns,
        rule.aksApiRangesNarrow,
        rule.aksManagedIngressInternal,
        rule.serviceNotInternetFacing,
        rule.nodePoolNoPublicIp,
        rule.nsgNoInternetAdminPorts,
        rule.publicAddressAccounted,
        rule.virtualMachineNoPublicIp,
        rule.helmServiceNotExposed,
        rule.gatewayRoutesNarrow,
        rule.ingressHostsExplicit,
        rule.meshHostsExplicit,
        rule.loadBalancerInternal,
        rule.publicAddressStandard,
        rule.webAppNotPublic,
        rule.serviceSourcesNarrow,
    ],
};

/** Networks are partitioned: what need not talk cannot. */
export const partition: Link = {
    sources: [...iso("A.8.22"), sources.cnilNetwork, sources.healthPartition],
    rules: [
        rule.aksNetworkPolicy,
        rule.namespaceDefaultDeny,
        rule.networkPolicyNarrow,
        rule.subnetNetworkSecurityGroup,
        rule.podHostIsolated,
        rule.workloadNamespace,
        rule.networkInterfaceNoForwarding,
        rule.ciliumPolicyNarrow,
    ],
};

/** Names are resolved where the cluster sees it. */
export const nameResolution: Link = {
    sources: iso("A.8.21"),
    rules: [rule.podNameResolution],
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
        rule.meshEgressRegistered,
    ],
};

const webFirewalls: Link = {
    sources: [...iso("A.8.20", "A.8.26"), sources.cnilWeb, sources.webFirewall],
    rules: [rule.applicationGatewayWaf, rule.frontDoorWebFirewall, rule.webFirewallRulesComplete],
};

const webControllers: Link = {
    sources: [...iso("A.8.26"), sources.cnilWeb],
    rules: [rule.ingressAnnotationsSafe],
};

/** What is published on the web is shielded. */
export const webShield: readonly Link[] = [webFirewalls, webControllers];

/** Workloads prove who they are and encrypt what they exchange. */
export const meshEncryption: Link = {
    sources: iso("A.8.21", "A.8.24"),
    rules: [rule.aksServiceMesh, rule.meshPeerAuthenticationStrict],
};

/** Workloads call only what they are authorised to call. */
export const meshAuthorization: Link = {
    sources: iso("A.8.3", "A.8.22"),
    rules: [rule.meshAuthorizationNarrow, rule.meshNamespaceAuthorized],
};
