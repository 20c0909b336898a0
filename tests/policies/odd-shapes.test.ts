import * as assert from "node:assert/strict";

import { rules } from "../../policies/catalogue";
import { judge } from "../../policies/judge";
import { judgeStack } from "../../policies/judge-stack";
import type { DeclaredResource } from "../../policies/rule";
import { type Properties, received, UNKNOWN, urnOf } from "../support/evaluate";
import { container, deployment } from "./pods";

const resourceRules = rules.filter((rule) => rule.kind === "resource");
const stackRules = rules.filter((rule) => rule.kind === "stack");

/** Values that no schema foresees; a rule must find a violation or be undecided, never crash. */
const ODDITIES: readonly unknown[] = [
    null,
    "",
    "*",
    "text\nof two lines",
    0,
    -1,
    1e300,
    true,
    false,
    [],
    [null],
    ["text", 1, { key: UNKNOWN }, [UNKNOWN], UNKNOWN],
    {},
    { "": "", "a.b": null, length: 3, constructor: "x", toString: 1 },
    { nested: { nested: { nested: UNKNOWN } } },
    UNKNOWN,
];

/** Inputs that rules look deep into, by type. */
const SAMPLES: readonly (readonly [type: string, props: Properties])[] = [
    [
        "azure-native:containerservice:ManagedCluster",
        {
            location: "francecentral",
            tags: { dataClassification: "dscp", hdsActivity: "5", owner: "x", environment: "dev" },
            disableLocalAccounts: true,
            aadProfile: { managed: true, enableAzureRBAC: true },
            apiServerAccessProfile: { enablePrivateCluster: true, disableRunCommand: true },
            networkProfile: { networkPolicy: "cilium" },
            oidcIssuerProfile: { enabled: true },
            securityProfile: { workloadIdentity: { enabled: true } },
            agentPoolProfiles: [{ enableEncryptionAtHost: true, enableNodePublicIP: false }],
        },
    ],
    [
        "azure-native:network:NetworkSecurityGroup",
        {
            securityRules: [
                {
                    access: "Allow",
                    direction: "Inbound",
                    protocol: "Tcp",
                    sourceAddressPrefixes: ["10.0.0.0/8"],
                    destinationPortRanges: ["22", "443"],
                },
            ],
        },
    ],
    ["azure-native:network:VirtualNetwork", { subnets: [{ name: "a", networkSecurityGroup: { id: "b" } }] }],
    ["azure-native:network:Subnet", { subnetName: "a", networkSecurityGroup: { id: "b" } }],
    [
        "azure-native:dbformysql:Server",
        { network: { delegatedSubnetResourceId: "a", publicNetworkAccess: "Disabled" } },
    ],
    ["azure-native:dbformysql:Configuration", { configurationName: "tls_version", value: "TLSv1.3" }],
    [
        "azure-native:keyvault:Vault",
        { properties: { publicNetworkAccess: "Disabled", enableSoftDelete: true } },
    ],
    ["azure-native:storage:StorageAccount", { minimumTlsVersion: "TLS1_2", publicNetworkAccess: "Disabled" }],
    ["azure-native:authorization:RoleAssignment", { roleDefinitionId: "/a/b" }],
    [
        "kubernetes:apps/v1:Deployment",
        deployment({
            securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
            volumes: [{ name: "a", emptyDir: {} }],
            initContainers: [
                container({ env: [{ name: "DB_PASSWORD", valueFrom: { secretKeyRef: { name: "a" } } }] }),
            ],
            containers: [
                container({
                    command: ["run"],
                    args: ["--port", "80"],
                    env: [{ name: "DB_URL", value: "mysql://database/" }],
                    ports: [{ containerPort: 80 }],
                }),
            ],
        }),
    ],
    ["kubernetes:batch/v1:CronJob", { spec: { jobTemplate: { spec: { template: { spec: {} } } } } }],
    ["kubernetes:core/v1:ConfigMap", { data: { "my.cnf": "[mysqld]\n", "nginx.conf": "listen 443 ssl;\n" } }],
    ["kubernetes:core/v1:Namespace", { metadata: { name: "openmrs", labels: { a: "b" } } }],
    [
        "kubernetes:networking.k8s.io/v1:NetworkPolicy",
        {
            metadata: { namespace: "openmrs" },
            spec: { podSelector: {}, policyTypes: ["Ingress"], ingress: [] },
        },
    ],
    [
        "kubernetes:networking.k8s.io/v1:Ingress",
        { metadata: { annotations: {} }, spec: { tls: [{ hosts: ["a.b"] }], rules: [{ host: "a.b" }] } },
    ],
    [
        "kubernetes:core/v1:Service",
        { metadata: { annotations: {} }, spec: { type: "LoadBalancer", externalIPs: [] } },
    ],
    [
        "kubernetes:rbac.authorization.k8s.io/v1:Role",
        { rules: [{ verbs: ["get"], resources: ["pods"], apiGroups: [""] }] },
    ],
    ["kubernetes:rbac.authorization.k8s.io/v1:RoleBinding", { roleRef: { name: "view" } }],
    [
        "azure-native:monitor:DiagnosticSetting",
        { resourceUri: "/a/acraplusdev", logs: [{ category: "audit", enabled: true }] },
    ],
    [
        "azure-native:containerregistry:Registry",
        { registryName: "acraplusdev", publicNetworkAccess: "Disabled" },
    ],
    [
        "azure-native:network:ApplicationGateway",
        {
            applicationGatewayName: "agw",
            sku: { tier: "WAF_v2" },
            firewallPolicy: { id: "a" },
            sslPolicy: { policyType: "CustomV2" },
            sslProfiles: [{ sslPolicy: { minProtocolVersion: "TLSv1_2" } }],
            httpListeners: [{ protocol: "Https" }],
            frontendIPConfigurations: [{ publicIPAddress: { id: "/a/publicIPAddresses/pip" } }],
        },
    ],
    [
        "azure-native:network:WebApplicationFirewallPolicy",
        {
            policySettings: { mode: "Prevention" },
            managedRules: { managedRuleSets: [{ ruleSetType: "OWASP" }] },
        },
    ],
    [
        "azure-native:network:FirewallPolicyRuleCollectionGroup",
        {
            ruleCollections: [
                {
                    ruleCollectionType: "FirewallPolicyFilterRuleCollection",
                    action: { type: "Allow" },
                    rules: [{ targetFqdns: ["a.fr"], webCategories: ["b"] }],
                },
            ],
        },
    ],
    ["azure-native:network:PublicIPAddress", { publicIpAddressName: "pip" }],
    [
        "azure-native:network:PrivateEndpoint",
        {
            privateEndpointName: "pep",
            privateLinkServiceConnections: [{ privateLinkServiceId: "/a/vaults/b" }],
        },
    ],
    ["azure-native:network:PrivateDnsZoneGroup", { privateEndpointName: "pep" }],
    ["azure-native:network:FlowLog", { targetResourceId: "/a/virtualNetworks/b", enabled: true }],
    ["azure-native:authorization:ManagementLockByScope", { scope: "/a/vaults/b", level: "CanNotDelete" }],
    [
        "azure-native:authorization:RoleDefinition",
        { permissions: [{ actions: ["a/read"] }], assignableScopes: ["/subscriptions/0"] },
    ],
    [
        "azure-native:keyvault:Key",
        {
            properties: {
                kty: "RSA",
                keySize: 3072,
                rotationPolicy: { lifetimeActions: [{ action: { type: "rotate" } }] },
            },
        },
    ],
    [
        "azure-native:monitor:ActionGroup",
        { enabled: true, emailReceivers: [{ emailAddress: "alertes@example.fr" }] },
    ],
];

