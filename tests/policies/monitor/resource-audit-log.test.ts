import { resourceAuditLog } from "../../../policies/rules/monitor/resource-audit-log";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const ID = "/subscriptions/0/resourceGroups/rg/providers";
const VAULT_ID = `${ID}/Microsoft.KeyVault/vaults/kv-aplus-dev`;

const vault: StackMember = {
    type: "azure-native:keyvault:Vault",
    name: "vault",
    props: { vaultName: "kv-aplus-dev" },
};
const registry: StackMember = {
    type: "azure-native:containerregistry:Registry",
    name: "registry",
    props: { registryName: "craplusdev" },
};
const cluster: StackMember = {
    type: "azure-native:containerservice:ManagedCluster",
    name: "cluster",
    props: { resourceName: "aks-aplus-dev" },
};
const account: StackMember = {
    type: "azure-native:storage:StorageAccount",
    name: "account",
    props: { accountName: "staplusdev" },
};
const server: StackMember = {
    type: "azure-native:sql:Server",
    name: "server",
    props: { serverName: "sql-aplus-dev" },
};
const network: StackMember = {
    type: "azure-native:network:VirtualNetwork",
    name: "network",
    props: { virtualNetworkName: "vnet-aplus-dev" },
};
const log = (settings: object) => ({ enabled: true, ...settings });
const AUDIT = [log({ categoryGroup: "audit" })];
const setting = (uri: unknown, from?: StackMember, logs: unknown = AUDIT): StackMember => ({
    type: "azure-native:monitor:DiagnosticSetting",
    name: "audit",
    props: { resourceUri: uri, logs },
    ...(from === undefined ? {} : { dependencies: { resourceUri: [from] } }),
});
const missing = (categories: string) =>
    `attendu un DiagnosticSetting actif sur ${categories} ou le groupe « audit » ou « allLogs »`;
const unlogged = (...members: readonly StackMember[]) => ({
    members,
    violations: [["vault", missing("« AuditEvent »")]] as const,
});
const KUBE_AUDIT = missing("« kube-audit »");

/** Types that have one audit category, and the id of a resource of each. */
const UNLOGGED = [
    ["cosmosdb:DatabaseAccount", "DataPlaneRequests", "accountName", "Microsoft.DocumentDB/databaseAccounts"],
    ["eventhub:Namespace", "RuntimeAuditLogs", "namespaceName", "Microsoft.EventHub/namespaces"],
    ["redis:Redis", "ConnectedClientList", "name", "Microsoft.Cache/Redis"],
    ["servicebus:Namespace", "RuntimeAuditLogs", "namespaceName", "Microsoft.ServiceBus/namespaces"],
    [
        "sql:ManagedInstance",
        "SQLSecurityAuditEvents",
        "managedInstanceName",
        "Microsoft.Sql/managedInstances",
    ],
] as const;

describeStackRule(resourceAuditLog, {
    accepts: {
        ...Object.fromEntries(
            UNLOGGED.map(([type, category, name, idType]) => [
                `${type} by its id`,
                {
                    members: [
                        { type: `azure-native:${type}`, name: "subject", props: { [name]: "records" } },
                        setting(`${ID}/${idType}/records`, undefined, [log({ category })]),
                    ],
                },
            ]),
        ),
        "a vault that is logged": { members: [vault, setting(VAULT_ID)] },
        "a vault that is not created yet": { members: [vault, setting(UNKNOWN, vault)] },
        "one setting each": {
            members: [vault, registry, setting(UNKNOWN, vault), setting(UNKNOWN, registry)],
        },
        "every log of a vault": {
            members: [vault, setting(UNKNOWN, vault, [log({ categoryGroup: "allLogs" })])],
        },
        "the audit events of a vault by name": {
            members: [vault, setting(UNKNOWN, vault, [log({ category: "AuditEvent" })])],
        },
        "the administrative audit of a cluster": {
            members: [cluster, setting(UNKNOWN, cluster, [log({ category: "kube-audit" })])],
        },
        "a storage account by its blob service": {
            members: [
                account,
                setting(`${ID}/Microsoft.Storage/storageAccounts/staplusdev/blobServices/default`),
            ],
        },
        "a network by its id": {
            members: [
                network,
                setting(`${ID}/Microsoft.Network/virtualNetworks/vnet-aplus-dev`, undefined, [
                    log({ category: "VMProtectionAlerts" }),
                ]),
            ],
        },
        "a SQL server by its master database": {
            members: [server, setting(UNKNOWN, server, [log({ category: "SQLSecurityAuditEvents" })])],
        },
    },
    rejects: {
        "a vault without setting": unlogged(vault),
        "a vault beside a registry that is logged": unlogged(vault, registry, setting(UNKNOWN, registry)),
        "a setting about a name that only ends alike": unlogged(
            vault,
            setting(`${ID}/Microsoft.KeyVault/vaults/old-kv-aplus-dev`),
        ),
        "a setting about a resource of another type with the same name": unlogged(
            vault,
            setting(`${ID}/Microsoft.Storage/storageAccounts/kv-aplus-dev`),
        ),
        "a setting that logs nothing": unlogged(
            vault,
            setting(UNKNOWN, vault, [{ categoryGroup: "audit", enabled: false }]),
        ),
        "a cluster whose autoscaler alone is logged": {
            members: [cluster, setting(UNKNOWN, cluster, [log({ category: "cluster-autoscaler" })])],
            violations: [["cluster", KUBE_AUDIT]],
        },
        "a storage account without setting": {
            members: [account],
            violations: [["account", missing("« StorageRead » ou « StorageWrite » ou « StorageDelete »")]],
        },
        "a network without setting": {
            members: [network],
            violations: [["network", missing("« VMProtectionAlerts »")]],
        },
        "a SQL server without setting": {
            members: [server],
            violations: [["server", missing("« SQLSecurityAuditEvents »")]],
        },
    },
    unset: {
        ...Object.fromEntries(
            UNLOGGED.map(([type, category]) => [
                `every setting of ${type}`,
                {
                    members: [{ type: `azure-native:${type}`, name: "subject", props: {} }],
                    violations: [["subject", missing(`« ${category} »`)]] as const,
                },
            ]),
        ),
        "the logs of the setting": unlogged(vault, setting(UNKNOWN, vault, null)),
        "the category of a log": unlogged(vault, setting(UNKNOWN, vault, [log({})])),
        "the name of the vault": unlogged({ ...vault, props: {} }, setting(VAULT_ID)),
    },
    unknown: {
        "what the only setting is about": {
            members: [vault, setting(UNKNOWN)],
            unknowns: ["audit/resourceUri"],
        },
        "whether a log is enabled": {
            members: [vault, setting(UNKNOWN, vault, [{ categoryGroup: "audit", enabled: UNKNOWN }])],
            unknowns: ["audit/logs[0].enabled"],
        },
        "the category of a log": {
            members: [vault, setting(UNKNOWN, vault, [log({ category: UNKNOWN })])],
            unknowns: ["audit/logs[0].category"],
        },
        "the name of the vault": {
            members: [{ ...vault, props: { vaultName: UNKNOWN } }, setting(VAULT_ID)],
            unknowns: ["vault/vaultName"],
        },
    },
    otherType: "azure-native:network:NatGateway",
});
