import { workloadRollout } from "../../../policies/rules/workload/workload-rollout";
import { compliant, describeStackRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { autoscaler, DEFAULT_NAMESPACE, eachAlone } from "./alone";

const DAEMON_SET = "kubernetes:apps/v1:DaemonSet";
const UNAVAILABLE = "spec.strategy.rollingUpdate.maxUnavailable";

const spec = (settings: object) => ({ metadata: { name: "web" }, spec: settings });
const unavailable = (maxUnavailable: unknown) =>
    spec({ replicas: 3, strategy: { rollingUpdate: { maxUnavailable } } });

describeStackRule(workloadRollout, {
    accepts: {
        ...eachAlone(
            {
                "an update of some at a time of what an autoscaler replicates": compliant(
                    spec({ strategy: { rollingUpdate: { maxUnavailable: 1 } } }),
                ),
            },
            autoscaler({ minReplicas: 2 }),
            DEFAULT_NAMESPACE,
        ),
        ...eachAlone({
            "an update of some replicas at a time": compliant(
                spec({
                    replicas: 3,
                    strategy: { type: "RollingUpdate", rollingUpdate: { maxUnavailable: 2 } },
                }),
            ),
            "a share of the replicas": compliant(unavailable("99%")),
            "none of them": compliant(unavailable(0)),
            "no replica at all": compliant(spec({ replicas: 0, strategy: { type: "RollingUpdate" } })),
            "a replacement of the only replica": compliant(
                spec({ replicas: 1, strategy: { type: "Recreate" } }),
            ),
            "what is not paused": compliant(spec({ paused: false })),
            "an update of every pod of a database": {
                ...compliant({ spec: { updateStrategy: { rollingUpdate: { partition: 0 } } } }),
                type: "kubernetes:apps/v1:StatefulSet",
            },
            "an update of a daemon": {
                ...compliant({ spec: { updateStrategy: { type: "RollingUpdate" } } }),
                type: DAEMON_SET,
            },
        }),
    },
    rejects: {
        ...eachAlone(
            {
                "a replacement of all that an autoscaler replicates": violation(
                    spec({ strategy: { type: "Recreate" } }),
                    "spec.strategy.type : attendu « RollingUpdate », obtenu « Recreate »",
                ),
            },
            autoscaler({ minReplicas: 2 }),
        ),
        ...eachAlone({
            "a replacement of all replicas": violation(
                spec({ replicas: 2, strategy: { type: "Recreate" } }),
                "spec.strategy.type : attendu « RollingUpdate », obtenu « Recreate »",
            ),
            "all replicas at a time": violation(
                unavailable(3),
                `${UNAVAILABLE} : attendu moins que toutes les répliques, obtenu 3`,
            ),
            "more than all replicas at a time": violation(
                unavailable("4"),
                `${UNAVAILABLE} : attendu moins que toutes les répliques, obtenu « 4 »`,
            ),
            "the whole share": violation(
                unavailable("100%"),
                `${UNAVAILABLE} : attendu moins que toutes les répliques, obtenu « 100% »`,
            ),
            "a pause": violation(spec({ paused: true }), "spec.paused : attendu false, obtenu true"),
            "an update of some of the pods of a database": {
                ...violation(
                    { spec: { updateStrategy: { rollingUpdate: { partition: 1 } } } },
                    "spec.updateStrategy.rollingUpdate.partition : attendu aucune partition, obtenu 1",
                ),
                type: "kubernetes:apps/v1:StatefulSet",
            },
            "an update by hand": {
                ...violation(
                    { spec: { updateStrategy: { type: "OnDelete" } } },
                    "spec.updateStrategy.type : attendu une mise à jour appliquée d’office, obtenu « OnDelete »",
                ),
                type: DAEMON_SET,
            },
            "an update by hand of a database": {
                ...violation(
                    { spec: { updateStrategy: { type: "OnDelete" } } },
                    "spec.updateStrategy.type : attendu une mise à jour appliquée d’office, obtenu « OnDelete »",
                ),
                type: "kubernetes:apps/v1:StatefulSet",
            },
        }),
    },
    unset: {
        ...eachAlone({
            "the strategy, which then is to roll,": compliant(spec({ replicas: 3 })),
            "the number, which is then 1,": compliant(spec({ strategy: { type: "Recreate" } })),
            "the strategy of a daemon": { ...compliant({ spec: {} }), type: DAEMON_SET },
        }),
    },
    unknown: {
        ...eachAlone({
            "the strategy": undecided(
                spec({ replicas: 3, strategy: { type: UNKNOWN } }),
                "spec.strategy.type",
            ),
            "the number of replicas": undecided(
                spec({ replicas: UNKNOWN, strategy: { type: "Recreate" } }),
                "spec.replicas",
            ),
        }),
    },
    otherType: "kubernetes:batch/v1:Job",
});
