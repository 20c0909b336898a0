import * as assert from "node:assert/strict";

import { catalogue, rules } from "../../../policies/catalogue";
import { ignoredChangesVisible } from "../../../policies/rules/platform/ignored-changes-visible";
import {
    type Case,
    compliant,
    describeRule,
    evaluate,
    notApplicable,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const CLUSTER = "azure-native:containerservice:ManagedCluster";
const CONFIG_MAP = "kubernetes:core/v1:ConfigMap";

const pools = { agentPoolProfiles: [{ count: 3, enableEncryptionAtHost: true }] };
const hidden = (path: string, rule: string, pattern: string) =>
    `attendu « ${path} » hors de ignoreChanges (règle ${rule}), obtenu « ${pattern} »`;
const ignoring = (sample: Case, ...ignoreChanges: readonly string[]): Case => ({
    ...sample,
    options: { ignoreChanges },
});

const ENCRYPTION = "agentPoolProfiles[0].enableEncryptionAtHost";
const ZONES = "agentPoolProfiles[0].availabilityZones";
const PUBLIC_IP = "agentPoolProfiles[0].enableNodePublicIP";
const wholePools = (pattern: string) =>
    violation(
        pools,
        hidden(ZONES, "aks-availability", pattern),
        hidden(ENCRYPTION, "node-pool-encryption-at-host", pattern),
        hidden(PUBLIC_IP, "node-pool-no-public-ip", pattern),
    );

describe("what ignored-changes-visible knows of stack rules", () => {
    const read = rules.flatMap((rule) => (rule.kind === "stack" ? Object.keys(rule.reads) : []));
    for (const type of new Set(read)) {
        it(`counts what they read of ${type}`, () => {
            const verdict = evaluate(
                catalogue.ignoredChangesVisible,
                type,
                {},
                { options: { ignoreChanges: ["*"] } },
            );
            assert.equal(verdict.status, "violation");
        });
    }
});

/** Over some rules, so that no other changes what is found. */
const someIgnoredChangesVisible = ignoredChangesVisible([
    catalogue.aksAvailability,
    catalogue.aksLocalAccountsDisabled,
    catalogue.containerHardened,
    catalogue.databaseNotPublic,
    catalogue.namespaceDefaultDeny,
    catalogue.nodePoolEncryptionAtHost,
    catalogue.nodePoolNoPublicIp,
    catalogue.nsgNoInternetAdminPorts,
    catalogue.resourceAuditLog,
    catalogue.routeTableNoInternet,
    catalogue.subnetNoDefaultOutbound,
    catalogue.webServerTlsVersion,
]);

const CAPABILITIES = "spec.template.spec.containers[0].securityContext.capabilities.add";
const INIT = "spec.template.spec.initContainers";

describeRule(someIgnoredChangesVisible, {
    type: CLUSTER,
    accepts: {
        "a count that an autoscaler changes": ignoring(compliant(pools), "agentPoolProfiles[0].count"),
        "the same for every pool": ignoring(compliant(pools), "agentPoolProfiles[*].count"),
        "subnets that are resources of their own": {
            ...ignoring(compliant({}), "subnets"),
            type: "azure-native:network:VirtualNetwork",
        },
        "rules that are resources of their own": {
            ...ignoring(compliant({}), "securityRules"),
            type: "azure-native:network:NetworkSecurityGroup",
        },
        "routes that are resources of their own": {
            ...ignoring(compliant({}), "routes"),
            type: "azure-native:network:RouteTable",
        },
        "a property that only begins like one that is judged": ignoring(compliant({}), "disableLocal"),
    },
    rejects: {
        "a judged property": ignoring(
            violation(
                {},
                hidden("disableLocalAccounts", "aks-local-accounts-disabled", "disableLocalAccounts"),
            ),
            "disableLocalAccounts",
        ),
        "what holds judged properties": ignoring(wholePools("agentPoolProfiles"), "agentPoolProfiles"),
        "judged properties by a wildcard": ignoring(
            violation(
                pools,
                hidden(
                    ENCRYPTION,
                    "node-pool-encryption-at-host",
                    "agentPoolProfiles[*].enableEncryptionAtHost",
                ),
            ),
            "agentPoolProfiles[*].enableEncryptionAtHost",
        ),
        "what a network policy lets through": {
            ...ignoring(
                violation(
                    { spec: { podSelector: {} } },
                    hidden("spec", "namespace-default-deny", "spec.ingress"),
                ),
                "spec.ingress",
            ),
            type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
        },
        "what an audit log records": {
            ...ignoring(
                violation(
                    { logs: [{ enabled: true }] },
                    hidden("logs", "resource-audit-log", "logs[0].enabled"),
                ),
                "logs[0].enabled",
            ),
            type: "azure-native:monitor:DiagnosticSetting",
        },
        "the network of a database in a delegated subnet": {
            ...ignoring(
                violation(
                    { network: { delegatedSubnetResourceId: "/subscriptions/0" } },
                    hidden("network.delegatedSubnetResourceId", "database-not-public", "network"),
                ),
                "network",
            ),
            type: "azure-native:dbformysql:Server",
        },
        "one of the sources of a security rule": {
            ...ignoring(
                violation(
                    { sourceAddressPrefixes: ["10.0.0.0/8"] },
                    hidden(
                        "sourceAddressPrefixes",
                        "nsg-no-internet-admin-ports",
                        "sourceAddressPrefixes[0]",
                    ),
                ),
                "sourceAddressPrefixes[0]",
            ),
            type: "azure-native:network:SecurityRule",
        },
        "containers that would be judged if there were any": {
            ...ignoring(
                violation(
                    { spec: { template: { spec: { containers: [{}] } } } },
                    hidden(INIT, "container-hardened", INIT),
                    hidden(CAPABILITIES, "container-hardened", CAPABILITIES),
                ),
                INIT,
                CAPABILITIES,
            ),
            type: "kubernetes:apps/v1:Deployment",
        },
        "a judged key that holds a dot": {
            ...ignoring(
                violation(
                    { data: { "my.cnf": "" } },
                    hidden('data["my.cnf"]', "web-server-tls-version", 'data["my.cnf"]'),
                ),
                'data["my.cnf"]',
            ),
            type: CONFIG_MAP,
        },
    },
    unset: { ignoreChanges: notApplicable(pools) },
    unknown: {
        "an ignored count": ignoring(
            compliant({ agentPoolProfiles: [{ count: UNKNOWN }] }),
            "agentPoolProfiles[0].count",
        ),
    },
    otherType: "pulumi:providers:azure-native",
});
