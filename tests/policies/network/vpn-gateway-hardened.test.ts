import { vpnGatewayHardened } from "../../../policies/rules/network/vpn-gateway-hardened";
import {
    compliant,
    describeRule,
    notApplicable,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const vpn = (changes: object = {}) => ({
    gatewayType: "Vpn",
    vpnType: "RouteBased",
    sku: { name: "VpnGw2AZ" },
    ...changes,
});
const clients = (...vpnClientProtocols: readonly unknown[]) =>
    vpn({ vpnClientConfiguration: { vpnClientProtocols } });
const PROTOCOL = "vpnClientConfiguration.vpnClientProtocols";
describeRule(vpnGatewayHardened, {
    type: "azure-native:network:VirtualNetworkGateway",
    accepts: {
        "a recent gateway": compliant(
            vpn({ vpnType: "routebased", sku: { name: "vpngw1az" }, disableIPSecReplayProtection: false }),
        ),
        "recent protocols": compliant(clients("IkeV2", "OpenVPN")),
        "a gateway of ExpressRoute, which is none of its business,": notApplicable({
            gatewayType: "ExpressRoute",
            sku: { name: "Standard" },
        }),
    },
    rejects: {
        "the basic model": violation(
            vpn({ sku: { name: "Basic" } }),
            "sku.name : attendu un modèle VpnGw, obtenu « Basic »",
        ),
        "a name that contains it": violation(
            vpn({ sku: { name: "ErVpnGw1" } }),
            "sku.name : attendu un modèle VpnGw, obtenu « ErVpnGw1 »",
        ),
        "static routes": violation(
            vpn({ vpnType: "PolicyBased" }),
            "vpnType : attendu « RouteBased », obtenu « PolicyBased »",
        ),
        replays: violation(
            vpn({ disableIPSecReplayProtection: true }),
            "disableIPSecReplayProtection : attendu false, obtenu true",
        ),
        SSTP: violation(
            clients("OpenVPN", "SSTP"),
            `${PROTOCOL}[1] : attendu « IkeV2 » ou « OpenVPN », obtenu « SSTP »`,
        ),
    },
    unset: {
        "the protocols of clients, of which SSTP is then one,": violation(
            vpn({ vpnClientConfiguration: {} }),
            `${PROTOCOL} : attendu une liste non vide, non défini`,
        ),
        everything: violation(
            {},
            "sku.name : attendu un modèle VpnGw, non défini",
            "vpnType : attendu « RouteBased », non défini",
        ),
    },
    unknown: {
        "the model": undecided(vpn({ sku: { name: UNKNOWN } }), "sku.name"),
        "the clients": undecided(vpn({ vpnClientConfiguration: UNKNOWN }), "vpnClientConfiguration"),
        "a protocol": undecided(clients(UNKNOWN), `${PROTOCOL}[0]`),
    },
    otherType: "azure-native:network:Subnet",
});
