/** A program of a few objects, to which a test adds a fault. */

/** Lines of a program: a namespace that enforces `restricted` and counts memory, and one workload of each kind in it. */
export const CLINIC = `
import * as pulumi from "@pulumi/pulumi";
import * as k8s from "@pulumi/kubernetes";

const provider = new k8s.Provider("cluster", { kubeconfig: "{}", clusterIdentifier: "clinic" });
const namespace = new k8s.core.v1.Namespace(
    "clinic",
    { metadata: { name: "clinic", labels: { "pod-security.kubernetes.io/enforce": "restricted" } } },
    { provider },
);
const named = (name: string) => ({ name, namespace: "clinic" });
const quota = new k8s.core.v1.ResourceQuota(
    "quota",
    { metadata: named("quota"), spec: { hard: { "limits.memory": "4Gi" } } },
    { provider, dependsOn: [namespace] },
);
const options = { provider, dependsOn: [quota] };
const HARDENED = { allowPrivilegeEscalation: false, capabilities: { drop: ["ALL"] } };
const template = (app: string, cpu = "1000m", securityContext: object = HARDENED, limits: object = { memory: "64Mi" }) => ({
    metadata: { labels: { app } },
    spec: {
        securityContext: { runAsNonRoot: true, seccompProfile: { type: "RuntimeDefault" } },
        containers: [{ name: "main", image: "registry.example/app:1", resources: { requests: { cpu }, limits }, securityContext }],
    },
});
const workload = (app: string, replicas: number, pods = template(app)) => ({
    metadata: named(app),
    spec: { replicas, selector: { matchLabels: { app } }, template: pods },
});

new k8s.core.v1.ConfigMap("settings", { metadata: named("settings"), data: { colour: "blue", key: pulumi.secret("Sesame-7") } }, options);
new k8s.apps.v1.Deployment("web", workload("web", 3), options);
const store = workload("store", 2);
new k8s.apps.v1.StatefulSet("store", { ...store, spec: { ...store.spec, serviceName: "store" } }, options);
new k8s.core.v1.Service("web", { metadata: named("web"), spec: { selector: { app: "web" }, ports: [{ port: 80 }] } }, options);
new k8s.core.v1.Service("door", { metadata: named("door"), spec: { type: "LoadBalancer", selector: { app: "web" }, ports: [{ port: 80 }] } }, options);
const once = template("once");
new k8s.batch.v1.Job("once", { metadata: named("once"), spec: { template: { ...once, spec: { ...once.spec, restartPolicy: "Never" } } } }, options);
`;

/** A workload whose pods Pod Security refuses: the Deployment is taken, its pods are not. */
export const UNHARDENED = `
new k8s.apps.v1.Deployment("soft", workload("soft", 1, template("soft", "100m", { privileged: true })), { ...options, customTimeouts: { create: "4s", update: "4s" } });
`;

/** The same, mended. */
export const HARDENED = `
new k8s.apps.v1.Deployment("soft", workload("soft", 1, template("soft", "100m")), options);
`;

/** A workload for which no node has room. */
export const TOO_LARGE = `
new k8s.apps.v1.StatefulSet("huge", {
    metadata: { ...named("huge"), annotations: { "pulumi.com/timeoutSeconds": "4" } },
    spec: { ...workload("huge", 1, template("huge", "5000")).spec, serviceName: "huge" },
}, options);
`;
