import { logDestinationEea } from "../../../policies/rules/monitor/log-destination-eea";
import { describeStackRule, secret, type StackMember, UNKNOWN } from "../../support/evaluate";

const ID = "/subscriptions/0/resourceGroups/rg/providers";
const WORKSPACE_ID = `${ID}/Microsoft.OperationalInsights/workspaces/log-aplus`;
const ACCOUNT_ID = `${ID}/Microsoft.Storage/storageAccounts/staplus`;
const HUB_ID = `${ID}/Microsoft.EventHub/namespaces/evh-aplus/authorizationRules/send`;
const BUS_ID = `${ID}/Microsoft.ServiceBus/namespaces/sb-aplus/authorizationRules/send`;
const METRICS_ID = `${ID}/Microsoft.Monitor/accounts/amw-aplus`;

const member = (type: string, name: string, props: Readonly<Record<string, unknown>>): StackMember => ({
    type: `azure-native:${type}`,
    name,
    props,
});
const workspace = (location: unknown): StackMember =>
    member("operationalinsights:Workspace", "workspace", { workspaceName: "log-aplus", location });
const account = (location: unknown): StackMember =>
    member("storage:StorageAccount", "account", { accountName: "staplus", location });
const hub = (location: unknown): StackMember =>
    member("eventhub:Namespace", "hub", { namespaceName: "evh-aplus", location });
const bus = (location: unknown): StackMember =>
    member("servicebus:Namespace", "bus", { namespaceName: "sb-aplus", location });
const metrics = (location: unknown): StackMember =>
    member("monitor:AzureMonitorWorkspace", "metrics", { azureMonitorWorkspaceName: "amw-aplus", location });
const setting = (props: Readonly<Record<string, unknown>>): StackMember =>
    member("monitor:DiagnosticSetting", "sender", props);
const collection = (destinations: object): StackMember =>
    member("monitor:DataCollectionRule", "sender", { destinations });
const from = (sender: StackMember, property: string, source: StackMember): StackMember => ({
    ...sender,
    dependencies: { [property]: [source] },
});
const outside = (path: string, location = "« eastus »") => ({
    violations: [
        ["sender", `${path} : attendu une cible dans l’Espace économique européen, obtenu ${location}`],
    ] as const,
});
const unseen = (path: string) => ({
    violations: [
        [
            "sender",
            `${path} : attendu une cible de la pile ou de approvedDestinations, obtenu une cible dont la région est inconnue`,
        ],
    ] as const,
});

/** Each property of a setting, with the id of a target and the target in a region. */
const TARGETS = [
    ["workspaceId", WORKSPACE_ID, workspace],
    ["storageAccountId", ACCOUNT_ID, account],
    ["eventHubAuthorizationRuleId", HUB_ID, hub],
    ["serviceBusRuleId", BUS_ID, bus],
] as const;

/** Each destination of a collection rule likewise. */
const DESTINATIONS = [
    ["eventHubs", "eventHubResourceId", HUB_ID, hub],
    ["eventHubsDirect", "eventHubResourceId", HUB_ID, hub],
    ["logAnalytics", "workspaceResourceId", WORKSPACE_ID, workspace],
    ["monitoringAccounts", "accountResourceId", METRICS_ID, metrics],
    ["storageAccounts", "storageAccountResourceId", ACCOUNT_ID, account],
    ["storageBlobsDirect", "storageAccountResourceId", ACCOUNT_ID, account],
    ["storageTablesDirect", "storageAccountResourceId", ACCOUNT_ID, account],
] as const;

