/** Declares `bench:resources` Kubernetes resources, four to an application, and what they need to break no rule. */
import * as pulumi from "@pulumi/pulumi";
import {
    ActionGroup,
    ActivityLogAlert,
    ContainerRegistry,
    DiagnosticSetting,
    ManagementLockByScope,
    PrivateDnsZoneGroup,
    PrivateEndpoint,
} from "../../components/azure";
import {
    ConfigMap,
    CoreNamespace,
    Deployment,
    LimitRange,
    NetworkPolicy,
    PodDisruptionBudget,
    Provider,
    ResourceQuota,
    Service,
} from "../../components/kubernetes/api";

const RESOURCES_PER_APPLICATION = 4;
const DIGEST = `sha256:${"0".repeat(64)}`;

const applications = new pulumi.Config().requireNumber("resources") / RESOURCES_PER_APPLICATION;
const provider = new Provider("cluster", { kubeconfig: "{}", clusterIdentifier: "bench" });
const opts = { provider };

const place = {
    resourceGroupName: "bench",
    location: "francecentral",
    tags: {
        environment: "bench",
        owner: "plateforme@audioprothese-plus.example",
        costCenter: "bench",
        hdsActivity: "5",
        dataClassification: "dscp",
        managedBy: "pulumi",
    },
};
const registry = new ContainerRegistry("registry", {
    ...place,
    registryName: "bench",
    sku: { name: "Premium" },
    adminUserEnabled: false,
    anonymousPullEnabled: false,
    publicNetworkAccess: "Disabled",
    encryption: {
        status: "enabled",
        keyVaultProperties: { keyIdentifier: "https://bench.vault.azure.net/keys/registry" },
    },
    zoneRedundancy: "Enabled",
    policies: {
        azureADAuthenticationAsArmPolicy: { status: "disabled" },
        exportPolicy: { status: "disabled" },
        quarantinePolicy: { status: "enabled" },
        retentionPolicy: { status: "enabled", days: 30 },
    },
});
new DiagnosticSetting("registry-audit", {
    name: "audit",
    resourceUri: registry.id,
    logs: [{ category: "ContainerRegistryLoginEvents", enabled: true }],
});
new ManagementLockByScope("registry-lock", { lockName: "keep", scope: registry.id, level: "CanNotDelete" });
new PrivateEndpoint("registry-endpoint", {
    ...place,
    privateEndpointName: "registry",
    privateLinkServiceConnections: [
        { name: "registry", privateLinkServiceId: registry.id, groupIds: ["registry"] },
    ],
});
new PrivateDnsZoneGroup("registry-records", {
    privateDnsZoneGroupName: "default",
    privateEndpointName: "registry",
    resourceGroupName: "bench",
    privateDnsZoneConfigs: [],
});
const oncall = new ActionGroup("oncall", {
    ...place,
    actionGroupName: "oncall",
    groupShortName: "oncall",
    enabled: true,
    emailReceivers: [
        {
            name: "plateforme",
            emailAddress: "plateforme@audioprothese-plus.example",
            useCommonAlertSchema: true,
        },
    ],
});
new ActivityLogAlert("defences-removed", {
    ...place,
    location: "global",
    activityLogAlertName: "defences-removed",
    scopes: [registry.id],
    condition: {
        allOf: [
            { field: "category", equals: "Administrative" },
            {
                anyOf: [
                    "Microsoft.Authorization/locks/delete",
                    "Microsoft.Insights/diagnosticSettings/delete",
                ].map((equals) => ({ field: "operationName", equals })),
            },
        ],
    },
    actions: { actionGroups: [{ actionGroupId: oncall.id }] },
});
const namespace = "bench";
new CoreNamespace(
    namespace,
    {
        metadata: {
            name: namespace,
            labels: {
                "pod-security.kubernetes.io/enforce": "restricted",
                "pod-security.kubernetes.io/audit": "restricted",
                "pod-security.kubernetes.io/warn": "restricted",
            },
        },
    },
    opts,
);
new ResourceQuota(
    "quota",
    {
        metadata: { name: "quota", namespace },
        spec: {
            hard: {
                "requests.cpu": "100",
                "limits.cpu": "1000",
                "requests.memory": "128Gi",
                "limits.memory": "256Gi",
            },
        },
    },
    opts,
);
new LimitRange(
    "limits",
    {
        metadata: { name: "limits", namespace },
        spec: { limits: [{ type: "Pod", max: { cpu: "1", memory: "256Mi" } }] },
    },
    opts,
);
new NetworkPolicy(
    "default-deny",
    {
        metadata: { name: "default-deny", namespace },
        spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
    },
    opts,
);
new PodDisruptionBudget(
    "one-at-a-time",
    { metadata: { name: "one-at-a-time", namespace }, spec: { selector: {}, maxUnavailable: 1 } },
    opts,
);

for (let index = 0; index < applications; index++) {
    const name = `app-${index.toString()}`;
    const metadata = { name, namespace, labels: { app: name } };
    const matchLabels = { app: name };

    new ConfigMap(name, { metadata, data: { LOG_LEVEL: "info" } }, opts);
    new Service(name, { metadata, spec: { selector: matchLabels, ports: [{ port: 8080 }] } }, opts);
    new NetworkPolicy(
        name,
        { metadata, spec: { podSelector: { matchLabels }, policyTypes: ["Ingress", "Egress"] } },
        opts,
    );
    new Deployment(
        name,
        {
            metadata,
            spec: {
                replicas: 2,
                selector: { matchLabels },
                template: {
                    metadata: { labels: matchLabels },
                    spec: {
                        serviceAccountName: name,
                        automountServiceAccountToken: false,
                        enableServiceLinks: false,
                        topologySpreadConstraints: [
                            {
                                topologyKey: "topology.kubernetes.io/zone",
                                maxSkew: 1,
                                whenUnsatisfiable: "DoNotSchedule",
                                labelSelector: { matchLabels },
                            },
                        ],
                        securityContext: {
                            runAsNonRoot: true,
                            runAsUser: 1000,
                            seccompProfile: { type: "RuntimeDefault" },
                        },
                        containers: [
                            {
                                name,
                                image: `bench.azurecr.io/app@${DIGEST}`,
                                env: [{ name: "LOG_LEVEL", value: "info" }],
                                ports: [{ containerPort: 8080 }],
                                resources: {
                                    requests: { cpu: "100m", memory: "128Mi" },
                                    limits: { cpu: "1", memory: "256Mi" },
                                },
                                readinessProbe: { httpGet: { path: "/ready", port: 8080 } },
                                livenessProbe: { httpGet: { path: "/live", port: 8080 } },
                                securityContext: {
                                    allowPrivilegeEscalation: false,
                                    readOnlyRootFilesystem: true,
                                    capabilities: { drop: ["ALL"] },
                                },
                            },
                        ],
                    },
                },
            },
        },
        opts,
    );
}
