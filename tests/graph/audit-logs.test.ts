import { type Graph, type Resource } from "../../architecture/graph";
import { finds, holds, label, withAdded, withInputs, without } from "./recorded";

const DIAGNOSTIC = "azure-native:monitor:DiagnosticSetting";
const WORKSPACE = "azure-native:operationalinsights:Workspace";

/** Every Azure type of the platform: whether Azure offers an audit log of it. A new type is to be classified here. */
const AUDITED: Readonly<Record<string, boolean>> = {
    "authorization:ManagementLockByScope": false,
    "authorization:PolicyAssignment": false,
    "authorization:RoleAssignment": false,
    "authorization:RoleDefinition": false,
    "compute:DiskEncryptionSet": false,
    "consumption:Budget": false,
    "containerregistry:CacheRule": false,
    "containerregistry:CredentialSet": false,
    "containerregistry:Registry": true,
    "containerregistry:Replication": false,
    "containerservice:AgentPool": false,
    "containerservice:MaintenanceConfiguration": false,
    "containerservice:ManagedCluster": true,
    "dbformysql:Configuration": false,
    "dbformysql:Database": false,
    "dbformysql:Server": true,
    "keyvault:Key": false,
    // Who read it is in the vault's log.
    "keyvault:Secret": false,
    "keyvault:Vault": true,
    "managedidentity:FederatedIdentityCredential": false,
    "managedidentity:UserAssignedIdentity": false,
    "monitor:ActionGroup": false,
    "monitor:ActivityLogAlert": false,
    "monitor:DiagnosticSetting": false,
    "monitor:PrivateLinkScope": false,
    "monitor:PrivateLinkScopedResource": false,
    "monitor:ScheduledQueryRule": false,
    "network:ApplicationGateway": true,
    "network:AzureFirewall": true,
    "network:BastionHost": true,
    // Its public addresses have the log.
    "network:DdosProtectionPlan": false,
    "network:FirewallPolicy": false,
    "network:FirewallPolicyRuleCollectionGroup": false,
    "network:FlowLog": false,
    // Of the Standard kind; StandardV2 has flow logs.
    "network:NatGateway": false,
    "network:NetworkSecurityGroup": true,
    "network:NetworkWatcher": false,
    "network:PrivateDnsZoneGroup": false,
    // Metrics only, as of private DNS zones.
    "network:PrivateEndpoint": false,
    "network:PublicIPAddress": true,
    "network:RouteTable": false,
    "network:Subnet": false,
    "network:VirtualNetwork": true,
    // Its gateway has the log.
    "network:WebApplicationFirewallPolicy": false,
    "operationalinsights:DataExport": false,
    "operationalinsights:Table": false,
    "operationalinsights:Workspace": true,
    "privatedns:PrivateRecordSet": false,
    "privatedns:PrivateZone": false,
    "privatedns:VirtualNetworkLink": false,
    "resources:ResourceGroup": false,
    "security:Pricing": false,
    "security:SecurityContact": false,
    // Its blob service has the log.
    "storage:BlobContainer": false,
    // The only service of the accounts that is logged: the platform uses no file, queue or table, the accounts have no private
    // endpoint for these, none from the Internet, and no shared key opens them.
    "storage:BlobServiceProperties": true,
    "storage:ManagementPolicy": false,
    // Metrics only: what is done to the blobs is its blob service's affair.
    "storage:StorageAccount": false,
};

const isAzure = (resource: Resource) => resource.type.startsWith("azure-native:");

/** What has no class in the table, or no audit log in the workspace although Azure offers one. */
function unlogged(graph: Graph): readonly string[] {
    const logged = new Set(
        graph
            .of(DIAGNOSTIC)
            .filter(
                ({ inputs }) =>
                    graph.withId(inputs.workspaceId)?.type === WORKSPACE && hasEnabledLog(inputs.logs),
            )
            .map(({ inputs }) => String(inputs.resourceUri).toLowerCase()),
    );
    return graph.resources.filter(isAzure).flatMap((resource) => {
        const audited = AUDITED[resource.type.replace("azure-native:", "")];
        const found = logged.has(resource.id.toLowerCase());
        return audited === found
            ? []
            : [`${label(resource)}: ${audited === undefined ? "unclassified" : "no audit log"}`];
    });
}

const hasEnabledLog = (logs: unknown) =>
    Array.isArray(logs) &&
    logs.length > 0 &&
    logs.every((log: { enabled?: unknown }) => log.enabled === true);

/** The subscription itself, which is no resource of the program. */
const unloggedSubscription = (graph: Graph) =>
    graph.of(DIAGNOSTIC).some(({ inputs }) => /^\/subscriptions\/[^/]+$/.test(String(inputs.resourceUri)))
        ? []
        : ["the subscription: no activity log"];

/** Straight into an account whose blobs nobody can change: of the workspace's table Azure exports a part only. */
const unarchivedActivity = (graph: Graph) =>
    graph
        .of(DIAGNOSTIC)
        .some(
            ({ inputs }) =>
                /^\/subscriptions\/[^/]+$/.test(String(inputs.resourceUri)) &&
                graph.withId(inputs.storageAccountId)?.inputs.immutableStorageWithVersioning !== undefined &&
                hasEnabledLog(inputs.logs),
        )
        ? []
        : ["the subscription: no write-once activity log"];

/** Components of the stack that make nothing would hide what they forgot. */
const emptyBoxes = (graph: Graph) =>
    graph.boxes.filter((box) => graph.inside(box).length === 0).map(({ name }) => name);

describe("the graph: audit logs", () => {
    holds("every resource that can be audited is, in the workspace", unlogged);
    holds("the subscription's activity is logged", unloggedSubscription);
    holds("the subscription's activity is archived write-once", unarchivedActivity);
    holds("every component holds resources", emptyBoxes);

    const vaultLog = ({ type, inputs }: Resource) =>
        type === DIAGNOSTIC && /\/vaults\/kv-aplus-core-[^/]+$/.test(String(inputs.resourceUri));
    finds("a vault without an audit log", unlogged, without(vaultLog), "Vault vault: no audit log");
    finds(
        "an audit log that goes nowhere",
        unlogged,
        withInputs(vaultLog, { workspaceId: "" }),
        "Vault vault: no audit log",
    );
    finds(
        "an audit log that is off",
        unlogged,
        withInputs(vaultLog, { logs: [] }),
        "Vault vault: no audit log",
    );
    finds(
        "a type that nobody classified",
        unlogged,
        withAdded({ type: "azure-native:sql:Server" }),
        "Server added: unclassified",
    );
    finds(
        "an unlogged subscription",
        unloggedSubscription,
        without(({ inputs }) => /^\/subscriptions\/[^/]+$/.test(String(inputs.resourceUri))),
        "the subscription: no activity log",
    );
    finds(
        "an activity log that can be rewritten",
        unarchivedActivity,
        withInputs(({ inputs }) => inputs.immutableStorageWithVersioning !== undefined, {
            immutableStorageWithVersioning: undefined,
        }),
        "the subscription: no write-once activity log",
    );
    finds("an empty component", emptyBoxes, withAdded({ type: "audioprothese:sample:Sample" }), "added");
});
