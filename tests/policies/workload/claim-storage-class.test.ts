import { claimStorageClass } from "../../../policies/rules/workload/claim-storage-class";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { DEPLOYMENT, deployment, POD } from "../pods";

describeRule(claimStorageClass, {
    type: "kubernetes:core/v1:PersistentVolumeClaim",
    accepts: {
        "a class": compliant({ spec: { storageClassName: "premium" } }),
        "a class that is not known yet": compliant({ spec: { storageClassName: UNKNOWN } }),
        "a pod without a claim of its own": {
            ...compliant(deployment({ volumes: [{ emptyDir: {} }] })),
            type: DEPLOYMENT,
        },
        "the class of each claim of a database": {
            ...compliant({ spec: { volumeClaimTemplates: [{ spec: { storageClassName: "premium" } }] } }),
            type: "kubernetes:apps/v1:StatefulSet",
        },
    },
    rejects: {
        "an empty class": violation(
            { spec: { storageClassName: "" } },
            "spec.storageClassName : attendu une classe de stockage, obtenu «  »",
        ),
        "a claim of a database without class": {
            ...violation(
                { spec: { volumeClaimTemplates: [{ spec: {} }] } },
                "spec.volumeClaimTemplates[0].spec.storageClassName : attendu une classe de stockage, non défini",
            ),
            type: "kubernetes:apps/v1:StatefulSet",
        },
        "a claim of a pod without class": {
            ...violation(
                deployment({ volumes: [{ ephemeral: { volumeClaimTemplate: { spec: {} } } }] }),
                `${POD}.volumes[0].ephemeral.volumeClaimTemplate.spec.storageClassName : attendu une classe de stockage, non défini`,
            ),
            type: DEPLOYMENT,
        },
    },
    unset: {
        "the class": violation({}, "spec.storageClassName : attendu une classe de stockage, non défini"),
        "the claims of another kind than a database": {
            ...compliant({ spec: { volumeClaimTemplates: [{}] } }),
            type: DEPLOYMENT,
        },
    },
    unknown: { "the spec": undecided({ spec: UNKNOWN }, "spec") },
    otherType: "kubernetes:core/v1:Service",
});
