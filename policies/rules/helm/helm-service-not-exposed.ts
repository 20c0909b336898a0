import type { ReleaseArgs } from "@pulumi/kubernetes/helm/v3";

import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import { eachSetting, helmTypes } from "../../kubernetes/helm";

const INTERNAL = "service.beta.kubernetes.io/azure-load-balancer-internal";

export const helmServiceNotExposed = defineRule({
    id: "helm-service-not-exposed",
    title: {
        fr: "Aucune valeur de chart n’expose un service hors du réseau privé",
        en: "No value of a chart exposes a service outside the private network",
    },
    why: {
        fr: "Un répartiteur public ouvert par un chart contourne la passerelle, son pare-feu applicatif et sa journalisation.",
        en: "A public load balancer that a chart opens gets round the gateway, its application firewall and its logs.",
    },
    remediation: {
        fr: "Laisser type à « ClusterIP », ou annoter le répartiteur comme interne.",
        en: 'Leave type at "ClusterIP", or annotate the load balancer as internal.',
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/aks/internal-lb",
    appliesTo: helmTypes,
    examples: {
        compliant: [
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: {
                    chart: "./charts/web",
                    values: { service: { type: "ClusterIP" } },
                } satisfies Partial<ReleaseArgs>,
            },
        ],
        violation: [
            {
                type: "kubernetes:helm.sh/v3:Release",
                properties: {
                    chart: "./charts/web",
                    values: { service: { type: "LoadBalancer" } },
                } satisfies Partial<ReleaseArgs>,
            },
        ],
    },
    check(release) {
        eachSetting(release, ({ key, value, content, holder }) => {
            if (/^(type|serviceType)$/.test(key)) {
                if (content === "NodePort") {
                    value.violation("", "attendu « ClusterIP », obtenu « NodePort »");
                } else if (content === "LoadBalancer") {
                    checkInternal(holder, value);
                }
            } else if (key === "externalIPs") {
                value.violation("", "attendu aucune adresse externe");
            }
        });
    },
});

function checkInternal(service: Inspection, type: Inspection): void {
    const annotation = service.read(["annotations", INTERNAL]);
    type.settle(
        service.some([annotation], (internal) => internal === true || internal === "true"),
        "",
        "attendu un répartiteur interne, obtenu un répartiteur public",
    );
}
