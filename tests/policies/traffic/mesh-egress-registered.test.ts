import { meshEgressRegistered } from "../../../policies/rules/traffic/mesh-egress-registered";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";
import { DEPLOYMENT } from "../pods";

const FREE = "attendu un Sidecar qui retient les sorties de ces pods";

const namespace = (labels: unknown, name: unknown = "openmrs"): StackMember => ({
    type: "kubernetes:core/v1:Namespace",
    name: "namespace",
    props: { metadata: { name, labels } },
});
const meshed = namespace({ "istio.io/rev": "asm-1-30" });
const workload = (
    place: unknown = "openmrs",
    labels: unknown = { app: "web", tier: "front" },
): StackMember => ({
    type: DEPLOYMENT,
    name: "web",
    props: { metadata: { namespace: place }, spec: { template: { metadata: { labels } } } },
});
const sidecar = (
    labels: unknown = { app: "web" },
    place: unknown = "openmrs",
    mode: unknown = "REGISTRY_ONLY",
): StackMember => ({
    type: "kubernetes:networking.istio.io/v1:Sidecar",
    name: "sidecar",
    props: {
        metadata: { namespace: place },
        spec: { workloadSelector: { labels }, outboundTrafficPolicy: { mode }, egress: [{ hosts: ["./*"] }] },
    },
});
const free = (...members: readonly StackMember[]) => ({ members, violations: [["web", FREE] as const] });
const mode = (value: unknown, found: string) => ({
    members: [sidecar({}, "openmrs", value)],
    violations: [
        ["sidecar", `spec.outboundTrafficPolicy.mode : attendu « REGISTRY_ONLY », ${found}`] as const,
    ],
});

describeStackRule(meshEgressRegistered, {
    accepts: {
        "a Sidecar of the workload": { members: [meshed, workload(), sidecar()] },
        "a Sidecar of the whole namespace": { members: [meshed, workload(), sidecar(null)] },
        "a Sidecar of the whole mesh": { members: [meshed, workload(), sidecar(null, "istio-system")] },
        "a Sidecar of the whole mesh of AKS": {
            members: [meshed, workload(), sidecar(null, "aks-istio-system")],
        },
        "a Job of the mesh": {
            members: [meshed, { ...workload(), type: "kubernetes:batch/v1:Job" }, sidecar()],
        },
        "a Sidecar among others": {
            members: [meshed, workload(), sidecar({ app: "api" }), { ...sidecar(), name: "second" }],
        },
        "a workload outside of the mesh": {
            members: [namespace({}), workload(), { ...sidecar(), name: "other" }],
        },
        "a workload in a namespace that the stack does not declare": {
            members: [meshed, workload("other"), sidecar()],
        },
    },
    rejects: {
        "a workload without Sidecar": free(meshed, workload()),
        "a workload in a namespace of an older kind": free(
            namespace({ "istio-injection": "enabled" }),
            workload(),
        ),
        "Sidecars of other pods": free(meshed, workload(), sidecar({ app: "api" }), {
            ...sidecar({ app: "web", tier: "back" }),
            name: "second",
        }),
        "a Sidecar of another namespace": free(meshed, workload(), sidecar(null, "other")),
        "a Sidecar of some pods in the root namespace": free(
            meshed,
            workload(),
            sidecar({ app: "web" }, "istio-system"),
        ),
        "a Sidecar that lets everything out": mode("ALLOW_ANY", "obtenu « ALLOW_ANY »"),
    },
    unset: {
        "what a Sidecar lets out, which the mesh then says,": mode(null, "non défini"),
        "the labels of the pods": free(meshed, workload("openmrs", null), sidecar()),
    },
    unknown: {
        "what a Sidecar lets out": {
            members: [sidecar({}, "openmrs", UNKNOWN)],
            unknowns: ["sidecar/spec.outboundTrafficPolicy.mode"],
        },
        "the pods of the only Sidecar": {
            members: [meshed, workload(), sidecar({ app: UNKNOWN })],
            unknowns: ["sidecar/spec.workloadSelector.labels.app"],
        },
        "the namespace of the only Sidecar": {
            members: [meshed, workload(), sidecar(undefined, UNKNOWN)],
            unknowns: ["sidecar/metadata.namespace"],
        },
        "whether the namespace is in the mesh": {
            members: [namespace({ "istio.io/rev": UNKNOWN }), workload()],
            unknowns: ['namespace/metadata.labels["istio.io/rev"]'],
        },
        "whether it is, of a workload that is held": {
            members: [namespace({ "istio.io/rev": UNKNOWN }), workload(), sidecar()],
        },
    },
    otherType: "kubernetes:core/v1:ConfigMap",
});
