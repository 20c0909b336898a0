import type { networking } from "@pulumi/kubernetes/types/input";

import { reference } from "../../expectation";
import { explicitHost } from "../../kubernetes/hosts";
import { defineRule } from "../../rule";

const TYPE = "kubernetes:networking.k8s.io/v1:Ingress";

export const ingressHostsExplicit = defineRule({
    id: "ingress-hosts-explicit",
    title: {
        fr: "Un Ingress nomme sa classe et ses hôtes, sans joker ni service par défaut",
        en: "An Ingress names its class and its hosts, without wildcard or default backend",
    },
    why: {
        fr: "Un joker ou un service par défaut prend les requêtes destinées à d’autres noms ; sans classe, tout contrôleur l’expose.",
        en: "A wildcard or default backend takes requests meant for other names; without class, any controller exposes it.",
    },
    remediation: {
        fr: "Énumérer spec.rules[].host, retirer spec.defaultBackend et nommer spec.ingressClassName.",
        en: "Enumerate spec.rules[].host, remove spec.defaultBackend and name spec.ingressClassName.",
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards",
    appliesTo: ["kubernetes:networking.k8s.io:Ingress"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    spec: { ingressClassName: "internal", rules: [{ host: "emr.example" }] },
                } satisfies networking.v1.Ingress,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    spec: { ingressClassName: "internal", rules: [{ host: "*.example" }] },
                } satisfies networking.v1.Ingress,
            },
        ],
    },

    check(ingress) {
        ingress.expect("spec.ingressClassName", reference("une classe"));
        ingress.forbid("spec.defaultBackend", "attendu des hôtes énumérés, obtenu un service par défaut");
        ingress.each("spec.rules", (rule) => {
            rule.expect("host", explicitHost);
        });
        ingress.each("spec.tls", (certificate) => {
            // Not set takes the controller's own certificate, which no browser trusts.
            certificate.expect("secretName", reference("un Secret"));
        });
    },
});
