import * as assert from "node:assert/strict";
import { podTemplate } from "../../../components/kubernetes/pod";
import type { WorkloadArgs } from "../../../components/kubernetes/workload-args";
import { probe, shop } from "./shop";

const labels = { app: "web" };
const selector = { "app.kubernetes.io/name": "web" };

interface Template {
    readonly metadata: { readonly labels: object; readonly annotations: Readonly<Record<string, string>> };
    readonly spec: Readonly<Record<string, unknown>>;
}

const templateOf = (changes: Partial<WorkloadArgs> = {}) =>
    podTemplate("web", labels, selector, shop(changes)) as unknown as Template;

const podOf = (changes: Partial<WorkloadArgs> = {}) => templateOf(changes).spec;

const hardened = {
    allowPrivilegeEscalation: false,
    privileged: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    capabilities: { drop: ["ALL"] },
};

const spread = (topologyKey: string, whenUnsatisfiable: string) => ({
    topologyKey,
    maxSkew: 1,
    whenUnsatisfiable,
    nodeTaintsPolicy: "Honor",
    labelSelector: { matchLabels: selector },
    matchLabelKeys: ["pod-template-hash"],
});

describe("podTemplate", () => {
    it("hardens the pod", () => {
        const { containers, initContainers, ...pod } = podOf();
        assert.equal((containers as unknown[]).length + (initContainers as unknown[]).length, 2);
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
                spread("topology.kubernetes.io/zone", "DoNotSchedule"),
                spread("kubernetes.io/hostname", "ScheduleAnyway"),
            ],
            priorityClassName: "audioprothese-standard",
            nodeSelector: { "audioprothese/pool": "general" },
            // 10 to be forgotten by clients, 30 to stop.
            terminationGracePeriodSeconds: 40,
            volumes: [
                { name: "config", configMap: { name: "web-config" } },
                {
                    name: "certificate",
                    csi: {
                        driver: "secrets-store.csi.k8s.io",
                        readOnly: true,
                        volumeAttributes: { secretProviderClass: "class" },
                    },
                },
                { name: "temporary", emptyDir: { sizeLimit: "16Mi" } },
                { name: "keys", emptyDir: { medium: "Memory", sizeLimit: "1Mi" } },
            ],
        });
    });

    it("hardens every container, and lets it write to scratch and memory alone", () => {
        assert.deepEqual(podOf().containers, [
            {
                name: "web",
                image: "r/i@sha256:0",
                env: [{ name: "PLAIN", value: "x" }],
                resources: {
                    requests: { cpu: "100m", memory: "64Mi" },
                    limits: { cpu: "100m", memory: "64Mi" },
                },
                securityContext: hardened,
                volumeMounts: [
                    { name: "config", mountPath: "/etc/a.conf", subPath: "a.conf", readOnly: true },
                    { name: "certificate", mountPath: "/run/certificate", readOnly: true },
                    { name: "keys", mountPath: "/run/keys", readOnly: false },
                    { name: "temporary", mountPath: "/tmp", readOnly: false },
                ],
                ports: [{ name: "http", containerPort: 8080 }],
                readinessProbe: probe,
                livenessProbe: probe,
                lifecycle: { preStop: { sleep: { seconds: 10 } } },
            },
        ]);
    });

    it("hardens every init container", () => {
        assert.deepEqual(podOf().initContainers, [
            {
                name: "copy",
                image: "r/i@sha256:1",
                command: ["sh"],
                args: ["-c", "true"],
                env: [],
                resources: {
                    requests: { cpu: "150m", memory: "32Mi" },
                    limits: { cpu: "150m", memory: "32Mi" },
                },
                securityContext: hardened,
                volumeMounts: [],
            },
        ]);
    });

    it("runs on the nodes of its pool alone, reserved ones included", () => {
        const { nodeSelector, tolerations } = podOf({ pool: "media" });
        assert.deepEqual(nodeSelector, { "audioprothese/pool": "media" });
        assert.deepEqual(tolerations, [
            { key: "audioprothese/pool", operator: "Equal", value: "media", effect: "NoSchedule" },
        ]);
    });

    it("gives a critical workload's pods their place before others", () => {
        assert.equal(podOf({ priority: "critical" }).priorityClassName, "audioprothese-critical");
    });

    it("adds the time to be forgotten by clients to the time that the workload takes to stop", () => {
        assert.equal(podOf({ shutdownSeconds: 120 }).terminationGracePeriodSeconds, 130);
    });

    it("tells the mesh what its sidecar takes: requests equal limits, as the namespace demands", () => {
        const { metadata } = templateOf();
        assert.deepEqual(metadata.labels, labels);
        const { "audioprothese/config-sha256": hash, ...proxy } = metadata.annotations;
        assert.match(hash ?? "", /^[0-9a-f]{64}$/);
        assert.deepEqual(proxy, {
            "sidecar.istio.io/proxyCPU": "100m",
            "sidecar.istio.io/proxyCPULimit": "100m",
            "sidecar.istio.io/proxyMemory": "128Mi",
            "sidecar.istio.io/proxyMemoryLimit": "128Mi",
        });
    });

    it("takes further variables from fields of the pod", () => {
        const { web } = shop().containers;
        assert.ok(web);
        const [container] = podOf({
            containers: { web: { ...web, fieldEnv: { NODE_NAME: "spec.nodeName" } } },
        }).containers as readonly { readonly env: unknown }[];
        assert.deepEqual(container?.env, [
            { name: "NODE_NAME", valueFrom: { fieldRef: { fieldPath: "spec.nodeName" } } },
            { name: "PLAIN", value: "x" },
        ]);
    });

    it("hands every container with rights a token of an hour, and init containers none", () => {
        const { web } = shop().containers;
        assert.ok(web);
        const pod = podOf({ apiRights: {}, volumes: {}, containers: { web: { ...web, mounts: {} } } });
        assert.equal(pod.automountServiceAccountToken, false);
        assert.deepEqual(pod.volumes, [
            {
                name: "api-access",
                projected: {
                    sources: [
                        { serviceAccountToken: { path: "token", expirationSeconds: 3600 } },
                        {
                            configMap: {
                                name: "kube-root-ca.crt",
                                items: [{ key: "ca.crt", path: "ca.crt" }],
                            },
                        },
                        {
                            downwardAPI: {
                                items: [{ path: "namespace", fieldRef: { fieldPath: "metadata.namespace" } }],
                            },
                        },
                    ],
                },
            },
        ]);
        const mountsOf = (containers: unknown) =>
            (containers as readonly { readonly volumeMounts: unknown }[]).map(
                ({ volumeMounts }) => volumeMounts,
            );
        assert.deepEqual(mountsOf(pod.containers), [
            [
                {
                    name: "api-access",
                    mountPath: "/var/run/secrets/kubernetes.io/serviceaccount",
                    readOnly: true,
                },
            ],
        ]);
        assert.deepEqual(mountsOf(pod.initContainers), [[]]);
    });

    for (const [path, propagation] of [
        ["/", { mountPropagation: "HostToContainer" }],
        ["/var/log", {}],
    ] as const) {
        it(`mounts ${path} of the node read-only${path === "/" ? ", and lets go of the disks that the node does" : ""}`, () => {
            const { web } = shop().containers;
            assert.ok(web);
            const pod = podOf({
                volumes: { root: { kind: "host", path } },
                containers: { web: { ...web, mounts: { "/host": "root" } } },
            });
            assert.deepEqual(pod.volumes, [{ name: "root", hostPath: { path, type: "Directory" } }]);
            const [container] = pod.containers as readonly { readonly volumeMounts: unknown }[];
            assert.deepEqual(container?.volumeMounts, [
                { name: "root", mountPath: "/host", readOnly: true, ...propagation },
            ]);
        });
    }
});
