import { gatewayListenerTls } from "../../../policies/rules/traffic/gateway-listener-tls";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const AT = "spec.listeners[0]";
const PROTOCOL = `${AT}.protocol : attendu « HTTPS » ou « TLS »`;
const REFS = `${AT}.tls.certificateRefs : attendu une liste non vide`;
const listener = (protocol: unknown, tls: object = {}) => ({
    spec: { listeners: [{ protocol, tls: { certificateRefs: [{ name: "emr-tls" }], ...tls } }] },
});

describeRule(gatewayListenerTls, {
    type: "kubernetes:gateway.networking.k8s.io/v1:Gateway",
    accepts: {
        "HTTPS with a certificate": compliant(listener("HTTPS")),
        "TLS that the server ends": compliant(listener("TLS", { mode: "Passthrough", certificateRefs: [] })),
    },
    rejects: {
        HTTP: violation(listener("HTTP"), `${PROTOCOL}, obtenu « HTTP »`),
        "any bytes": violation(listener("TCP"), `${PROTOCOL}, obtenu « TCP »`),
        "TLS without certificate": violation(
            listener("TLS", { mode: "Terminate", certificateRefs: [] }),
            `${REFS}, obtenu une liste`,
        ),
    },
    unset: {
        "the protocol": violation(listener(null), `${PROTOCOL}, non défini`),
        "the certificate": violation(listener("HTTPS", { certificateRefs: null }), `${REFS}, non défini`),
        "the name of the certificate": violation(
            listener("HTTPS", { certificateRefs: [{}] }),
            `${AT}.tls.certificateRefs[0].name : attendu un Secret, non défini`,
        ),
        "the listeners": compliant({ spec: {} }),
    },
    unknown: {
        "the protocol": undecided(listener(UNKNOWN), `${AT}.protocol`),
        "the mode": undecided(listener("TLS", { mode: UNKNOWN }), `${AT}.tls.mode`),
    },
    otherType: "kubernetes:networking.istio.io/v1:Gateway",
});
