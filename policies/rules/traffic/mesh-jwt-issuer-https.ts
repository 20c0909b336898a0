import { httpsAddress, nonEmpty } from "../../expectation";
import { defineRule } from "../../rule";

const TYPE = "kubernetes:security.istio.io/v1:RequestAuthentication";

export const meshJwtIssuerHttps = defineRule({
    id: "mesh-jwt-issuer-https",
    title: {
        fr: "Les jetons sont vérifiés avec les clés d’un émetteur joint en HTTPS",
        en: "Tokens are verified with the keys of an issuer reached over HTTPS",
    },
    why: {
        fr: "Des clés lues en HTTP peuvent être remplacées : n’importe qui signe alors des jetons valides.",
        en: "Keys read over HTTP can be replaced: anybody then signs valid tokens.",
    },
    remediation: {
        fr: "Donner un issuer et un jwksUri en https://, et les audiences admises.",
        en: "Give an issuer and a jwksUri in https://, and the audiences admitted.",
    },
    severity: "high",
    url: "https://istio.io/latest/docs/reference/config/security/jwt/",
    appliesTo: ["kubernetes:security.istio.io:RequestAuthentication"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    spec: { jwtRules: [{ issuer: "https://login.example/", audiences: ["openmrs"] }] },
                },
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    spec: { jwtRules: [{ issuer: "http://login.example/", audiences: ["openmrs"] }] },
                },
            },
        ],
    },

    check(authentication) {
        authentication.each("spec.jwtRules", (rule) => {
            rule.expect("issuer", httpsAddress);
            rule.given("jwksUri", (uri) => {
                // Not set, the keys are found from the issuer.
                if (uri !== undefined) {
                    rule.expect("jwksUri", httpsAddress);
                }
            });
            rule.each(
                "audiences",
                (audience) => {
                    audience.expect("", nonEmpty);
                },
                { required: true },
            );
        });
    },
});
