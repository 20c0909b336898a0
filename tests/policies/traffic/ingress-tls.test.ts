import { ingressTls } from "../../../policies/rules/traffic/ingress-tls";
import { compliant, describeRule, secret, undecided, UNKNOWN, violation } from "../../support/evaluate";

const MISSING = "spec.tls : attendu une liste non vide, non défini";
const HOST = "spec.rules[0].host : attendu un certificat dans spec.tls pour";

const ingress = (tls: unknown, host: unknown, annotations: object = {}) => ({
    metadata: { annotations },
    spec: { tls, rules: [{ host }] },
});
const certificate = (...hosts: readonly unknown[]) => [{ hosts, secretName: "tls" }];

describeRule(ingressTls, {
    type: "kubernetes:networking.k8s.io/v1:Ingress",
    accepts: {
        "a covered name": compliant(ingress(certificate("emr.example.org"), "emr.example.org")),
        "a redirection that is said": compliant(
            ingress(certificate("emr.example.org"), "emr.example.org", {
                "nginx.ingress.kubernetes.io/ssl-redirect": "true",
            }),
        ),
        "a name covered by a wildcard": compliant(ingress(certificate("*.example.org"), "emr.example.org")),
    },
    rejects: {
        "a name without certificate": violation(
            ingress(certificate("www.example.org"), "emr.example.org"),
            `${HOST} « emr.example.org »`,
        ),
        "a secret name without certificate": violation(
            ingress(certificate("www.example.org"), secret("emr.example.org")),
            `${HOST} un nom secret`,
        ),
        "a name without certificate, beside a secret,": violation(
            {
                spec: {
                    tls: certificate("www.example"),
                    rules: [{ host: "emr.example", http: secret("x") }],
                },
            },
            `${HOST} « emr.example »`,
        ),
        "a wildcard one level too high": violation(
            ingress(certificate("*.org"), "emr.example.org"),
            `${HOST} « emr.example.org »`,
        ),
        "plain HTTP left open": violation(
            ingress(certificate("emr.example.org"), "emr.example.org", {
                "nginx.ingress.kubernetes.io/ssl-redirect": "false",
            }),
            'metadata.annotations["nginx.ingress.kubernetes.io/ssl-redirect"] : attendu « true », obtenu « false »',
        ),
        "plain HTTP left open despite a redirection elsewhere": violation(
            ingress(certificate("emr.example.org"), "emr.example.org", {
                "nginx.ingress.kubernetes.io/force-ssl-redirect": "false",
            }),
            'metadata.annotations["nginx.ingress.kubernetes.io/force-ssl-redirect"] : attendu « true », obtenu « false »',
        ),
        "an ingress of an old API version": {
            ...violation({ spec: {} }, MISSING),
            type: "kubernetes:extensions/v1beta1:Ingress",
        },
    },
    unset: {
        "the certificates": violation({ spec: { rules: [] } }, MISSING),
        "the name": violation(ingress(certificate("emr.example.org"), null), `${HOST} tous les noms`),
    },
    unknown: {
        "a covered name": undecided(ingress(certificate(UNKNOWN), "emr.example.org"), "spec.tls[0].hosts[0]"),
        "the certificates": undecided(ingress(UNKNOWN, "emr.example.org"), "spec.tls"),
        "the name": undecided(ingress(certificate("emr.example.org"), UNKNOWN), "spec.rules[0].host"),
    },
    otherType: "kubernetes:core/v1:Service",
});
