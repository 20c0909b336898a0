/** The objects that the audit and the other tools judge: the same Deployments, as a Pulumi state and as manifests. */
import type { apps, core } from "@pulumi/kubernetes/types/input";
import { stringify } from "yaml";

/** A Deployment as manifests and Pulumi states both have it. */
export interface Manifest {
    readonly apiVersion: "apps/v1";
    readonly kind: "Deployment";
    readonly metadata: { readonly name: string; readonly namespace: string; readonly labels: object };
    readonly spec: apps.v1.DeploymentSpec;
}

/** What a Deployment has of its own. */
interface Parts {
    readonly pod?: Partial<core.v1.PodSpec>;
    readonly container?: Partial<core.v1.Container>;
    readonly security?: Partial<core.v1.SecurityContext>;
}

/** One Deployment in so many has a fault. */
const FAULT_EVERY = 4;

const NAMESPACE = "bench";
const STACK = "bench";
const PROJECT = "audit";
const REGISTRY = "bench.azurecr.io";
const DIGEST = `sha256:${"0123456789abcdef".repeat(4)}`;

const HARDENED: core.v1.SecurityContext = {
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
};

/** Each is found by our rules and by the Rego policies alike. */
const FAULTS: readonly Parts[] = [
    { security: { privileged: true } },
    { security: { allowPrivilegeEscalation: true } },
    { security: { capabilities: { drop: ["ALL"], add: ["SYS_ADMIN"] } } },
    { security: { readOnlyRootFilesystem: false } },
    { security: { runAsUser: 0 } },
    { security: { seccompProfile: { type: "Unconfined" } } },
    { pod: { hostNetwork: true } },
    { pod: { hostPID: true } },
    { pod: { automountServiceAccountToken: true } },
    { pod: { serviceAccountName: "default" } },
    { pod: { volumes: [{ name: "scratch", hostPath: { path: "/var/run" } }] } },
    { container: { image: `${REGISTRY}/app:latest` } },
    { container: { image: `docker.io/library/app@${DIGEST}` } },
    { container: { resources: { requests: { cpu: "100m", memory: "128Mi" } } } },
    { container: { ports: [{ containerPort: 8080, hostPort: 8080 }] } },
    { container: { env: [{ name: "DATABASE_PASSWORD", value: "k7-Vn2q.Wz9" }] } },
];

/** So many Deployments, the same at each call: three in four break no rule on pods, the others one each. */
export function deployments(count: number): readonly Manifest[] {
    return Array.from({ length: count }, (_, index) =>
        deployment(`app-${index.toString()}`, isFaulty(index) ? faultOf(index) : {}),
    );
}

/** The names of the Deployments among so many that have a fault. */
export function faultyNames(count: number): readonly string[] {
    return Array.from({ length: count }, (_, index) => index)
        .filter(isFaulty)
        .map((index) => `app-${index.toString()}`);
}

function isFaulty(index: number): boolean {
    return index % FAULT_EVERY === 0;
}

function faultOf(index: number): Parts {
    return FAULTS[(index / FAULT_EVERY) % FAULTS.length] ?? {};
}

function deployment(name: string, { pod, container, security }: Parts): Manifest {
    const labels = { "app.kubernetes.io/name": name, "app.kubernetes.io/part-of": NAMESPACE };
    return {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name, namespace: NAMESPACE, labels },
        spec: {
            replicas: 2,
            selector: { matchLabels: labels },
            template: {
                metadata: { labels },
                spec: {
                    serviceAccountName: name,
                    automountServiceAccountToken: false,
                    enableServiceLinks: false,
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 10_001,
                        seccompProfile: { type: "RuntimeDefault" },
                    },
                    topologySpreadConstraints: [
                        {
                            maxSkew: 1,
                            topologyKey: "topology.kubernetes.io/zone",
                            whenUnsatisfiable: "DoNotSchedule",
                            labelSelector: { matchLabels: labels },
                        },
                    ],
                    initContainers: [{ ...containerOf("migrate"), args: ["migrate"] }],
                    containers: [
                        {
                            ...containerOf("app"),
                            ...probes("/ready", "/live"),
                            ...container,
                            securityContext: { ...HARDENED, ...security },
                        },
                        { ...containerOf("exporter"), ...probes("/metrics", "/metrics") },
                    ],
                    volumes: [{ name: "scratch", emptyDir: { sizeLimit: "64Mi" } }],
                    ...pod,
                },
            },
        },
    };
}

function containerOf(name: string): core.v1.Container {
    return {
        name,
        image: `${REGISTRY}/${name}@${DIGEST}`,
        env: [
            { name: "LOG_LEVEL", value: "info" },
            {
                name: "DATABASE_PASSWORD",
                valueFrom: { secretKeyRef: { name: "database", key: "password" } },
            },
        ],
        ports: [{ name: "http", containerPort: 8080 }],
        resources: {
            requests: { cpu: "100m", memory: "128Mi" },
            limits: { cpu: "1", memory: "256Mi" },
        },
        volumeMounts: [{ name: "scratch", mountPath: "/tmp" }],
        securityContext: HARDENED,
    };
}

function probes(ready: string, live: string): Pick<core.v1.Container, "readinessProbe" | "livenessProbe"> {
    return {
        readinessProbe: { httpGet: { path: ready, port: "http" } },
        livenessProbe: { httpGet: { path: live, port: "http" } },
    };
}

/** What `pulumi stack export` writes of a stack that runs these, outputs and all, with what rules ask around them. */
export function stateOf(manifests: readonly Manifest[]): string {
    const urn = (type: string, name: string): string => `urn:pulumi:${STACK}::${PROJECT}::${type}::${name}`;
    const stack = urn("pulumi:pulumi:Stack", `${PROJECT}-${STACK}`);
    const cluster = urn("pulumi:providers:kubernetes", "cluster");
    const resource = (type: string, name: string, inputs: object) => ({
        urn: urn(type, name),
        custom: true,
        id: `${NAMESPACE}/${name}`,
        type,
        inputs,
        outputs: { ...inputs, status: { observedGeneration: 1 } },
        parent: stack,
        provider: `${cluster}::cluster`,
        propertyDependencies: { metadata: [], spec: [] },
    });
    const inNamespace = (name: string, spec: object) => ({ metadata: { name, namespace: NAMESPACE }, spec });
    const resources = [
        { urn: stack, custom: false, type: "pulumi:pulumi:Stack" },
        { urn: cluster, custom: true, id: "cluster", type: "pulumi:providers:kubernetes" },
        resource("azure-native:containerregistry:Registry", "registry", { registryName: "bench" }),
        resource("kubernetes:core/v1:Namespace", NAMESPACE, { metadata: { name: NAMESPACE } }),
        resource(
            "kubernetes:networking.k8s.io/v1:NetworkPolicy",
            "default-deny",
            inNamespace("default-deny", { podSelector: {}, policyTypes: ["Ingress", "Egress"] }),
        ),
        resource(
            "kubernetes:policy/v1:PodDisruptionBudget",
            "one-at-a-time",
            inNamespace("one-at-a-time", { maxUnavailable: 1, selector: {} }),
        ),
        ...manifests.map((manifest) =>
            resource("kubernetes:apps/v1:Deployment", manifest.metadata.name, manifest),
        ),
    ];
    const manifest = { time: "2026-01-01T00:00:00Z", magic: "", version: "v3.225.0" };
    return JSON.stringify({ version: 3, deployment: { manifest, resources } }, null, 4);
}

/** The same Deployment as a manifest. */
export function manifestOf(manifest: Manifest): string {
    return stringify(manifest, { aliasDuplicateObjects: false });
}
