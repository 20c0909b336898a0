import { meshNamespaceAuthorized } from "../../../policies/rules/traffic/mesh-namespace-authorized";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const MISSING = "metadata.name : attendu une AuthorizationPolicy qui refuse tout par défaut";
const namespace = (labels: object): StackMember => ({
    type: "kubernetes:core/v1:Namespace",
    name: "openmrs",
    props: { metadata: { name: "openmrs", labels } },
});
const policy = (spec: unknown, place = "openmrs"): StackMember => ({
    type: "kubernetes:security.istio.io/v1:AuthorizationPolicy",
    name: "deny",
    props: { metadata: { namespace: place }, spec },
});
const meshed = namespace({ "istio-injection": "enabled" });
const open = (...members: readonly StackMember[]) => ({
    members,
    violations: [["openmrs", MISSING] as const],
});

describeStackRule(meshNamespaceAuthorized, {
    accepts: {
        "a policy without rules": { members: [meshed, policy({})] },
        "an ordinary namespace": { members: [namespace({})] },
        "a policy for the whole mesh": { members: [meshed, policy({}, "istio-system")] },
        "a policy for the whole mesh of AKS": { members: [meshed, policy({}, "aks-istio-system")] },
        "a policy that says so": {
            members: [meshed, policy({ action: "ALLOW", rules: [], selector: { matchLabels: {} } })],
        },
        "one policy among others": {
            members: [meshed, { ...policy({ rules: [{}] }), name: "other" }, policy({})],
        },
    },
    rejects: {
        "a namespace without policy": open(meshed),
        "a namespace of a revision": open(namespace({ "istio.io/rev": "asm-1-27" })),
        "a namespace without sidecars": open(namespace({ "istio.io/dataplane-mode": "ambient" })),
        "a policy elsewhere": open(meshed, policy({}, "other")),
        "a policy of rules": open(meshed, policy({ rules: [{}] })),
        "a policy that denies what it names": open(meshed, policy({ action: "DENY" })),
        "a policy for some pods": open(meshed, policy({ selector: { matchLabels: { app: "web" } } })),
        "a policy for one service": open(meshed, policy({ targetRef: { name: "web" } })),
        "a policy for one gateway": open(meshed, policy({ targetRefs: [{ name: "edge" }] })),
    },
    unset: {
        "the policy of an ordinary namespace, beside one of the mesh,": {
            members: [meshed, policy({}), { ...namespace({ "istio-injection": "disabled" }), name: "plain" }],
        },
    },
    unknown: {
        "the label": {
            members: [namespace({ "istio-injection": UNKNOWN })],
            unknowns: ["openmrs/metadata.labels.istio-injection"],
        },
        "the label, beside a policy that denies,": {
            members: [namespace({ "istio.io/rev": UNKNOWN }), policy({})],
        },
        "the rules": { members: [meshed, policy({ rules: UNKNOWN })], unknowns: ["deny/spec.rules"] },
    },
    otherType: "kubernetes:core/v1:ConfigMap",
});