describeStackRule(logDestinationEea, {
    accepts: {
        "a workspace in France": {
            members: [workspace("France Central"), setting({ workspaceId: WORKSPACE_ID })],
        },
        "a workspace that is not created yet": {
            members: [
                workspace("francecentral"),
                from(setting({ workspaceId: UNKNOWN }), "workspaceId", workspace("francecentral")),
            ],
        },
        "a destination that was checked": {
            members: [setting({ workspaceId: WORKSPACE_ID })],
            config: { approvedDestinations: [WORKSPACE_ID.toUpperCase()] },
        },
    },
    rejects: {
        ...Object.fromEntries(
            TARGETS.map(([property, id, target]) => [
                `a target outside by ${property}`,
                { members: [target("eastus"), setting({ [property]: id })], ...outside(property) },
            ]),
        ),
        ...Object.fromEntries(
            DESTINATIONS.map(([list, field, id, target]) => [
                `a target outside among ${list}`,
                {
                    members: [target("eastus"), collection({ [list]: [{ [field]: id }] })],
                    ...outside(`destinations.${list}[0].${field}`),
                },
            ]),
        ),
        "an export to a region outside": {
            members: [
                account("uksouth"),
                member("operationalinsights:DataExport", "sender", { resourceId: ACCOUNT_ID }),
            ],
            ...outside("resourceId", "« uksouth »"),
        },
        "the activity log sent outside": {
            members: [
                workspace("eastus"),
                member("monitor:SubscriptionDiagnosticSetting", "sender", { workspaceId: WORKSPACE_ID }),
            ],
            ...outside("workspaceId"),
        },
        "a target outside that is not created yet": {
            members: [
                workspace("eastus"),
                account("francecentral"),
                from(setting({ workspaceId: UNKNOWN }), "workspaceId", workspace("eastus")),
            ],
            ...outside("workspaceId"),
        },
        "a collection to a target that is not created yet": {
            members: [
                workspace("eastus"),
                from(
                    collection({ logAnalytics: [{ workspaceResourceId: UNKNOWN }] }),
                    "destinations",
                    workspace("eastus"),
                ),
            ],
            ...outside("destinations.logAnalytics[0].workspaceResourceId"),
        },
        "a target of another stack": {
            members: [account("francecentral"), setting({ workspaceId: WORKSPACE_ID })],
            ...unseen("workspaceId"),
        },
        "a partner": {
            members: [setting({ marketplacePartnerId: `${ID}/Microsoft.Datadog/monitors/dd` })],
            ...unseen("marketplacePartnerId"),
        },
        "a region that is a number": {
            members: [workspace(1), setting({ workspaceId: WORKSPACE_ID })],
            ...outside("workspaceId", "1"),
        },
    },
    unset: {
        "every destination": { members: [workspace("eastus"), setting({})] },
        "the id of a destination": {
            members: [
                workspace("eastus"),
                from(collection({ logAnalytics: [{}] }), "destinations", workspace("eastus")),
            ],
        },
        "the region of the target, which the provider gives,": {
            members: [
                member("operationalinsights:Workspace", "workspace", { workspaceName: "log-aplus" }),
                setting({ workspaceId: WORKSPACE_ID }),
            ],
            unknowns: ["workspace/location"],
        },
    },
    unknown: {
        "the target": {
            members: [workspace("eastus"), setting({ workspaceId: UNKNOWN })],
            unknowns: ["sender/workspaceId"],
        },
        "the target, without any in the stack": {
            members: [setting({ workspaceId: UNKNOWN })],
            unknowns: ["sender/workspaceId"],
        },
        "the region of the target, which is a secret,": {
            members: [workspace(secret("eastus")), setting({ workspaceId: WORKSPACE_ID })],
            ...outside("workspaceId", "un secret"),
        },
        "the region of the target": {
            members: [workspace(UNKNOWN), setting({ workspaceId: WORKSPACE_ID })],
            unknowns: ["workspace/location"],
        },
        "the name of the only workspace": {
            members: [
                member("operationalinsights:Workspace", "workspace", { workspaceName: UNKNOWN }),
                setting({ workspaceId: WORKSPACE_ID }),
            ],
            unknowns: ["workspace/workspaceName"],
        },
    },
    otherType: "azure-native:network:VirtualNetwork",
});
