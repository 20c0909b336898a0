/** Declares `bench:resources` Kubernetes resources that break no rule, four to an application. */
import * as k8s from "@pulumi/kubernetes";
import * as pulumi from "@pulumi/pulumi";

const RESOURCES_PER_APPLICATION = 4;
const DIGEST = `sha256:${"0".repeat(64)}`;

const applications = new pulumi.Config().requireNumber("resources") / RESOURCES_PER_APPLICATION;
const provider = new k8s.Provider("cluster", { kubeconfig: "{}", clusterIdentifier: "bench" });
const opts = { provider };

for (let index = 0; index < applications; index++) {
    const name = `app-${index.toString()}`;
    const metadata = { name, namespace: "bench", labels: { app: name } };
    const matchLabels = { app: name };

    new k8s.core.v1.ConfigMap(name, { metadata, data: { LOG_LEVEL: "info" } }, opts);
    new k8s.core.v1.Service(name, { metadata, spec: { selector: matchLabels, ports: [{ port: 8080 }] } }, opts);
    new k8s.networking.v1.NetworkPolicy(
        name,
        { metadata, spec: { podSelector: { matchLabels }, policyTypes: ["Ingress", "Egress"] } },
        opts,
    );
    new k8s.apps.v1.Deployment(
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
