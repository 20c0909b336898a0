// The azure-native classes in use, each from its own file: a module's index would load far more.
export { RoleAssignment } from "@pulumi/azure-native/authorization/roleAssignment";
export { Registry as ContainerRegistry } from "@pulumi/azure-native/containerregistry/registry";
export { AgentPool } from "@pulumi/azure-native/containerservice/agentPool";
export { listManagedClusterUserCredentialsOutput } from "@pulumi/azure-native/containerservice/listManagedClusterUserCredentials";
export { ManagedCluster } from "@pulumi/azure-native/containerservice/managedCluster";
export { Vault } from "@pulumi/azure-native/keyvault/vault";
export { FederatedIdentityCredential } from "@pulumi/azure-native/managedidentity/federatedIdentityCredential";
export { UserAssignedIdentity } from "@pulumi/azure-native/managedidentity/userAssignedIdentity";
export { DiagnosticSetting } from "@pulumi/azure-native/monitor/diagnosticSetting";
export { NetworkSecurityGroup } from "@pulumi/azure-native/network/networkSecurityGroup";
export { PrivateDnsZoneGroup } from "@pulumi/azure-native/network/privateDnsZoneGroup";
export { PrivateEndpoint } from "@pulumi/azure-native/network/privateEndpoint";
export { Subnet } from "@pulumi/azure-native/network/subnet";
export { VirtualNetwork } from "@pulumi/azure-native/network/virtualNetwork";
export { Workspace } from "@pulumi/azure-native/operationalinsights/workspace";
export { PrivateZone } from "@pulumi/azure-native/privatedns/privateZone";
export { VirtualNetworkLink } from "@pulumi/azure-native/privatedns/virtualNetworkLink";
export { ResourceGroup } from "@pulumi/azure-native/resources/resourceGroup";
