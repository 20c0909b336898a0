import { applicationGatewayBackendTls } from "../../../policies/rules/network/application-gateway-backend-tls";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(applicationGatewayBackendTls, {
    type: "azure-native:network:ApplicationGateway",
    accepts: {
        "encryption all the way": compliant({
            backendHttpSettingsCollection: [{ protocol: "https" }],
            backendSettingsCollection: [{ protocol: "Tls" }],
            probes: [{ protocol: "Https" }, { protocol: "Tls" }],
        }),
    },
    rejects: {
        "plain HTTP to a server": violation(
            { backendHttpSettingsCollection: [{ protocol: "Https" }, { protocol: "Http" }] },
            "backendHttpSettingsCollection[1].protocol : attendu « Https », obtenu « Http »",
        ),
        "plain TCP to a server": violation(
            { backendSettingsCollection: [{ protocol: "Tcp" }] },
            "backendSettingsCollection[0].protocol : attendu « Tls », obtenu « Tcp »",
        ),
        "a plain probe": violation(
            { probes: [{ protocol: "Http" }] },
            "probes[0].protocol : attendu « Https » ou « Tls », obtenu « Http »",
        ),
    },
    unset: {
        "a protocol": violation(
            { backendHttpSettingsCollection: [{}] },
            "backendHttpSettingsCollection[0].protocol : attendu « Https », non défini",
        ),
        servers: compliant({}),
    },
    unknown: { "a protocol": undecided({ probes: [{ protocol: UNKNOWN }] }, "probes[0].protocol") },
    otherType: "azure-native:network:Subnet",
});
