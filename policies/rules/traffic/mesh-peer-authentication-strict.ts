import { exactly } from "../../expectation";
import { defineRule } from "../../rule";

const TYPE = "kubernetes:security.istio.io/v1:PeerAuthentication";

export const meshPeerAuthenticationStrict = defineRule({
    id: "mesh-peer-authentication-strict",
    title: {
        fr: "Le maillage n’accepte que TLS mutuel (PeerAuthentication STRICT)",
        en: "The mesh accepts mutual TLS only (PeerAuthentication STRICT)",
    },
    why: {
        fr: "En mode PERMISSIVE, le défaut d’Istio, un pod hors du maillage échange encore en clair et sans identité.",
        en: "In PERMISSIVE mode, Istio’s default, a pod outside the mesh still talks in clear and without identity.",
    },
    remediation: {
        fr: "Mettre spec.mtls.mode à « STRICT », sans exception dans portLevelMtls.",
        en: 'Set spec.mtls.mode to "STRICT", with no exception in portLevelMtls.',
    },
    severity: "critical",
    url: "https://istio.io/latest/docs/reference/config/security/peer_authentication/",
    appliesTo: ["kubernetes:security.istio.io:PeerAuthentication"],
    examples: {
        compliant: [{ type: TYPE, properties: { spec: { mtls: { mode: "STRICT" } } } }],
        violation: [{ type: TYPE, properties: { spec: { mtls: { mode: "PERMISSIVE" } } } }],
    },

    check(policy) {
        // Not set or "UNSET" inherits, in the end from the mesh, which is permissive by default.
        policy.expect("spec.mtls.mode", exactly("STRICT"));
        policy.entries("spec.portLevelMtls", (_, port) => {
            port.expect("mode", exactly("STRICT"));
        });
    },
});
