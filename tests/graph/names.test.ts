import { azureName } from "../../architecture/drawing";
import type { Graph } from "../../architecture/graph";
import { changed, finds, holds, label, named, withAdded } from "./recorded";

const VAULT = "azure-native:keyvault:Vault";

/** Letters, digits, hyphens, periods and underscores; the first a letter or digit, the last no hyphen or period. */
const network = (max: number) =>
    new RegExp(`^(?=.{1,${max.toString()}}$)[a-zA-Z0-9]([a-zA-Z0-9._-]*[a-zA-Z0-9_])?$`);
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** No character that is escaped in an address. */
const plain = (max: number) =>
    new RegExp(`^[^<>*%&:\\\\?/+#]{0,${(max - 1).toString()}}[^<>*%&:\\\\?/+# .]$`);

/** What Azure accepts as the name of each type (Azure's "naming rules and restrictions"). */
const PATTERNS: Readonly<Record<string, RegExp>> = {
    "authorization:ManagementLockByScope": plain(90),
    "authorization:PolicyAssignment": plain(64),
    "authorization:RoleAssignment": GUID,
    "authorization:RoleDefinition": GUID,
    "compute:DiskEncryptionSet": /^[a-zA-Z0-9_-]{1,80}$/,
    "consumption:Budget": /^[a-zA-Z0-9_-]{1,63}$/,
    "containerregistry:CacheRule": /^[a-zA-Z0-9-]{5,50}$/,
    "containerregistry:CredentialSet": /^[a-zA-Z0-9-]{5,50}$/,
    "containerregistry:Registry": /^[a-zA-Z0-9]{5,50}$/,
    "containerregistry:Replication": /^[a-zA-Z0-9]{5,50}$/,
    "containerservice:AgentPool": /^[a-z][a-z0-9]{0,11}$/,
    "containerservice:MaintenanceConfiguration": /^(default|aksManaged(AutoUpgrade|NodeOSUpgrade)Schedule)$/,
    "containerservice:ManagedCluster": /^[a-zA-Z0-9]([a-zA-Z0-9_-]{0,61}[a-zA-Z0-9])?$/,
    "dbformysql:Configuration": /^[a-z_]+$/,
    "dbformysql:Database": /^[a-zA-Z0-9_]{1,64}$/,
    "dbformysql:Server": /^(?=.{3,63}$)[a-z0-9]([a-z0-9-]*[a-z0-9])$/,
    "keyvault:Key": /^[a-zA-Z0-9-]{1,127}$/,
    "keyvault:Secret": /^[a-zA-Z0-9-]{1,127}$/,
    "keyvault:Vault": /^[a-zA-Z](?!.*--)[a-zA-Z0-9-]{1,22}[a-zA-Z0-9]$/,
    "managedidentity:FederatedIdentityCredential": /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,119}$/,
    "managedidentity:UserAssignedIdentity": /^[a-zA-Z0-9][a-zA-Z0-9_-]{2,127}$/,
    "monitor:ActionGroup": plain(260),
    "monitor:ActivityLogAlert": plain(260),
    "monitor:DiagnosticSetting": plain(260),
    "monitor:PrivateLinkScope": /^[a-zA-Z0-9_().-]{1,255}$/,
    "monitor:PrivateLinkScopedResource": /^[a-zA-Z0-9_().-]{1,255}$/,
    "monitor:ScheduledQueryRule": plain(260),
    "network:ApplicationGateway": network(80),
    "network:AzureFirewall": network(56),
    "network:BastionHost": network(80),
    "network:DdosProtectionPlan": network(80),
    "network:FirewallPolicy": network(80),
    "network:FirewallPolicyRuleCollectionGroup": network(80),
    "network:FlowLog": network(80),
    "network:NatGateway": network(80),
    "network:NetworkSecurityGroup": network(80),
    "network:NetworkWatcher": network(80),
    "network:PrivateDnsZoneGroup": network(80),
    "network:PrivateEndpoint": network(64),
    "network:PublicIPAddress": network(80),
    "network:RouteTable": network(80),
    "network:Subnet": network(80),
    "network:VirtualNetwork": /^(?=.{2,64}$)[a-zA-Z0-9][a-zA-Z0-9._-]*[a-zA-Z0-9_]$/,
    "network:WebApplicationFirewallPolicy": /^[a-zA-Z][a-zA-Z0-9-]{0,79}$/,
    "operationalinsights:DataExport": /^[a-zA-Z][a-zA-Z0-9-]{2,61}[a-zA-Z0-9]$/,
    "operationalinsights:Table": /^[a-zA-Z][a-zA-Z0-9_]{0,62}$/,
    "operationalinsights:Workspace": /^[a-zA-Z0-9][a-zA-Z0-9-]{2,61}[a-zA-Z0-9]$/,
    // "@" is the zone's own name.
    "privatedns:PrivateRecordSet": /^(@|[a-z0-9_-]{1,63}(\.[a-z0-9_-]{1,63})*)$/,
    "privatedns:PrivateZone": /^(?=.{1,63}$)[a-z0-9_-]+(\.[a-z0-9_-]+){1,33}$/,
    "privatedns:VirtualNetworkLink": network(80),
    "resources:ResourceGroup": /^[\w().-]{0,89}[\w()-]$/,
    "security:Pricing": /^[A-Za-z]+$/,
    "security:SecurityContact": /^default$/,
    "storage:BlobContainer": /^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$/,
    "storage:BlobServiceProperties": /^default$/,
    "storage:ManagementPolicy": /^default$/,
    "storage:StorageAccount": /^[a-z0-9]{3,24}$/,
};

/** Names that Azure would refuse, and types that the table lacks. */
const badNames = (graph: Graph) =>
    graph.resources
        .filter(({ type }) => type.startsWith("azure-native:"))
        .filter(
            (resource) =>
                PATTERNS[resource.type.replace("azure-native:", "")]?.test(azureName(resource)) !== true,
        )
        .map((resource) => `${label(resource)}: "${azureName(resource)}"`);

/** Names that two resources of one scope share. Azure tells no upper from lower case. */
function sharedNames(graph: Graph): readonly string[] {
    const ids = graph.resources
        .filter(({ type }) => type.startsWith("azure-native:") || type.startsWith("kubernetes:"))
        .map((resource) => ({ resource, key: `${resource.type} ${resource.id.toLowerCase()}` }));
    const keys = ids.map(({ key }) => key);
    return ids.filter(({ key }, index) => keys.indexOf(key) !== index).map(({ resource }) => label(resource));
}

describe("the graph: names", () => {
    holds("every name keeps to Azure's rules", badNames);
    holds("no two resources have one name", sharedNames);

    finds(
        "a vault whose name is too long",
        badNames,
        changed(named(VAULT, "vault"), ({ id }) => ({ id: `${id}-recovered` })),
        'Vault vault: "kv-aplus-core-prod-frc-recovered"',
    );
    finds(
        "a vault with two hyphens in a row",
        badNames,
        changed(named(VAULT, "vault"), () => ({ id: "/vaults/kv--aplus" })),
        'Vault vault: "kv--aplus"',
    );
    finds(
        "a type without a rule",
        badNames,
        withAdded({ type: "azure-native:sql:Server", id: "/servers/sql" }),
        'Server added: "sql"',
    );
    finds(
        "two vaults of one name",
        sharedNames,
        (graph) => withAdded({ type: VAULT, id: graph.of(VAULT)[0]?.id.toUpperCase() ?? "" })(graph),
        "Vault added",
    );
});
