import { helmServiceNotExposed } from "../../../policies/rules/helm/helm-service-not-exposed";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const INTERNAL = "service.beta.kubernetes.io/azure-load-balancer-internal";
const PUBLIC = "attendu un répartiteur interne, obtenu un répartiteur public";

const values = (given: object) => ({ chart: "./charts/web", values: given });

describeRule(helmServiceNotExposed, {
    type: "kubernetes:helm.sh/v3:Release",
    accepts: {
        "a service of the cluster": compliant(values({ service: { type: "ClusterIP" } })),
        "an internal load balancer": compliant(
            values({ service: { type: "LoadBalancer", annotations: { [INTERNAL]: "true" } } }),
        ),
        "one by a switch": compliant(
            values({ service: { type: "LoadBalancer", annotations: { [INTERNAL]: true } } }),
        ),
        "the word in another place": compliant(values({ kind: "LoadBalancer", subtype: "NodePort" })),
    },
    rejects: {
        "a public load balancer": violation(
            values({ ingress: [{ service: { type: "LoadBalancer" } }] }),
            `values.ingress[0].service.type : ${PUBLIC}`,
        ),
        "a load balancer that says it is public": violation(
            values({ serviceType: "LoadBalancer", annotations: { [INTERNAL]: "false" } }),
            `values.serviceType : ${PUBLIC}`,
        ),
        "a port of the nodes": violation(
            values({ service: { type: "NodePort" } }),
            "values.service.type : attendu « ClusterIP », obtenu « NodePort »",
        ),
        "external addresses": violation(
            values({ service: { externalIPs: ["192.0.2.1"] } }),
            "values.service.externalIPs[0] : attendu aucune adresse externe",
        ),
    },
    unset: { "the type": compliant(values({ service: {} })) },
    unknown: {
        "the annotation of a load balancer": undecided(
            values({ service: { type: "LoadBalancer", annotations: { [INTERNAL]: UNKNOWN } } }),
            `values.service.annotations["${INTERNAL}"]`,
        ),
        "the type": undecided(values({ service: { type: UNKNOWN } }), "values.service.type"),
    },
    otherType: "kubernetes:core/v1:Service",
});
