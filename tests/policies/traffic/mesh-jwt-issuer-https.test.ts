import { meshJwtIssuerHttps } from "../../../policies/rules/traffic/mesh-jwt-issuer-https";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const AT = "spec.jwtRules[0]";
const HTTPS = "attendu une adresse https://";
const rule = (settings: object) => ({
    spec: { jwtRules: [{ issuer: "https://login.example/", audiences: ["openmrs"], ...settings }] },
});

describeRule(meshJwtIssuerHttps, {
    type: "kubernetes:security.istio.io/v1:RequestAuthentication",
    accepts: { "keys over HTTPS": compliant(rule({ jwksUri: "https://login.example/keys" })) },
    rejects: {
        "an issuer over HTTP": violation(
            rule({ issuer: "http://login.example/" }),
            `${AT}.issuer : ${HTTPS}, obtenu « http://login.example/ »`,
        ),
        "an issuer that holds an address": violation(
            rule({ issuer: "x-https://login.example" }),
            `${AT}.issuer : ${HTTPS}, obtenu « x-https://login.example »`,
        ),
        "keys over HTTP": violation(
            rule({ jwksUri: "http://login.example/keys" }),
            `${AT}.jwksUri : ${HTTPS}, obtenu « http://login.example/keys »`,
        ),
        "tokens for nobody in particular": violation(
            rule({ audiences: ["openmrs", ""] }),
            `${AT}.audiences[1] : attendu une valeur non vide, obtenu «  »`,
        ),
        "tokens for anybody": violation(
            rule({ audiences: [] }),
            `${AT}.audiences : attendu une liste non vide, obtenu une liste`,
        ),
    },
    unset: {
        "the issuer": violation(rule({ issuer: null }), `${AT}.issuer : ${HTTPS}, non défini`),
        "the audiences": violation(
            rule({ audiences: null }),
            `${AT}.audiences : attendu une liste non vide, non défini`,
        ),
        "the rules": compliant({ spec: {} }),
    },
    unknown: { "the address of the keys": undecided(rule({ jwksUri: UNKNOWN }), `${AT}.jwksUri`) },
    otherType: "kubernetes:security.istio.io/v1:PeerAuthentication",
});
