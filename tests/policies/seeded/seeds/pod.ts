import { omit, type Seeds, set } from "../seed";
import { kubernetes, BACKEND, FRONTEND, METRICS, NAMESPACE } from "../targets";

const POD = "spec.template.spec";
const CONTAINER = `${POD}.containers.0`;
const SIDECAR = `${POD}.containers.1`;
const COPY = `${POD}.initContainers.0`;

export const pod: Seeds = {
    "container-hardened": set(FRONTEND, `${COPY}.securityContext.capabilities`, {
        drop: ["ALL"],
        add: ["NET_ADMIN"],
    }),
    "container-image-own-registry": set(
        FRONTEND,
        `${SIDECAR}.image`,
        `docker.io/nginx/nginx-prometheus-exporter:1.5.1@sha256:${"0".repeat(64)}`,
    ),
    "container-image-pinned": set(
        FRONTEND,
        `${SIDECAR}.image`,
        "crapluscoreprodfrc.azurecr.io/nginx/nginx-prometheus-exporter:1.5.1",
    ),
    "container-image-pull-policy": set(FRONTEND, `${CONTAINER}.imagePullPolicy`, "Never"),
    "container-mounts": set(FRONTEND, `${CONTAINER}.volumeMounts.0.mountPropagation`, "Bidirectional"),
    "container-no-debug": set(BACKEND, `${CONTAINER}.tty`, true),
    "container-non-root": set(METRICS, `${POD}.securityContext.runAsUser`, 0),
    "container-probes": omit(FRONTEND, `${SIDECAR}.livenessProbe`),
    "container-read-only-root": omit(FRONTEND, `${COPY}.securityContext.readOnlyRootFilesystem`),
    "container-resources": omit(METRICS, `${CONTAINER}.resources.limits`),
    "container-seccomp": omit(METRICS, `${POD}.securityContext.seccompProfile`),
    "namespace-pod-security": set(
        NAMESPACE,
        ["metadata", "labels", "pod-security.kubernetes.io/enforce"],
        "baseline",
    ),
    "pod-empty-dir-bounded": omit(BACKEND, `${POD}.volumes.3.emptyDir.sizeLimit`),
    "pod-graceful-stop": set(METRICS, `${POD}.terminationGracePeriodSeconds`, 0),
    "pod-host-isolated": set(FRONTEND, `${POD}.hostNetwork`, true),
    "pod-kernel-confined": set(BACKEND, `${POD}.securityContext.sysctls`, [
        { name: "kernel.msgmax", value: "65536" },
    ]),
    "pod-name-resolution": set(BACKEND, `${POD}.dnsConfig`, { nameservers: ["192.0.2.53"] }),
    "pod-no-service-links": omit(BACKEND, `${POD}.enableServiceLinks`),
    "pod-not-privileged": set(FRONTEND, `${SIDECAR}.securityContext.privileged`, true),
    "pod-scheduling": set(METRICS, `${POD}.tolerations`, [{ operator: "Exists" }]),
    "pod-volume-types": set(BACKEND, `${POD}.volumes.3`, {
        name: "distribution",
        hostPath: { path: "/run" },
    }),
    "service-account-no-token": omit(
        kubernetes("core/v1:ServiceAccount", "openmrs-backend"),
        "automountServiceAccountToken",
    ),
    "service-account-token-short-lived": set(BACKEND, `${POD}.volumes.0.projected`, {
        sources: [{ serviceAccountToken: { path: "token", expirationSeconds: 86400 } }],
    }),
    "workload-service-account": set(METRICS, `${POD}.serviceAccountName`, "default"),
};
