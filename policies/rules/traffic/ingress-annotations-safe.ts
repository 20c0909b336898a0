import type { networking } from "@pulumi/kubernetes/types/input";

import { anyCase, type Expectation, such } from "../../expectation";
import { defineRule } from "../../rule";

const NGINX = "nginx.ingress.kubernetes.io/";

const notEverybody = such(
    "des adresses précises",
    (ranges) => !/(^|[\s,])(0\.0\.0\.0|::)\/0/.test(String(ranges)),
);

/** Settings that are safe by default, and what they may be where they are given. */
const EXPECTED: Readonly<Record<string, Expectation | undefined>> = {
    "auth-tls-verify-client": such("« on »", (value) => value === "on"),
    "backend-protocol": anyCase("HTTPS", "GRPCS"),
    "cors-allow-origin": such("des origines énumérées", (origins) => !String(origins).includes("*")),
    "enable-modsecurity": such("« true »", (value) => value === "true"),
    "proxy-ssl-verify": such("« on »", (value) => value === "on"),
    "whitelist-source-range": notEverybody,
};

const TYPE = "kubernetes:networking.k8s.io/v1:Ingress";

export const ingressAnnotationsSafe = defineRule({
    id: "ingress-annotations-safe",
    title: {
        fr: "Aucune annotation d’un Ingress n’insère de configuration ni n’affaiblit le contrôleur",
        en: "No annotation of an Ingress inserts configuration or weakens the controller",
    },
    why: {
        fr: "Un extrait de configuration nginx lit tous les Secrets du contrôleur et peut retirer TLS ou l’authentification.",
        en: "A snippet of nginx configuration reads every Secret of the controller and may remove TLS or authentication.",
    },
    remediation: {
        fr: "Retirer ces annotations et utiliser les réglages nommés du contrôleur.",
        en: "Remove these annotations and use the named settings of the controller.",
    },
    severity: "critical",
    url: "https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations-risk/",
    appliesTo: ["kubernetes:networking.k8s.io:Ingress"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    metadata: { annotations: { "nginx.ingress.kubernetes.io/proxy-body-size": "8m" } },
                } satisfies networking.v1.Ingress,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    metadata: {
                        annotations: {
                            "nginx.ingress.kubernetes.io/configuration-snippet": "more_set_headers X-Debug;",
                        },
                    },
                } satisfies networking.v1.Ingress,
            },
        ],
    },

    check(ingress) {
        ingress.entries("metadata.annotations", (key, value) => {
            const setting = key.startsWith(NGINX) ? key.slice(NGINX.length) : "";
            if (setting.endsWith("-snippet")) {
                value.violation(
                    "",
                    "attendu un réglage nommé, obtenu une configuration que nulle règle ne lit",
                );
            }
            const expectation = EXPECTED[setting];
            if (expectation !== undefined) {
                value.expect("", expectation);
            }
        });
    },
});
