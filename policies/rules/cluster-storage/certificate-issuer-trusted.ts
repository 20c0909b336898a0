import { falseOrUnset, httpsAddress } from "../../expectation";
import { defineRule } from "../../rule";

const TYPE = "kubernetes:cert-manager.io/v1:ClusterIssuer";

export const certificateIssuerTrusted = defineRule({
    id: "certificate-issuer-trusted",
    title: {
        fr: "Un émetteur de certificats a une autorité, jointe en HTTPS vérifié",
        en: "A certificate issuer has an authority, reached over verified HTTPS",
    },
    why: {
        fr: "Un certificat autosigné ne prouve rien : les clients apprennent à ignorer l’avertissement.",
        en: "A self-signed certificate proves nothing: clients learn to ignore the warning.",
    },
    remediation: {
        fr: "Utiliser un émetteur acme, ca, vault ou venafi, en https:// et sans skipTLSVerify.",
        en: "Use an issuer acme, ca, vault or venafi, in https:// and without skipTLSVerify.",
    },
    severity: "high",
    url: "https://cert-manager.io/docs/configuration/",
    appliesTo: ["kubernetes:cert-manager.io:Issuer", "kubernetes:cert-manager.io:ClusterIssuer"],
    examples: {
        compliant: [
            { type: TYPE, properties: { spec: { acme: { server: "https://acme.example/directory" } } } },
        ],
        violation: [{ type: TYPE, properties: { spec: { selfSigned: {} } } }],
    },

    check(issuer) {
        issuer.forbid("spec.selfSigned", "attendu une autorité, obtenu des certificats autosignés");
        for (const server of ["spec.acme.server", "spec.vault.server", "spec.venafi.tpp.url"]) {
            issuer.given(server, (address) => {
                if (address !== undefined) {
                    issuer.expect(server, httpsAddress);
                }
            });
        }
        issuer.expect("spec.acme.skipTLSVerify", falseOrUnset);
    },
});
