import { reference, such } from "../../expectation";
import { defineRule } from "../../rule";

// Protocols of this API are written in capitals.
const encrypted = such("« HTTPS » ou « TLS »", (protocol) => protocol === "HTTPS" || protocol === "TLS");

const TYPE = "kubernetes:gateway.networking.k8s.io/v1:Gateway";

export const gatewayListenerTls = defineRule({
    id: "gateway-listener-tls",
    title: {
        fr: "Un écouteur de la Gateway API termine TLS avec un certificat nommé",
        en: "A listener of the Gateway API ends TLS with a named certificate",
    },
    why: {
        fr: "Un écouteur HTTP, TCP ou UDP laisse lire les données de santé avant le cluster.",
        en: "An HTTP, TCP or UDP listener lets health data be read before the cluster.",
    },
    remediation: {
        fr: "Utiliser le protocole HTTPS ou TLS et donner tls.certificateRefs ; rediriger HTTP en amont.",
        en: "Use protocol HTTPS or TLS and give tls.certificateRefs; redirect HTTP upstream.",
    },
    severity: "critical",
    url: "https://gateway-api.sigs.k8s.io/guides/tls/",
    appliesTo: ["kubernetes:gateway.networking.k8s.io:Gateway"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    spec: {
                        listeners: [
                            {
                                name: "https",
                                port: 443,
                                protocol: "HTTPS",
                                tls: { certificateRefs: [{ name: "emr-tls" }] },
                            },
                        ],
                    },
                },
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: { spec: { listeners: [{ name: "http", port: 80, protocol: "HTTP" }] } },
            },
        ],
    },

    check(gateway) {
        gateway.each("spec.listeners", (listener) => {
            listener.expect("protocol", encrypted);
            listener.given("tls.mode", (mode) => {
                // Not set means Terminate.
                if (mode !== "Passthrough") {
                    listener.each(
                        "tls.certificateRefs",
                        (certificate) => {
                            certificate.expect("name", reference("un Secret"));
                        },
                        { required: true },
                    );
                }
            });
        });
    },
});
