import { namespaceQuota } from "../../../policies/rules/workload/namespace-quota";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const HARD = { "limits.cpu": "8", "limits.memory": "16Gi" };
const MAX = { cpu: "2", memory: "6Gi" };

const NO_QUOTA = (resource: string) =>
    `metadata.name : attendu un ResourceQuota de limits.${resource} sur tous les pods`;
const NO_RANGE = (resource: string) =>
    `metadata.name : attendu un LimitRange qui borne ${resource} d’un pod ou d’un conteneur`;

const namespace: StackMember = {
    type: "kubernetes:core/v1:Namespace",
    name: "openmrs",
    props: { metadata: { name: "openmrs" } },
};
const quota = (hard: unknown = HARD, spec: object = {}, place: unknown = "openmrs"): StackMember => ({
    type: "kubernetes:core/v1:ResourceQuota",
    name: "quota",
    props: { metadata: { namespace: place }, spec: { hard, ...spec } },
});
const range = (limit: object = { type: "Pod", max: MAX }, place: unknown = "openmrs"): StackMember => ({
    type: "kubernetes:core/v1:LimitRange",
    name: "range",
    props: { metadata: { namespace: place }, spec: { limits: [limit] } },
});
const rejected = (members: readonly StackMember[], ...messages: readonly string[]) => ({
    members,
    violations: messages.map((message) => ["openmrs", message] as const),
});

describeStackRule(namespaceQuota, {
    accepts: {
        "a quota, and a bound of each pod": { members: [namespace, quota(), range()] },
        "a bound of each container": {
            members: [namespace, quota(), range({ type: "Container", max: MAX })],
        },
        "bounds in several objects": {
            members: [
                namespace,
                quota({ "limits.cpu": "8" }),
                { ...quota({ "limits.memory": "16Gi" }), name: "second" },
                range({ type: "Pod", max: { cpu: "2" } }),
                { ...range({ type: "Container", max: { memory: "6Gi" } }), name: "third" },
            ],
        },
        "quotas of some pods beside one of all": {
            members: [
                namespace,
                quota(HARD, { scopes: ["BestEffort"] }),
                { ...quota(), name: "all" },
                range(),
            ],
        },
    },
    rejects: {
        "a namespace without any": rejected(
            [namespace],
            NO_QUOTA("cpu"),
            NO_RANGE("cpu"),
            NO_QUOTA("memory"),
            NO_RANGE("memory"),
        ),
        "those of another namespace": rejected(
            [namespace, quota(HARD, {}, "other"), range(undefined, "other")],
            NO_QUOTA("cpu"),
            NO_RANGE("cpu"),
            NO_QUOTA("memory"),
            NO_RANGE("memory"),
        ),
        "a quota of CPU alone": rejected(
            [namespace, quota({ "limits.cpu": "8" }), range()],
            NO_QUOTA("memory"),
        ),
        "a quota of requests": rejected(
            [namespace, quota({ "requests.cpu": "8", "limits.memory": "16Gi" }), range()],
            NO_QUOTA("cpu"),
        ),
        "quotas of some pods": rejected(
            [
                namespace,
                quota(HARD, { scopes: ["NotTerminating"] }),
                {
                    ...quota(HARD, { scopeSelector: { matchExpressions: [{ scopeName: "PriorityClass" }] } }),
                    name: "second",
                },
                range(),
            ],
            NO_QUOTA("cpu"),
            NO_QUOTA("memory"),
        ),
        "a bound of claims": rejected(
            [namespace, quota(), range({ type: "PersistentVolumeClaim", max: MAX })],
            NO_RANGE("cpu"),
            NO_RANGE("memory"),
        ),
        "a default that bounds nothing": rejected(
            [namespace, quota(), range({ type: "Container", default: MAX })],
            NO_RANGE("cpu"),
            NO_RANGE("memory"),
        ),
    },
    unset: {
        "what the quota bounds": rejected(
            [namespace, quota(null), range()],
            NO_QUOTA("cpu"),
            NO_QUOTA("memory"),
        ),
        "of what the range is": rejected(
            [namespace, quota(), range({ max: MAX })],
            NO_RANGE("cpu"),
            NO_RANGE("memory"),
        ),
    },
    unknown: {
        "what the quota bounds": {
            members: [namespace, quota({ ...HARD, "limits.cpu": UNKNOWN }), range()],
            unknowns: ['quota/spec.hard["limits.cpu"]'],
        },
        "the greatest pod": {
            members: [namespace, quota(), range({ type: "Pod", max: UNKNOWN })],
            unknowns: ["range/spec.limits[0].max"],
        },
        "the namespace of the quota": {
            members: [namespace, quota(HARD, {}, UNKNOWN), range()],
            unknowns: ["quota/metadata.namespace"],
        },
    },
    otherType: "kubernetes:core/v1:ConfigMap",
});
