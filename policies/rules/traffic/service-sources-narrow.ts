import type { core } from "@pulumi/kubernetes/types/input";

import { isInternet } from "../../azure/internet";
import { exactly, such } from "../../expectation";
import { defineRule } from "../../rule";

const narrow = such("une plage plus étroite qu’Internet", (range) => !isInternet(String(range)));

const TYPE = "kubernetes:core/v1:Service";

export const serviceSourcesNarrow = defineRule({
    id: "service-sources-narrow",
    title: {
        fr: "Un équilibreur de charge garde l’adresse du client et n’admet pas tout Internet",
        en: "A load balancer keeps the client’s address and does not admit the whole Internet",
    },
    why: {
        fr: "Avec externalTrafficPolicy Cluster, les traces d’accès portent l’adresse d’un nœud au lieu de celle du client.",
        en: "With externalTrafficPolicy Cluster, the access trail has the address of a node instead of the client’s.",
    },
    remediation: {
        fr: "Mettre externalTrafficPolicy à Local et restreindre loadBalancerSourceRanges.",
        en: "Set externalTrafficPolicy to Local and narrow loadBalancerSourceRanges.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/tasks/access-application-cluster/create-external-load-balancer/#preserving-the-client-source-ip",
    appliesTo: ["kubernetes:core:Service"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    spec: { type: "LoadBalancer", externalTrafficPolicy: "Local" },
                } satisfies core.v1.Service,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    spec: {
                        type: "LoadBalancer",
                        externalTrafficPolicy: "Local",
                        loadBalancerSourceRanges: ["0.0.0.0/0"],
                    },
                } satisfies core.v1.Service,
            },
        ],
    },

    check(service) {
        service.given("spec.type", (type) => {
            if (type !== "LoadBalancer") {
                service.dismiss();
                return;
            }
            // Not set means Cluster.
            service.expect("spec.externalTrafficPolicy", exactly("Local"));
            service.each("spec.loadBalancerSourceRanges", (range) => {
                range.expect("", narrow);
            });
        });
    },
});
