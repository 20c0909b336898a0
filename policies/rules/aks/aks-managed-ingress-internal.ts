import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { addOnOf } from "../../azure/add-ons";
import { anyCase, falseOrUnset } from "../../expectation";
import { defineRule } from "../../rule";

export const aksManagedIngressInternal = defineRule({
    id: "aks-managed-ingress-internal",
    title: {
        fr: "Aucune entrée gérée par AKS n’est ouverte à Internet",
        en: "No way in that AKS manages is open to the Internet",
    },
    why: {
        fr: "Une entrée publique de plus contourne la passerelle, son pare-feu applicatif et ses journaux.",
        en: "One more public way in bypasses the gateway, its application firewall and its logs.",
    },
    remediation: {
        fr: "Retirer httpApplicationRouting, et rendre internes webAppRouting.nginx et les passerelles d’Istio.",
        en: "Remove httpApplicationRouting, and make webAppRouting.nginx and the Istio gateways internal.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/app-routing-nginx-configuration",
    appliesTo: ["azure-native:containerservice:ManagedCluster"],
    examples: {
        compliant: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    serviceMeshProfile: {
                        mode: "Istio",
                        istio: { components: { ingressGateways: [{ enabled: true, mode: "Internal" }] } },
                    },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:containerservice:ManagedCluster",
                properties: {
                    ingressProfile: { webAppRouting: { enabled: true } },
                } satisfies Partial<ManagedClusterArgs>,
            },
        ],
    },
    check(cluster) {
        addOnOf(cluster, "httpApplicationRouting").expect("enabled", falseOrUnset);
        const routing = cluster.at("ingressProfile.webAppRouting");
        routing.given("enabled", (enabled) => {
            if (enabled !== undefined && enabled !== false) {
                // Not set means "AnnotationControlled", which is public unless an annotation says otherwise.
                routing.expect("nginx.defaultIngressControllerType", anyCase("Internal", "None"));
            }
        });
        cluster.each("serviceMeshProfile.istio.components.ingressGateways", (gateway) => {
            gateway.given("enabled", (enabled) => {
                if (enabled !== undefined && enabled !== false) {
                    gateway.expect("mode", anyCase("Internal"));
                }
            });
        });
    },
});
