import { anyCase, exactly } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";

/** Modes in which the gateway hands TLS on without opening it: the versions are the server's to choose. */
const PASSING: readonly unknown[] = ["PASSTHROUGH", "AUTO_PASSTHROUGH"];

const TYPE = "kubernetes:networking.istio.io/v1:Gateway";

export const meshGatewayTls = defineRule({
    id: "mesh-gateway-tls",
    title: {
        fr: "Une entrée du maillage n’accepte que TLS, en version 1.3 si elle le termine",
        en: "An entry of the mesh accepts TLS only, 1.3 where it ends it",
    },
    why: {
        fr: "Un serveur HTTP ou TCP laisse lire les données de santé entre le client et le maillage.",
        en: "An HTTP or TCP server lets health data be read between the client and the mesh.",
    },
    remediation: {
        fr: "Utiliser le protocole HTTPS avec minProtocolVersion TLSV1_3, ou TLS en PASSTHROUGH ; en HTTP, httpsRedirect seul.",
        en: "Use protocol HTTPS with minProtocolVersion TLSV1_3, or TLS in PASSTHROUGH; over HTTP, httpsRedirect alone.",
    },
    severity: "critical",
    url: "https://istio.io/latest/docs/reference/config/networking/gateway/#ServerTLSSettings",
    appliesTo: ["kubernetes:networking.istio.io:Gateway"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    spec: {
                        servers: [
                            {
                                port: { number: 443, name: "https", protocol: "HTTPS" },
                                tls: {
                                    mode: "SIMPLE",
                                    credentialName: "emr-tls",
                                    minProtocolVersion: "TLSV1_3",
                                },
                                hosts: ["openmrs/emr.example"],
                            },
                        ],
                    },
                },
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    spec: {
                        servers: [
                            {
                                port: { number: 80, name: "http", protocol: "HTTP" },
                                hosts: ["openmrs/emr.example"],
                            },
                        ],
                    },
                },
            },
        ],
    },

    check(gateway) {
        gateway.each("spec.servers", checkServer);
    },
});

function checkServer(server: Inspection): void {
    server.given("port.protocol", (protocol) => {
        if (String(protocol).toUpperCase() === "HTTP") {
            server.expect("tls.httpsRedirect", exactly(true));
            return;
        }
        server.expect("port.protocol", anyCase("HTTPS", "TLS"));
        server.given("tls.mode", (mode) => {
            if (!PASSING.includes(mode)) {
                // Not set means TLS 1.2.
                server.expect("tls.minProtocolVersion", exactly("TLSV1_3"));
            }
        });
    });
}
