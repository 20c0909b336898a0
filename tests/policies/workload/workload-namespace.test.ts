import { workloadNamespace } from "../../../policies/rules/workload/workload-namespace";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { DEPLOYMENT, deployment } from "../pods";

const OWN = "attendu un espace de noms de l’application";

describeRule(workloadNamespace, {
    type: DEPLOYMENT,
    accepts: {
        "a namespace of the application": compliant(deployment()),
        "names that only resemble the system's": compliant({ metadata: { namespace: "kubeflow" } }),
        "names that only end like the system's": compliant({ metadata: { namespace: "my-kube-system" } }),
    },
    rejects: Object.fromEntries(
        [
            "default",
            "kube-system",
            "gatekeeper-system",
            "aks-istio-system",
            "calico-system",
            "tigera-operator",
        ].map((name) => [
            name,
            violation({ metadata: { namespace: name } }, `metadata.namespace : ${OWN}, obtenu « ${name} »`),
        ]),
    ),
    unset: {
        "the namespace, which is then the default one,": violation(
            { metadata: {} },
            `metadata.namespace : ${OWN}, non défini`,
        ),
        "its text": violation({ metadata: { namespace: "" } }, `metadata.namespace : ${OWN}, obtenu «  »`),
    },
    unknown: {
        "the namespace": undecided({ metadata: { namespace: UNKNOWN } }, "metadata.namespace"),
    },
    otherType: "kubernetes:core/v1:Service",
});
