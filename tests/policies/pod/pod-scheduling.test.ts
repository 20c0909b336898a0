import { podScheduling } from "../../../policies/rules/pod/pod-scheduling";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { DEPLOYMENT, deployment, POD } from "../pods";

const MASTER = "node-role.kubernetes.io/master";
const CONTROL_PLANE = "node-role.kubernetes.io/control-plane";
const WORKER = "attendu un nœud de travail, obtenu";
const TERMS = `${POD}.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`;

const required = (...matchExpressions: readonly object[]) =>
    deployment({
        affinity: {
            nodeAffinity: {
                requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions }] },
            },
        },
    });

describeRule(podScheduling, {
    type: DEPLOYMENT,
    accepts: {
        "nodes of the application": compliant(
            deployment({
                nodeName: "",
                priorityClassName: "system-cluster-critical-not",
                nodeSelector: { "pool.example/name": "general", "x-node-role.kubernetes.io/master": "" },
                tolerations: [{ key: "pool.example/name", operator: "Exists" }],
            }),
        ),
        "terms that keep away from the control plane": compliant(
            required({ key: MASTER, operator: "DoesNotExist" }, { key: "pool", operator: "In" }),
        ),
    },
    rejects: {
        "a node by its name": violation(
            deployment({ nodeName: "node-1" }),
            `${POD}.nodeName : attendu aucun nœud désigné, obtenu « node-1 »`,
        ),
        "the priorities of the system": violation(
            deployment({ priorityClassName: "system-node-critical" }),
            `${POD}.priorityClassName : attendu une priorité d’application, obtenu « system-node-critical »`,
        ),
        "the priority of the cluster's own": violation(
            deployment({ priorityClassName: "system-cluster-critical" }),
            `${POD}.priorityClassName : attendu une priorité d’application, obtenu « system-cluster-critical »`,
        ),
        "the control plane by label": violation(
            deployment({ nodeSelector: { [MASTER]: "" } }),
            `${POD}.nodeSelector["${MASTER}"] : attendu un nœud de travail, obtenu un nœud qui pilote le cluster`,
        ),
        "a toleration of everything": violation(
            deployment({ tolerations: [{ operator: "Exists" }, { key: "", operator: "Exists" }] }),
            `${POD}.tolerations[0] : attendu une clé, obtenu une tolérance à tout`,
            `${POD}.tolerations[1] : attendu une clé, obtenu une tolérance à tout`,
        ),
        "a toleration of the control plane": violation(
            deployment({ tolerations: [{ key: CONTROL_PLANE }] }),
            `${POD}.tolerations[0].key : ${WORKER} « ${CONTROL_PLANE} »`,
        ),
        "a required affinity to the control plane": violation(
            required({ key: MASTER, operator: "Exists" }, { key: CONTROL_PLANE, operator: "In" }),
            `${TERMS}[0].matchExpressions[0].key : ${WORKER} « ${MASTER} »`,
            `${TERMS}[0].matchExpressions[1].key : ${WORKER} « ${CONTROL_PLANE} »`,
        ),
        "a preferred affinity to the control plane": violation(
            deployment({
                affinity: {
                    nodeAffinity: {
                        preferredDuringSchedulingIgnoredDuringExecution: [
                            { preference: { matchExpressions: [{ key: MASTER, operator: "Exists" }] } },
                        ],
                    },
                },
            }),
            `${POD}.affinity.nodeAffinity.preferredDuringSchedulingIgnoredDuringExecution[0].preference.matchExpressions[0].key : ${WORKER} « ${MASTER} »`,
        ),
    },
    unset: { "every setting": compliant(deployment()) },
    unknown: {
        "the key of a toleration": undecided(
            deployment({ tolerations: [{ key: UNKNOWN }] }),
            `${POD}.tolerations[0].key`,
        ),
        "the operator of a term": undecided(
            required({ key: MASTER, operator: UNKNOWN }),
            `${TERMS}[0].matchExpressions[0].operator`,
        ),
    },
    otherType: "kubernetes:core/v1:Service",
});