/** Stands for a secret that was put where an object or a list belongs. */
const CANARY = "hunter2-canary";

/** The value with each of its nodes replaced in turn by each oddity, and each object and list by the canary. */
function* mutations(value: unknown): Generator {
    yield* ODDITIES;
    if (typeof value === "object" && value !== null) {
        yield CANARY;
    }
    if (Array.isArray(value)) {
        for (const [index, item] of value.entries()) {
            for (const odd of mutations(item)) {
                yield value.with(index, odd);
            }
        }
    } else if (typeof value === "object" && value !== null) {
        for (const [key, item] of Object.entries(value)) {
            for (const odd of mutations(item)) {
                yield { ...value, [key]: odd };
            }
        }
    }
}

function oddInputs(props: Properties): readonly Properties[] {
    return [...mutations(props)].filter(
        (odd): odd is Properties => typeof odd === "object" && odd !== null && !Array.isArray(odd),
    );
}

function checkMessages(messages: readonly string[]): void {
    for (const message of messages) {
        assert.doesNotMatch(message, /\n|undefined|\[object|NaN/);
        assert.equal(message.includes(CANARY), false, message);
    }
}

describe("rules on odd shapes", () => {
    for (const [type, sample] of SAMPLES) {
        it(`never crash on ${type}, and say what they found on one line`, () => {
            const inputs = oddInputs(sample);
            assert.equal(inputs.length > ODDITIES.length, true);
            for (const props of inputs) {
                const resource = declare(type, props);
                for (const rule of resourceRules) {
                    const { status, violations, unknowns } = judge(rule, resource);
                    checkMessages(violations);
                    assert.equal(violations.length > 0, status === "violation");
                    assert.equal(unknowns.length > 0 && violations.length === 0, status === "undecided");
                }
            }
        });

        it(`never crash on a stack with an odd ${type}`, () => {
            const others = SAMPLES.filter(([other]) => other !== type).map(([other, props]) =>
                declare(other, props),
            );
            for (const props of oddInputs(sample)) {
                const members = [declare(type, props), ...others];
                for (const rule of stackRules) {
                    checkMessages(judgeStack(rule, members).violations.map(({ message }) => message));
                }
            }
        });
    }
});

function declare(type: string, props: Properties): DeclaredResource {
    return {
        type,
        name: "subject",
        urn: urnOf(type, "subject"),
        props: received(props),
        opts: { ignoreChanges: ["a[0].b", "*", '["'], protect: false },
    };
}
