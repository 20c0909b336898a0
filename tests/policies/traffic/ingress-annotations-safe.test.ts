import { ingressAnnotationsSafe } from "../../../policies/rules/traffic/ingress-annotations-safe";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const NGINX = "nginx.ingress.kubernetes.io";
const annotated = (name: string, value: unknown) => ({
    metadata: { annotations: { [`${NGINX}/${name}`]: value } },
});
const bad = (name: string, value: string, expected: string) =>
    violation(
        annotated(name, value),
        `metadata.annotations["${NGINX}/${name}"] : attendu ${expected}, obtenu « ${value} »`,
    );
const snippet = (name: string) =>
    violation(
        annotated(name, "ssl_protocols TLSv1;"),
        `metadata.annotations["${NGINX}/${name}"] : attendu un réglage nommé, obtenu une configuration que nulle règle ne lit`,
    );

describeRule(ingressAnnotationsSafe, {
    type: "kubernetes:networking.k8s.io/v1:Ingress",
    accepts: {
        "settings of a size": compliant(annotated("proxy-body-size", "8m")),
        "verified clients": compliant(annotated("auth-tls-verify-client", "on")),
        "an access log": compliant(annotated("enable-access-log", "true")),
        "origins of several": compliant({
            metadata: {
                annotations: {
                    [`${NGINX}/enable-cors`]: "true",
                    [`${NGINX}/cors-allow-origin`]: "https://emr.example, https://www.example",
                },
            },
        }),
        "no sharing with other origins": compliant(annotated("enable-cors", "false")),
        "an origin": compliant(annotated("cors-allow-origin", "https://emr.example")),
        "a network": compliant(annotated("whitelist-source-range", "10.0.0.0/8,192.0.2.0/24")),
        "a web firewall": compliant(annotated("enable-modsecurity", "true")),
        "a verified backend": compliant(annotated("proxy-ssl-verify", "on")),
        "another controller's annotation": compliant({
            metadata: {
                annotations: { "other.ingress.kubernetes.io/auth-snippet": "x", "proxy-ssl-verify": "off" },
            },
        }),
    },
    rejects: {
        "a snippet": snippet("configuration-snippet"),
        "a snippet of the server": snippet("server-snippet"),
        "a snippet of authentication": snippet("auth-snippet"),
        "clients that are not verified": bad("auth-tls-verify-client", "optional_no_ca", "« on »"),
        "no access log": bad("enable-access-log", "false", "« true »"),
        "half of the addresses, under the setting's new name": bad(
            "allowlist-source-range",
            "10.0.0.0/8,128.0.0.0/1",
            "des adresses précises",
        ),
        "any origin": bad("cors-allow-origin", "*", "des origines énumérées"),
        "no web firewall": bad("enable-modsecurity", "false", "« true »"),
        "a backend that is not verified": bad("proxy-ssl-verify", "off", "« on »"),
        "any address": bad("whitelist-source-range", "0.0.0.0/0", "des adresses précises"),
        "any address of IPv6, after another": bad(
            "whitelist-source-range",
            "10.0.0.0/8, ::/0",
            "des adresses précises",
        ),
    },
    unset: {
        "the annotations": compliant({}),
        "the origins, which are then all,": violation(
            annotated("enable-cors", "true"),
            `metadata.annotations["${NGINX}/cors-allow-origin"] : attendu une valeur non vide, non défini`,
        ),
    },
    unknown: {
        "a judged annotation": undecided(
            annotated("proxy-ssl-verify", UNKNOWN),
            `metadata.annotations["${NGINX}/proxy-ssl-verify"]`,
        ),
        "another annotation": compliant(annotated("proxy-body-size", UNKNOWN)),
        "the annotations": undecided({ metadata: { annotations: UNKNOWN } }, "metadata.annotations"),
    },
    otherType: "kubernetes:core/v1:Service",
});
