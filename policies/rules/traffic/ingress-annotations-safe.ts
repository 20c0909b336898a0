import type { networking } from "@pulumi/kubernetes/types/input";

import { isInternet } from "../../azure/internet";
import { exactly, type Expectation, nonEmpty, such } from "../../expectation";
import { defineRule } from "../../rule";

const NGINX = "nginx.ingress.kubernetes.io/";

const notEverybody = such(
    "des adresses précises",
    (ranges) =>
        !String(ranges)
            .split(/[\s,]+/)
            .some(isInternet),
);

/** What settings may be where they are given. */
const EXPECTED: ReadonlyMap<string, Expectation> = new Map([
    ["allowlist-source-range", notEverybody],
    ["auth-tls-verify-client", exactly("on")],
    ["cors-allow-origin", such("des origines énumérées", (origins) => !String(origins).includes("*"))],
    ["enable-access-log", exactly("true")],
    ["enable-modsecurity", exactly("true")],
    ["proxy-ssl-verify", exactly("on")],
    ["whitelist-source-range", notEverybody],
]);

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
        const given = (setting: string) => ["metadata", "annotations", `${NGINX}${setting}`];
        ingress.given(given("enable-cors"), (cors) => {
            // Not set, the origins are all.
            if (cors === "true") {
                ingress.expect(given("cors-allow-origin"), nonEmpty);
            }
        });
        ingress.entries("metadata.annotations", (key, value) => {
            if (!key.startsWith(NGINX)) {
                return;
            }
            const setting = key.slice(NGINX.length);
            if (setting.endsWith("-snippet")) {
                value.violation(
                    "",
                    "attendu un réglage nommé, obtenu une configuration que nulle règle ne lit",
                );
            }
            const expectation = EXPECTED.get(setting);
            if (expectation !== undefined) {
                value.expect("", expectation);
            }
        });
    },
});
