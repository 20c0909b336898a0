import { ingressHostsExplicit } from "../../../policies/rules/traffic/ingress-hosts-explicit";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const EXPLICIT = "spec.rules[0].host : attendu un nom sans joker";
const ingress = (spec: object) => ({
    spec: { ingressClassName: "internal", rules: [{ host: "emr.example" }], ...spec },
});
const host = (name: unknown) => ingress({ rules: [{ host: name }] });

describeRule(ingressHostsExplicit, {
    type: "kubernetes:networking.k8s.io/v1:Ingress",
    accepts: { "a name": compliant(ingress({ tls: [{ secretName: "emr-tls" }] })) },
    rejects: {
        "a wildcard": violation(host("*.example"), `${EXPLICIT}, obtenu « *.example »`),
        "a default backend": violation(
            ingress({ defaultBackend: { service: { name: "web" } } }),
            "spec.defaultBackend : attendu des hôtes énumérés, obtenu un service par défaut",
        ),
    },
    unset: {
        "the name": violation(host(null), `${EXPLICIT}, non défini`),
        "the class": violation({ spec: {} }, "spec.ingressClassName : attendu une classe, non défini"),
        "the certificate": violation(
            ingress({ tls: [{}] }),
            "spec.tls[0].secretName : attendu un Secret, non défini",
        ),
    },
    unknown: {
        "the name": undecided(host(UNKNOWN), "spec.rules[0].host"),
        "the default backend": undecided(ingress({ defaultBackend: UNKNOWN }), "spec.defaultBackend"),
    },
    otherType: "kubernetes:core/v1:Service",
});
