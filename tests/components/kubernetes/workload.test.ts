import * as assert from "node:assert/strict";
import { Workload, type WorkloadArgs } from "../../../components/kubernetes/workload";
import { all, only, recorded, settled, startRecording } from "../../support/recorder";

const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const STATEFUL_SET = "kubernetes:apps/v1:StatefulSet";
const probe = { httpGet: { path: "/", port: "http" } };

const args: WorkloadArgs = {
    namespace: "shop",
    replicas: 2,
    user: { uid: 101, gid: 102, fsGroup: 103 },
    volumes: {
        config: { kind: "files", files: { "a.conf": "x" } },
        keys: { kind: "secret", secretName: "keys" },
        certificate: { kind: "vault", secretProviderClass: "class" },
        temporary: { kind: "scratch", sizeMiB: 16 },
    },
    initContainers: {
        copy: {
            image: "r/i@sha256:1",
            command: ["sh"],
            args: ["-c", "true"],
            compute: { cpu: "1m", memory: "1Mi" },
        },
    },
    containers: {
        web: {
            image: "r/i@sha256:0",
            compute: { cpu: "100m", memory: "64Mi" },
            ports: { http: 8080 },
            env: { PLAIN: "x", PASSWORD: { secret: "keys", key: "password" } },
            mounts: { "/etc/a.conf": "config/a.conf", "/run/keys": "keys", "/tmp": "temporary" },
            readiness: probe,
            liveness: probe,
        },
    },
};

const hardened = {
    allowPrivilegeEscalation: false,
    privileged: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    capabilities: { drop: ["ALL"] },
};

interface PodSpec {
    readonly containers: readonly unknown[];
    readonly initContainers: readonly unknown[];
}
interface Spec {
    readonly replicas: number;
    readonly template: { readonly metadata: { readonly annotations: object }; readonly spec: PodSpec };
}

async function deploy(changes: Partial<WorkloadArgs> = {}): Promise<Workload> {
    const workload = new Workload("web", { ...args, ...changes });
    await settled();
    return workload;
}

const specOf = (type: string) => only(type, "web").inputs.spec as Spec;

