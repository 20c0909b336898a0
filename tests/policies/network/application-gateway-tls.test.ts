import { applicationGatewayTls } from "../../../policies/rules/network/application-gateway-tls";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const TLS = { policyType: "CustomV2", minProtocolVersion: "TLSv1_3" };

describeRule(applicationGatewayTls, {
    type: "azure-native:network:ApplicationGateway",
    accepts: {
        "TLS 1.3 alone": compliant({
            sslPolicy: TLS,
            httpListeners: [{ protocol: "Https" }],
            listeners: [{ protocol: "Tls" }],
        }),
        "a listener whose profile is as strict": compliant({
            sslPolicy: TLS,
            sslProfiles: [{ sslPolicy: TLS }],
        }),
        "a profile that says nothing of versions": compliant({
            sslPolicy: TLS,
            sslProfiles: [{ name: "a" }],
        }),
    },
    rejects: {
        "a predefined policy, which admits TLS 1.2": violation(
            { sslPolicy: { policyType: "Predefined", policyName: "AppGwSslPolicy20220101S" } },
            "sslPolicy.policyType : attendu « CustomV2 », obtenu « Predefined »",
            "sslPolicy.minProtocolVersion : attendu « TLSv1_3 », non défini",
        ),
        "TLS 1.2 as the minimum": violation(
            { sslPolicy: { ...TLS, minProtocolVersion: "TLSv1_2" } },
            "sslPolicy.minProtocolVersion : attendu « TLSv1_3 », obtenu « TLSv1_2 »",
        ),
        "a listener whose profile is laxer": violation(
            { sslPolicy: TLS, sslProfiles: [{ sslPolicy: { ...TLS, minProtocolVersion: "TLSv1_0" } }] },
            "sslProfiles[0].sslPolicy.minProtocolVersion : attendu « TLSv1_3 », obtenu « TLSv1_0 »",
        ),
        "a listener in clear": violation(
            { sslPolicy: TLS, httpListeners: [{ protocol: "Https" }, { protocol: "Http" }] },
            "httpListeners[1].protocol : attendu « Https », obtenu « Http »",
        ),
        "a listener of the transport layer in clear": violation(
            { sslPolicy: TLS, listeners: [{ protocol: "Tcp" }] },
            "listeners[0].protocol : attendu « Tls », obtenu « Tcp »",
        ),
    },
    unset: {
        "the protocol of a listener of the transport layer": violation(
            { sslPolicy: TLS, listeners: [{ name: "a" }] },
            "listeners[0].protocol : attendu « Tls », non défini",
        ),
        "the policy, which Azure then chooses,": violation(
            {},
            "sslPolicy.policyType : attendu « CustomV2 », non défini",
            "sslPolicy.minProtocolVersion : attendu « TLSv1_3 », non défini",
        ),
    },
    unknown: {
        "the minimum": undecided(
            { sslPolicy: { ...TLS, minProtocolVersion: UNKNOWN } },
            "sslPolicy.minProtocolVersion",
        ),
        "the policy as a whole": undecided({ sslPolicy: UNKNOWN }, "sslPolicy"),
    },
    otherType: "azure-native:network:LoadBalancer",
});
