import { serviceNotInternetFacing } from "../../../policies/rules/traffic/service-not-internet-facing";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const KINDS = "« ClusterIP », « ExternalName » ou un « LoadBalancer » interne";
const ANNOTATION = "service.beta.kubernetes.io/azure-load-balancer-internal";
const INTERNAL = `metadata.annotations["${ANNOTATION}"]`;

const balancer = (internal?: unknown) => ({
    metadata: { annotations: { [ANNOTATION]: internal ?? null } },
    spec: { type: "LoadBalancer" },
});

describeRule(serviceNotInternetFacing, {
    type: "kubernetes:core/v1:Service",
    accepts: {
        "a service inside the cluster": compliant({ spec: { type: "ClusterIP" } }),
        "a name outside the cluster": compliant({ spec: { type: "ExternalName" } }),
        "an internal load balancer": compliant(balancer("true")),
    },
    rejects: {
        "a public load balancer": violation(
            balancer("false"),
            `${INTERNAL} : attendu « true », obtenu « false »`,
        ),
        "a port of the nodes": violation(
            { spec: { type: "NodePort" } },
            `spec.type : attendu ${KINDS}, obtenu « NodePort »`,
        ),
        "an external address": violation(
            { spec: { externalIPs: ["203.0.113.1"] } },
            "spec.externalIPs[0] : attendu aucune adresse externe",
        ),
    },
    unset: {
        "the kind, which is then ClusterIP,": compliant({ spec: {} }),
        "the annotation of a load balancer": violation(
            balancer(),
            `${INTERNAL} : attendu « true », non défini`,
        ),
    },
    unknown: {
        "the kind": undecided({ spec: { type: UNKNOWN } }, "spec.type"),
        "the annotation of a load balancer": undecided(balancer(UNKNOWN), INTERNAL),
    },
    otherType: "kubernetes:core/v1:ConfigMap",
});
