import * as assert from "node:assert/strict";

import { workloadDisruptionBudget } from "../../../policies/rules/workload/workload-disruption-budget";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";
import { DEPLOYMENT } from "../pods";

const WEB = { matchLabels: { app: "web" } };
const NONE = "spec.replicas : attendu un PodDisruptionBudget qui couvre ces répliques";

const NAMESPACE: StackMember = {
    type: "kubernetes:core/v1:Namespace",
    name: "openmrs",
    props: { metadata: { name: "openmrs" } },
};
const UNNAMED: StackMember = { ...NAMESPACE, props: { metadata: { name: UNKNOWN } } };

const workload = (spec: object = {}, namespace: unknown = "openmrs"): StackMember => ({
    type: DEPLOYMENT,
    name: "web",
    props: {
        metadata: { name: "web", namespace },
        spec: { replicas: 3, template: { metadata: { labels: { app: "web" } } }, ...spec },
    },
});
const budget = (
    spec: object = { maxUnavailable: 1, selector: WEB },
    name = "budget",
    namespace: unknown = "openmrs",
): StackMember => ({
    type: "kubernetes:policy/v1:PodDisruptionBudget",
    name,
    props: { metadata: { namespace }, spec },
});
const autoscaler = (spec: object = {}, namespace: unknown = "openmrs"): StackMember => ({
    type: "kubernetes:autoscaling/v2:HorizontalPodAutoscaler",
    name: "scaler",
    props: {
        metadata: { namespace },
        spec: {
            scaleTargetRef: { kind: "Deployment", name: "web" },
            minReplicas: 2,
            maxReplicas: 6,
            ...spec,
        },
    },
});
const SCALED = workload({ replicas: null });
const target = (settings: object) =>
    autoscaler({ scaleTargetRef: { kind: "Deployment", name: "web", ...settings } });
const expressions = (...matchExpressions: readonly object[]) => budget({ selector: { matchExpressions } });

