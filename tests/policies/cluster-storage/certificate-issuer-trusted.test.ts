import { certificateIssuerTrusted } from "../../../policies/rules/cluster-storage/certificate-issuer-trusted";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const HTTPS = "attendu une adresse https://, obtenu";

describeRule(certificateIssuerTrusted, {
    type: "kubernetes:cert-manager.io/v1:ClusterIssuer",
    accepts: {
        "an ACME server": compliant({ spec: { acme: { server: "https://acme.example/directory" } } }),
        "an authority of one's own": compliant({ spec: { ca: { secretName: "authority" } } }),
    },
    rejects: {
        "self-signed certificates, even without settings": violation(
            { spec: { selfSigned: {} } },
            "spec.selfSigned : attendu une autorité, obtenu des certificats autosignés",
        ),
        "an ACME server in clear": violation(
            { spec: { acme: { server: "http://acme.example", skipTLSVerify: true } } },
            `spec.acme.server : ${HTTPS} « http://acme.example »`,
            "spec.acme.skipTLSVerify : attendu false, obtenu true",
        ),
        "a certificate server in clear": violation(
            { spec: { venafi: { tpp: { url: "http://tpp.example" } } } },
            `spec.venafi.tpp.url : ${HTTPS} « http://tpp.example »`,
        ),
        "a vault in clear": {
            ...violation(
                { spec: { vault: { server: "xhttps://vault.example" } } },
                `spec.vault.server : ${HTTPS} « xhttps://vault.example »`,
            ),
            type: "kubernetes:cert-manager.io/v1:Issuer",
        },
    },
    unset: { "the servers": compliant({ spec: {} }) },
    unknown: {
        "the server": undecided({ spec: { acme: { server: UNKNOWN } } }, "spec.acme.server"),
        "the settings of self-signed certificates": undecided(
            { spec: { selfSigned: UNKNOWN } },
            "spec.selfSigned",
        ),
    },
    otherType: "kubernetes:cert-manager.io/v1:Certificate",
});
