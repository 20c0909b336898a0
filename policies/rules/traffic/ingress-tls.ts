import type { networking } from "@pulumi/kubernetes/types/input";

import { show, such } from "../../expectation";
import { defineRule } from "../../rule";

const redirects = such("« true »", (value) => value === undefined || value === "true");

export const ingressTls = defineRule({
    id: "ingress-tls",
    title: {
        fr: "Tout nom publié par un Ingress est servi en TLS",
        en: "Every name that an Ingress publishes is served over TLS",
    },
    why: {
        fr: "Un nom servi en HTTP laisse lire les identifiants et les données de santé entre le navigateur et le cluster.",
        en: "A name served over HTTP lets credentials and health data be read between the browser and the cluster.",
    },
    remediation: {
        fr: "Couvrir chaque nom de spec.rules par un certificat dans spec.tls.",
        en: "Cover every name of spec.rules by a certificate in spec.tls.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/services-networking/ingress/#tls",
    appliesTo: ["kubernetes:networking.k8s.io:Ingress"],
    examples: {
        compliant: [
            {
                type: "kubernetes:networking.k8s.io/v1:Ingress",
                properties: {
                    spec: {
                        tls: [{ hosts: ["emr.example"], secretName: "emr-tls" }],
                        rules: [{ host: "emr.example" }],
                    },
                } satisfies networking.v1.Ingress,
            },
        ],
        violation: [
            {
                type: "kubernetes:networking.k8s.io/v1:Ingress",
                properties: {
                    spec: { rules: [{ host: "emr.example" }] },
                } satisfies networking.v1.Ingress,
            },
        ],
    },
    check(ingress) {
        for (const redirect of ["ssl-redirect", "force-ssl-redirect"]) {
            ingress.expect(["metadata", "annotations", `nginx.ingress.kubernetes.io/${redirect}`], redirects);
        }
        const covered = new Set<unknown>();
        let complete = ingress.read("spec.tls").state !== "unknown";
        ingress.each(
            "spec.tls",
            (certificate) => {
                for (const host of certificate.readings("hosts")) {
                    if (host.state === "known") {
                        covered.add(host.value);
                    } else {
                        complete = false;
                        certificate.note(host);
                    }
                }
            },
            { required: true },
        );
        ingress.each("spec.rules", (rule) => {
            rule.given("host", (host) => {
                const wildcard = typeof host === "string" ? host.replace(/^[^.]+/, "*") : undefined;
                if (complete && !covered.has(host) && !covered.has(wildcard)) {
                    const names =
                        host === undefined
                            ? "tous les noms"
                            : rule.isSecret("host")
                              ? "un nom secret"
                              : show(host);
                    rule.violation("host", `attendu un certificat dans spec.tls pour ${names}`);
                }
            });
        });
    },
});