describeStackRule(workloadDisruptionBudget, {
    accepts: {
        "a budget of the workload's labels": { members: [workload(), budget()] },
        "replicas of a database": {
            members: [{ ...workload(), type: "kubernetes:apps/v1:StatefulSet" }, budget()],
        },
        "a budget that covers beside one of an unknown selector": {
            members: [workload(), budget(), budget({ selector: { matchLabels: UNKNOWN } }, "b")],
        },
        "a single replica, or none,": { members: [workload({ replicas: 1 }), workload({ replicas: 0 })] },
        "a budget of every pod": { members: [workload(), budget({ selector: {} })] },
        "budgets that let some be evicted": {
            members: [
                workload(),
                budget({ selector: WEB, minAvailable: 2 }),
                budget({ selector: WEB, minAvailable: "66%" }, "b"),
                budget({ selector: WEB, maxUnavailable: "1%" }, "c"),
            ],
        },
        "a budget whose selector reckons": {
            members: [
                workload(),
                expressions(
                    { key: "app", operator: "In", values: ["api", "web"] },
                    { key: "tier", operator: "NotIn", values: ["back"] },
                    { key: "app", operator: "Exists" },
                    { key: "old", operator: "DoesNotExist" },
                ),
            ],
        },
        "a budget of what an autoscaler replicates": { members: [SCALED, autoscaler(), budget()] },
        "an autoscaler of other workloads": {
            members: [
                SCALED,
                autoscaler({}, "other"),
                { ...target({ name: "api" }), name: "b" },
                { ...target({ kind: "StatefulSet" }), name: "c" },
            ],
        },
        "a namespace whose name is known by where it comes from": {
            members: [
                NAMESPACE,
                { ...workload({}, UNKNOWN), dependencies: { metadata: [NAMESPACE] } },
                budget(),
            ],
        },
        "the same unknown namespace": {
            members: [
                UNNAMED,
                { ...workload({}, UNKNOWN), dependencies: { metadata: [UNNAMED] } },
                { ...budget({ selector: WEB }, "budget", UNKNOWN), dependencies: { metadata: [UNNAMED] } },
            ],
        },
    },
    rejects: {
        "replicas without budget": { members: [workload()], violations: [["web", NONE]] },
        "a budget of another namespace": {
            members: [workload(), budget({ selector: WEB }, "budget", "other")],
            violations: [["web", NONE]],
        },
        "budgets of other pods": {
            members: [
                workload(),
                budget({ selector: { matchLabels: { app: "api" } } }),
                budget({ selector: { matchLabels: { app: "web", tier: "back" } } }, "b"),
            ],
            violations: [["web", NONE]],
        },
        ...Object.fromEntries(
            [
                { key: "app", operator: "In", values: ["api"] },
                { key: "app", operator: "NotIn", values: ["web"] },
                { key: "old", operator: "Exists" },
                { key: "app", operator: "DoesNotExist" },
                { key: "app", operator: "Like", values: ["web"] },
            ].map((expression) => [
                `a budget that keeps other pods by ${expression.operator}`,
                { members: [workload(), expressions(expression)], violations: [["web", NONE]] as const },
            ]),
        ),
        "budgets that let nobody be evicted": {
            members: [
                budget({ maxUnavailable: 0 }, "a"),
                budget({ maxUnavailable: "0%" }, "b"),
                budget({ minAvailable: "100%" }, "c"),
            ],
            violations: [
                ["a", "spec.maxUnavailable : attendu au moins un pod qui puisse être évincé, obtenu 0"],
                ["b", "spec.maxUnavailable : attendu au moins un pod qui puisse être évincé, obtenu « 0% »"],
                ["c", "spec.minAvailable : attendu moins que tous les pods, obtenu « 100% »"],
            ],
        },
        "a budget that keeps as many as there are": {
            members: [workload(), budget({ selector: WEB, minAvailable: 3 })],
            violations: [
                [
                    "web",
                    "spec.replicas : attendu plus de répliques que minAvailable n’en garde (3), obtenu 3",
                ],
            ],
        },
        "a share that comes to as many as there are": {
            members: [workload(), budget({ selector: WEB, minAvailable: "67%" })],
            violations: [
                [
                    "web",
                    "spec.replicas : attendu plus de répliques que minAvailable n’en garde (3), obtenu 3",
                ],
            ],
        },
        "replicas of a database without budget": {
            members: [{ ...workload(), type: "kubernetes:apps/v1:StatefulSet" }],
            violations: [["web", NONE]],
        },
        "replicas of an autoscaler without budget": {
            members: [SCALED, autoscaler()],
            violations: [["web", NONE]],
        },
        "a single replica that an autoscaler multiplies": {
            members: [workload({ replicas: 1 }), autoscaler()],
            violations: [["web", NONE]],
        },
        "a budget that keeps as many as the autoscaler does": {
            members: [SCALED, autoscaler(), budget({ selector: WEB, minAvailable: 2 })],
            violations: [
                [
                    "web",
                    "spec.replicas : attendu plus de répliques que minAvailable n’en garde (2), obtenu 2",
                ],
            ],
        },
        "two namespaces, of which neither name is known": {
            members: [
                UNNAMED,
                { ...UNNAMED, name: "second" },
                { ...workload({}, UNKNOWN), dependencies: { metadata: [UNNAMED] } },
                {
                    ...budget({ selector: WEB }, "budget", UNKNOWN),
                    dependencies: { metadata: [{ ...UNNAMED, name: "second" }] },
                },
            ],
            violations: [["web", NONE]],
        },
    },
    unset: {
        "the number of replicas, which is then 1,": { members: [workload({ replicas: null })] },
        "the least that an autoscaler keeps, which is then 1,": {
            members: [workload(), autoscaler({ minReplicas: null })],
        },
        "the selector, which then selects nothing,": {
            members: [workload(), budget({})],
            violations: [["web", NONE]],
        },
        "both namespaces, which are then the default one,": {
            members: [workload({}, null), budget({ selector: WEB }, "budget", "default")],
        },
    },
    unknown: {
        "the number of replicas": {
            members: [workload({ replicas: UNKNOWN })],
            unknowns: ["web/spec.replicas"],
        },
        "the least that an autoscaler keeps": {
            members: [SCALED, autoscaler({ minReplicas: UNKNOWN })],
            unknowns: ["scaler/spec.minReplicas"],
        },
        "what an autoscaler scales, and where": {
            members: [
                SCALED,
                { ...target({ name: UNKNOWN }), name: "a" },
                { ...target({ kind: UNKNOWN }), name: "b" },
                { ...autoscaler({}, UNKNOWN), name: "c" },
            ],
            unknowns: ["a/spec.scaleTargetRef.name", "b/spec.scaleTargetRef.kind", "c/metadata.namespace"],
        },
        "the name of the workload that may be scaled": {
            members: [
                { ...SCALED, props: { ...SCALED.props, metadata: { name: UNKNOWN, namespace: "openmrs" } } },
                autoscaler(),
            ],
            unknowns: ["web/metadata.name"],
        },
        "the namespace of the only budget": {
            members: [workload(), budget({ selector: WEB }, "budget", UNKNOWN)],
            unknowns: ["budget/metadata.namespace"],
        },
        "a namespace that may be the one that is named": {
            members: [UNNAMED, { ...workload({}, UNKNOWN), dependencies: { metadata: [UNNAMED] } }, budget()],
            unknowns: ["web/metadata.namespace"],
        },
        "the labels of the workload": {
            members: [workload({ template: { metadata: { labels: { app: UNKNOWN } } } }), budget()],
            unknowns: ["web/spec.template.metadata.labels.app"],
        },
        "the parts of a selector": {
            members: [
                workload(),
                budget({ selector: { matchLabels: UNKNOWN } }, "a"),
                budget({ selector: { matchLabels: { app: "web" }, matchExpressions: UNKNOWN } }, "b"),
            ],
            unknowns: ["a/spec.selector.matchLabels", "b/spec.selector.matchExpressions"],
        },
        "how many the budget keeps": {
            members: [workload(), budget({ selector: WEB, minAvailable: UNKNOWN })],
            unknowns: ["budget/spec.minAvailable"],
        },
        "a selector, a label in it, and an operator": {
            members: [
                workload(),
                budget({ selector: UNKNOWN }, "a"),
                budget({ selector: { matchLabels: { app: UNKNOWN } } }, "b"),
                { ...expressions({ key: "app", operator: UNKNOWN }), name: "c" },
                { ...expressions({ key: "app", operator: "NotIn", values: [UNKNOWN] }), name: "d" },
            ],
            unknowns: [
                "a/spec.selector",
                "b/spec.selector.matchLabels.app",
                "c/spec.selector.matchExpressions[0].operator",
                "d/spec.selector.matchExpressions[0].values[0]",
            ],
        },
    },
    otherType: "kubernetes:core/v1:ConfigMap",
});

it("says what of a budget decides", () => {
    const { reads } = workloadDisruptionBudget;
    assert.deepEqual(reads, {
        "kubernetes:autoscaling:HorizontalPodAutoscaler": ["metadata.namespace", "spec"],
        "kubernetes:core:Namespace": ["metadata.name"],
        "kubernetes:policy:PodDisruptionBudget": ["metadata.namespace", "spec"],
    });
});