describe("Workload", () => {
    beforeEach(startRecording);

    it("registers one resource of each kind that it needs", async () => {
        await deploy();
        assert.deepEqual(
            recorded()
                .map(({ type, name }) => `${type} ${name}`)
                .sort(),
            [
                "kubernetes:apps/v1:Deployment web",
                "kubernetes:core/v1:ConfigMap web-config",
                "kubernetes:core/v1:Service web",
                "kubernetes:core/v1:ServiceAccount web",
                "kubernetes:policy/v1:PodDisruptionBudget web",
            ],
        );
    });

    it("hardens the pod", async () => {
        await deploy();
        const { containers, initContainers, ...pod } = specOf(DEPLOYMENT).template.spec;
        assert.equal(containers.length + initContainers.length, 2);
        assert.deepEqual(pod, {
            serviceAccountName: "web",
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: {
                runAsNonRoot: true,
                runAsUser: 101,
                runAsGroup: 102,
                fsGroup: 103,
                fsGroupChangePolicy: "OnRootMismatch",
                seccompProfile: { type: "RuntimeDefault" },
            },
            topologySpreadConstraints: [
                {
                    topologyKey: "topology.kubernetes.io/zone",
                    maxSkew: 1,
                    whenUnsatisfiable: "DoNotSchedule",
                    labelSelector: { matchLabels: { "app.kubernetes.io/name": "web" } },
                },
            ],
            nodeSelector: { "audioprothese/pool": "general" },
            terminationGracePeriodSeconds: 30,
            volumes: [
                { name: "config", configMap: { name: "web-config" } },
                { name: "keys", secret: { secretName: "keys", defaultMode: 0o440 } },
                {
                    name: "certificate",
                    csi: {
                        driver: "secrets-store.csi.k8s.io",
                        readOnly: true,
                        volumeAttributes: { secretProviderClass: "class" },
                    },
                },
                { name: "temporary", emptyDir: { sizeLimit: "16Mi" } },
            ],
        });
    });

    it("runs on the nodes of its pool alone, reserved ones included", async () => {
        await deploy({ pool: "media" });
        const { nodeSelector, tolerations } = specOf(DEPLOYMENT).template.spec as unknown as Record<
            string,
            unknown
        >;
        assert.deepEqual(nodeSelector, { "audioprothese/pool": "media" });
        assert.deepEqual(tolerations, [
            { key: "audioprothese/pool", operator: "Equal", value: "media", effect: "NoSchedule" },
        ]);
    });

    it("hardens every container, and takes secrets by reference", async () => {
        await deploy();
        const pod = specOf(DEPLOYMENT).template.spec;
        assert.deepEqual(pod.containers, [
            {
                name: "web",
                image: "r/i@sha256:0",
                env: [
                    { name: "PLAIN", value: "x" },
                    { name: "PASSWORD", valueFrom: { secretKeyRef: { name: "keys", key: "password" } } },
                ],
                resources: {
                    requests: { cpu: "100m", memory: "64Mi" },
                    limits: { cpu: "100m", memory: "64Mi" },
                },
                securityContext: hardened,
                volumeMounts: [
                    { name: "config", mountPath: "/etc/a.conf", subPath: "a.conf", readOnly: true },
                    { name: "keys", mountPath: "/run/keys", readOnly: true },
                    { name: "temporary", mountPath: "/tmp", readOnly: false },
                ],
                ports: [{ name: "http", containerPort: 8080 }],
                readinessProbe: probe,
                livenessProbe: probe,
            },
        ]);
        assert.deepEqual(pod.initContainers, [
            {
                name: "copy",
                image: "r/i@sha256:1",
                command: ["sh"],
                args: ["-c", "true"],
                env: [],
                resources: { requests: { cpu: "1m", memory: "1Mi" }, limits: { cpu: "1m", memory: "1Mi" } },
                securityContext: hardened,
                volumeMounts: [],
            },
        ]);
    });

    it("gives the pods an account of their own that opens no API", async () => {
        await deploy();
        const { inputs } = only("kubernetes:core/v1:ServiceAccount");
        assert.equal(inputs.automountServiceAccountToken, false);
    });

    it("offers the ports of its containers under a name that leads to each replica", async () => {
        const workload = await deploy();
        assert.deepEqual(only("kubernetes:core/v1:Service").inputs.spec, {
            selector: { "app.kubernetes.io/name": "web" },
            ports: [{ name: "http", port: 8080, targetPort: "http", protocol: "TCP" }],
            clusterIP: "None",
        });
        assert.deepEqual(workload.endpoint("http"), { namespace: "shop", workload: "web", port: 8080 });
    });

    it("refuses to name a port that no container has", async () => {
        const workload = await deploy();
        assert.throws(() => workload.endpoint("htp"), { message: 'port: expected one of http, got "htp"' });
    });

    it("replaces the pods when a configuration file changes", async () => {
        await deploy();
        const { annotations } = specOf(DEPLOYMENT).template.metadata;
        await startRecording();
        await deploy({ volumes: { ...args.volumes, config: { kind: "files", files: { "a.conf": "y" } } } });
        assert.notDeepEqual(specOf(DEPLOYMENT).template.metadata.annotations, annotations);
    });

    it("keeps the same pods when no file changes", async () => {
        await deploy();
        const { annotations } = specOf(DEPLOYMENT).template.metadata;
        await startRecording();
        await deploy({ shutdownSeconds: 60 });
        assert.deepEqual(specOf(DEPLOYMENT).template.metadata.annotations, annotations);
    });

    it("is a StatefulSet when it has storage", async () => {
        await deploy({ replicas: 1, storage: { sizeGiB: 20, storageClass: "zrs", protect: false } });
        const { inputs } = only(STATEFUL_SET, "web");
        const { serviceName, volumeClaimTemplates } = inputs.spec as Record<string, unknown>;
        assert.equal(serviceName, "web");
        assert.equal(all(DEPLOYMENT).length, 0);
        assert.deepEqual(
            (volumeClaimTemplates as { spec: unknown }[]).map(({ spec }) => spec),
            [
                {
                    accessModes: ["ReadWriteOncePod"],
                    storageClassName: "zrs",
                    resources: { requests: { storage: "20Gi" } },
                },
            ],
        );
    });

    it("keeps old replicas until DNS answers name the new ones", async () => {
        await deploy();
        assert.equal((specOf(DEPLOYMENT) as { minReadySeconds?: number }).minReadySeconds, 20);
    });

    it("keeps a budget of one pod from two replicas on", async () => {
        await deploy();
        assert.deepEqual(only("kubernetes:policy/v1:PodDisruptionBudget").inputs.spec, {
            maxUnavailable: 1,
            selector: { matchLabels: { "app.kubernetes.io/name": "web" } },
            unhealthyPodEvictionPolicy: "AlwaysAllow",
        });
    });

    it("has no budget with one replica, which would hold up every drain", async () => {
        await deploy({ replicas: 1 });
        assert.equal(all("kubernetes:policy/v1:PodDisruptionBudget").length, 0);
    });

    it("declares both ends of each flow", async () => {
        await deploy({
            connectsTo: [
                { namespace: "database", workload: "mariadb", port: 3306 },
                { namespace: "shop", workload: "api", port: 80 },
            ],
        });
        assert.deepEqual(
            all("kubernetes:networking.k8s.io/v1:NetworkPolicy").map(({ inputs }) => inputs.metadata),
            [
                { name: "web-to-mariadb-3306", namespace: "shop" },
                { name: "mariadb-3306-from-web", namespace: "database" },
                { name: "web-to-api-80", namespace: "shop" },
                { name: "api-80-from-web", namespace: "shop" },
            ],
        );
    });

    it("declares a flow once, however often it is asked for", async () => {
        const api = { namespace: "shop", workload: "api", port: 80 };
        await deploy({ connectsTo: [api, { ...api }, { ...api, port: 81 }] });
        assert.deepEqual(
            all("kubernetes:networking.k8s.io/v1:NetworkPolicy").map(({ name }) => name),
            ["web-to-api-80", "api-80-from-web", "web-to-api-81", "api-81-from-web"],
        );
    });

    it("refuses the root user", () => {
        assert.throws(() => new Workload("web", { ...args, user: { uid: 0, gid: 1, fsGroup: 1 } }), {
            message: "user.uid: expected a user other than root, got 0",
        });
    });

    it("refuses the root group to a workload without an exception", () => {
        assert.throws(() => new Workload("web", { ...args, user: { uid: 1, gid: 0, fsGroup: 1 } }), {
            message: "user.gid: expected a group other than root, or an exception in exceptions.ts, got 0",
        });
    });
});
