import { meshGatewayTls } from "../../../policies/rules/traffic/mesh-gateway-tls";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const server = (protocol: unknown, tls: object = {}) => ({
    spec: { servers: [{ port: { number: 443, protocol }, tls }] },
});
const AT = "spec.servers[0]";
const VERSION = `${AT}.tls.minProtocolVersion : attendu « TLSV1_3 »`;
const PROTOCOL = `${AT}.port.protocol : attendu « HTTPS » ou « TLS »`;
const modern = { mode: "SIMPLE", minProtocolVersion: "TLSV1_3" };

describeRule(meshGatewayTls, {
    type: "kubernetes:networking.istio.io/v1:Gateway",
    accepts: {
        "TLS 1.3": compliant(server("HTTPS", modern)),
        "TLS that the server ends": compliant(server("TLS", { mode: "PASSTHROUGH" })),
        "TLS between meshes": compliant(server("tls", { mode: "AUTO_PASSTHROUGH" })),
        "HTTP that only redirects": compliant(server("http", { httpsRedirect: true })),
    },
    rejects: {
        HTTP: violation(
            server("HTTP", { httpsRedirect: false }),
            `${AT}.tls.httpsRedirect : attendu true, obtenu false`,
        ),
        "any bytes": violation(server("TCP", modern), `${PROTOCOL}, obtenu « TCP »`),
        "an old version": violation(
            server("HTTPS", { mode: "MUTUAL", minProtocolVersion: "TLSV1_2" }),
            `${VERSION}, obtenu « TLSV1_2 »`,
        ),
    },
    unset: {
        "the redirection": violation(server("HTTP"), `${AT}.tls.httpsRedirect : attendu true, non défini`),
        "the version, which is then 1.2,": violation(server("HTTPS"), `${VERSION}, non défini`),
        "the protocol": violation(server(null, modern), `${PROTOCOL}, non défini`),
        "the servers": compliant({ spec: {} }),
    },
    unknown: {
        "the protocol": undecided(server(UNKNOWN), `${AT}.port.protocol`),
        "the mode": undecided(server("TLS", { mode: UNKNOWN }), `${AT}.tls.mode`),
        "the version": undecided(
            server("TLS", { minProtocolVersion: UNKNOWN }),
            `${AT}.tls.minProtocolVersion`,
        ),
    },
    otherType: "kubernetes:gateway.networking.k8s.io/v1:Gateway",
});
