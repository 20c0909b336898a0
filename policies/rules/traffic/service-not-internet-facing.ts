import type { core } from "@pulumi/kubernetes/types/input";

import { exactly, such } from "../../expectation";
import { defineRule } from "../../rule";

const INTERNAL = [
    "metadata",
    "annotations",
    "service.beta.kubernetes.io/azure-load-balancer-internal",
] as const;

const notOnNodes = such(
    "« ClusterIP », « ExternalName » ou un « LoadBalancer » interne",
    (type) =>
        type === undefined || type === "ClusterIP" || type === "ExternalName" || type === "LoadBalancer",
);

export const serviceNotInternetFacing = defineRule({
    id: "service-not-internet-facing",
    title: {
        fr: "Aucun Service n’est exposé directement à Internet",
        en: "No Service is exposed directly to the Internet",
    },
    why: {
        fr: "Un Service public contourne la passerelle, donc TLS, l’authentification et la journalisation.",
        en: "A public Service bypasses the gateway, hence TLS, authentication and logging.",
    },
    remediation: {
        fr: 'Utiliser « ClusterIP », ou annoter le LoadBalancer azure-load-balancer-internal: "true".',
        en: 'Use "ClusterIP", or annotate the LoadBalancer azure-load-balancer-internal: "true".',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/internal-lb",
    appliesTo: ["kubernetes:core:Service"],
    examples: {
        compliant: [
            {
                type: "kubernetes:core/v1:Service",
                properties: {
                    metadata: {
                        annotations: { "service.beta.kubernetes.io/azure-load-balancer-internal": "true" },
                    },
                    spec: { type: "LoadBalancer" },
                } satisfies core.v1.Service,
            },
        ],
        violation: [
            {
                type: "kubernetes:core/v1:Service",
                properties: { spec: { type: "LoadBalancer" } } satisfies core.v1.Service,
            },
            {
                type: "kubernetes:core/v1:Service",
                properties: { spec: { type: "NodePort" } } satisfies core.v1.Service,
            },
        ],
    },
    check(service) {
        service.expect("spec.type", notOnNodes);
        service.given("spec.type", (type) => {
            if (type === "LoadBalancer") {
                service.expect(INTERNAL, exactly("true"));
            }
        });
        service.each("spec.externalIPs", (address) => {
            address.violation("", "attendu aucune adresse externe");
        });
    },
});
