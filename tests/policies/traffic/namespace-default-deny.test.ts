import { namespaceDefaultDeny } from "../../../policies/rules/traffic/namespace-default-deny";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";
import { DEPLOYMENT, deployment } from "../pods";

const INGRESS = "metadata.name : attendu une NetworkPolicy qui refuse par défaut (Ingress)";
const EGRESS = "metadata.name : attendu une NetworkPolicy qui refuse par défaut (Egress)";

const namespace = (name: unknown = "openmrs"): StackMember => ({
    type: "kubernetes:core/v1:Namespace",
    name: "openmrs",
    props: { metadata: { name } },
});
const policy = (spec: object, place: unknown = "openmrs", from?: StackMember): StackMember => ({
    type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    name: "deny",
    props: { metadata: { namespace: place }, spec },
    ...(from === undefined ? {} : { dependencies: { metadata: [from] } }),
});
const other: StackMember = { ...namespace("database"), name: "database" };
const deny = { podSelector: {}, policyTypes: ["Ingress", "Egress"] };
const workload: StackMember = { type: DEPLOYMENT, name: "web", props: deployment() };

const open = (spec: object, ...messages: readonly string[]) => ({
    members: [namespace(), policy(spec)],
    violations: messages.map((message) => ["openmrs", message] as const),
});

describeStackRule(namespaceDefaultDeny, {
    accepts: {
        "a policy that denies both ways": { members: [namespace(), policy(deny), workload] },
        "policies that open some ports, or to some": {
            members: [
                namespace(),
                policy(deny),
                policy({
                    ingress: [{ ports: [{ port: 8443 }] }, { from: [{ podSelector: {} }] }],
                    egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }],
                }),
            ],
        },
        "one policy each way": {
            members: [
                namespace(),
                policy({ podSelector: {}, policyTypes: ["Ingress"], ingress: [] }),
                policy({ podSelector: { matchLabels: {} }, policyTypes: ["Egress"], egress: [] }),
            ],
        },
        "a policy whose namespace is known by what it came from": {
            members: [namespace(UNKNOWN), policy(deny, UNKNOWN, namespace(UNKNOWN))],
        },
    },
    rejects: {
        "a namespace without policy": {
            members: [namespace()],
            violations: [
                ["openmrs", INGRESS],
                ["openmrs", EGRESS],
            ],
        },
        "a policy of another namespace": {
            members: [namespace(), policy(deny, "database")],
            violations: [
                ["openmrs", INGRESS],
                ["openmrs", EGRESS],
            ],
        },
        "a policy that came from another namespace": {
            members: [namespace(), other, policy(deny, "database"), policy(deny, UNKNOWN, other)],
            violations: [
                ["openmrs", INGRESS],
                ["openmrs", EGRESS],
            ],
        },
        "a policy that forgets egress": open({ podSelector: {}, policyTypes: ["Ingress"] }, EGRESS),
        "a policy that lets everything in": open({ ...deny, ingress: [{}] }, INGRESS),
        "a policy for some pods": open(
            { ...deny, podSelector: { matchLabels: { app: "web" } } },
            INGRESS,
            EGRESS,
        ),
        "a policy for the pods that have a label": open(
            { ...deny, podSelector: { matchExpressions: [{ key: "app", operator: "Exists" }] } },
            INGRESS,
            EGRESS,
        ),
        "a workload in a namespace that the stack does not declare": {
            members: [namespace("other"), policy(deny, "other"), workload],
            violations: [["web", "metadata.namespace : attendu un espace de noms déclaré dans la pile"]],
        },
    },
    unset: {
        "the name of the namespace": {
            members: [namespace(null), policy(deny)],
            violations: [
                ["openmrs", INGRESS],
                ["openmrs", EGRESS],
            ],
        },
        "the types, which are then ingress alone,": open({ podSelector: {} }, EGRESS),
        "the selector, which is then every pod,": {
            members: [namespace(), policy({ policyTypes: ["Ingress", "Egress"] })],
        },
        "the namespace of a workload": {
            members: [namespace(), policy(deny), { ...workload, props: { ...deployment(), metadata: {} } }],
            violations: [["web", "metadata.namespace : attendu un espace de noms déclaré dans la pile"]],
        },
    },
    unknown: {
        "the only policy's namespace": {
            members: [namespace(), policy(deny, UNKNOWN)],
            unknowns: ["deny/metadata.namespace"],
        },
        "a policy's selector": {
            members: [namespace(), policy({ ...deny, podSelector: { matchLabels: UNKNOWN } })],
            unknowns: ["deny/spec.podSelector.matchLabels"],
        },
        "a policy's rules": {
            members: [namespace(), policy({ ...deny, egress: UNKNOWN })],
            unknowns: ["deny/spec.egress"],
        },
        "a policy's rules, beside a policy that surely denies,": {
            members: [namespace(), policy({ ...deny, egress: UNKNOWN }), { ...policy(deny), name: "surely" }],
        },
        "the name of the only namespace of a workload": {
            members: [namespace(UNKNOWN), policy(deny, UNKNOWN, namespace(UNKNOWN)), workload],
            unknowns: ["openmrs/metadata.name"],
        },
    },
    otherType: "kubernetes:core/v1:ConfigMap",
});
