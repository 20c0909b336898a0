import { type Graph, type Resource, valueAt } from "../../architecture/graph";
import { finds, holds, label, named, withAdded, withInputs, without } from "./recorded";

const DAEMON_SET = "kubernetes:apps/v1:DaemonSet";
const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const STATEFUL_SET = "kubernetes:apps/v1:StatefulSet";
const JOB = "kubernetes:batch/v1:Job";
const RECOMMENDER = "kubernetes:autoscaling.k8s.io/v1:VerticalPodAutoscaler";
const AUTOSCALER = "kubernetes:autoscaling/v2:HorizontalPodAutoscaler";
const BUDGET = "kubernetes:policy/v1:PodDisruptionBudget";
const PRIORITY = "kubernetes:scheduling.k8s.io/v1:PriorityClass";
const SIDECAR = "kubernetes:networking.istio.io/v1:Sidecar";

const metadata = ({ inputs }: Resource, key: string) => valueAt(inputs, "metadata", key);
const kindOf = ({ type }: Resource) => type.slice(type.lastIndexOf(":") + 1);

const replicated = (graph: Graph) => [...graph.of(DEPLOYMENT), ...graph.of(STATEFUL_SET)];

const permanent = (graph: Graph) => [...replicated(graph), ...graph.of(DAEMON_SET)];

/** The object of a type that refers to a workload. */
const targeting = (graph: Graph, type: string, key: string, workload: Resource) =>
    graph
        .of(type)
        .find(
            (each) =>
                metadata(each, "namespace") === metadata(workload, "namespace") &&
                valueAt(each.inputs, "spec", key, "kind") === kindOf(workload) &&
                valueAt(each.inputs, "spec", key, "name") === metadata(workload, "name"),
        );

/** Objects of a type whose selector, at a path, is the workload's own labels. */
const selecting = (graph: Graph, type: string, path: readonly string[], workload: Resource) =>
    graph.of(type).find((each) => {
        const selector = Object.entries(valueAt(each.inputs, "spec", ...path) ?? {});
        const labels = valueAt(workload.inputs, "spec", "template", "metadata", "labels");
        return (
            metadata(each, "namespace") === metadata(workload, "namespace") &&
            selector.length > 0 &&
            selector.every(([key, value]) => valueAt(labels, key) === value)
        );
    });

/** Workloads whose consumption nobody measures, or that somebody would resize. */
const unmeasured = (graph: Graph) =>
    permanent(graph)
        .filter((workload) => {
            const recommender = targeting(graph, RECOMMENDER, "targetRef", workload);
            return valueAt(recommender?.inputs, "spec", "updatePolicy", "updateMode") !== "Off";
        })
        .map(label);

/** Pods of no class, or of one that the cluster lacks, which it refuses. */
const unranked = (graph: Graph) => {
    const classes = graph.of(PRIORITY).map((each) => metadata(each, "name"));
    return [...permanent(graph), ...graph.of(JOB)]
        .filter(
            ({ inputs }) =>
                !classes.includes(valueAt(inputs, "spec", "template", "spec", "priorityClassName")),
        )
        .map(label);
};

/** What makes pods before their classes of priority are there. */
const early = (graph: Graph) =>
    [...permanent(graph), ...graph.of(JOB)]
        .filter((workload) => graph.of(PRIORITY).some((each) => !graph.follows(workload, each)))
        .map(label);

/** Workloads whose pods may connect to more than what they declare. */
const unbounded = (graph: Graph) =>
    [...permanent(graph), ...graph.of(JOB)]
        .filter((workload) => {
            const sidecar = selecting(graph, SIDECAR, ["workloadSelector", "labels"], workload);
            return (
                valueAt(sidecar?.inputs, "spec", "outboundTrafficPolicy", "mode") !== "REGISTRY_ONLY" ||
                JSON.stringify(valueAt(sidecar?.inputs, "spec", "egress")).includes('"*/*"')
            );
        })
        .map(label);

/** Workloads of several replicas that a drain may take away at once. */
const unguarded = (graph: Graph) =>
    replicated(graph)
        .filter((workload) => {
            const autoscaler = targeting(graph, AUTOSCALER, "scaleTargetRef", workload);
            const replicas = Number(
                valueAt(autoscaler?.inputs, "spec", "minReplicas") ??
                    valueAt(workload.inputs, "spec", "replicas"),
            );
            const budget = selecting(graph, BUDGET, ["selector", "matchLabels"], workload);
            return Number.isNaN(replicas) || replicas >= 2 !== (budget !== undefined);
        })
        .map(label);

describe("the graph: workloads", () => {
    holds("each has a recommender, which changes nothing itself", unmeasured);
    holds("each has a class of priority that the cluster has", unranked);
    holds("each comes after the classes of priority", early);
    holds("each knows only the hosts that it declares", unbounded);
    holds("each of several replicas, and no other, has a disruption budget", unguarded);

    finds(
        "a workload that nobody measures",
        unmeasured,
        without(named(RECOMMENDER, "openmrs-gateway-recommender")),
        "Deployment openmrs-gateway",
    );
    finds(
        "a recommender that resizes",
        unmeasured,
        withInputs(named(RECOMMENDER, "openmrs-gateway-recommender"), {
            spec: {
                targetRef: { kind: "Deployment", name: "openmrs-gateway" },
                updatePolicy: { updateMode: "Auto" },
            },
        }),
        "Deployment openmrs-gateway",
    );
    for (const priorityClassName of [undefined, "system-cluster-critical"]) {
        finds(
            `a workload of the class ${String(priorityClassName)}`,
            unranked,
            withAdded({ type: DEPLOYMENT, inputs: { spec: { template: { spec: { priorityClassName } } } } }),
            "Deployment added",
        );
    }
    finds(
        "a workload that may precede its class",
        early,
        withAdded({ type: DEPLOYMENT, urn: "early" }),
        "Deployment added",
    );
    finds(
        "a workload that may connect to anything",
        unbounded,
        without(named(SIDECAR, "openmrs-gateway-known-hosts")),
        "Deployment openmrs-gateway",
    );
    finds(
        "a workload that drains may empty",
        unguarded,
        without(named(BUDGET, "openmrs-gateway")),
        "Deployment openmrs-gateway",
    );
    finds(
        "a budget of a single replica, which no drain could get past",
        unguarded,
        (graph) => {
            const backend = graph.of(STATEFUL_SET).find(({ name }) => name === "openmrs-backend");
            return withAdded({
                type: BUDGET,
                inputs: {
                    metadata: { namespace: "openmrs" },
                    spec: { selector: valueAt(backend?.inputs, "spec", "selector") },
                },
            })(graph);
        },
        "StatefulSet openmrs-backend",
    );
});
