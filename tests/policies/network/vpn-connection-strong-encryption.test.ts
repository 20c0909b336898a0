import { vpnConnectionStrongEncryption } from "../../../policies/rules/network/vpn-connection-strong-encryption";
import {
    compliant,
    describeRule,
    notApplicable,
    secret,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const policy = {
    ikeEncryption: "AES256",
    ikeIntegrity: "SHA384",
    dhGroup: "ECP384",
    ipsecEncryption: "GCMAES256",
    ipsecIntegrity: "GCMAES256",
    pfsGroup: "ECP256",
};
const link = (changes: object = {}, more: object = {}) => ({
    connectionType: "IPsec",
    connectionProtocol: "IKEv2",
    ipsecPolicies: [{ ...policy, ...changes }],
    ...more,
});
const each = (property: string, values: readonly string[]) =>
    values.map((value) => [`${value} as ${property}`, compliant(link({ [property]: value }))] as const);
const AES = ["AES128", "AES192", "AES256", "GCMAES128", "GCMAES256"];
const weak = (property: string, value: string, expected: string) =>
    violation(
        link({ [property]: value }),
        `ipsecPolicies[0].${property} : attendu ${expected}, obtenu « ${value} »`,
    );
const AES_TEXT = AES.map((name) => `« ${name} »`).join(" ou ");
const CURVES = "« ECP256 » ou « ECP384 »";
describeRule(vpnConnectionStrongEncryption, {
    type: "azure-native:network:VirtualNetworkGatewayConnection",
    accepts: {
        "strong algorithms": compliant(link()),
        "another protocol in another case": compliant(link({}, { connectionProtocol: "ikev2" })),
        "a key that is a secret": compliant(link({}, { sharedKey: secret("k") })),
        ...Object.fromEntries([
            ...each("ikeEncryption", AES),
            ...each("ikeIntegrity", ["SHA256", "GCMAES128", "GCMAES256"]),
            ...each("dhGroup", ["ECP256"]),
            ...each("ipsecEncryption", [...AES, "GCMAES192"]),
            ...each("ipsecIntegrity", ["SHA256", "GCMAES128", "GCMAES192"]),
            ...each("pfsGroup", ["ECP384"]),
        ]),
        "a circuit, which is none of its business,": notApplicable({ connectionType: "ExpressRoute" }),
    },
    rejects: {
        "an old protocol": violation(
            link({}, { connectionProtocol: "IKEv1" }),
            "connectionProtocol : attendu « IKEv2 », obtenu « IKEv1 »",
        ),
        "a key in clear": violation(
            link({}, { sharedKey: "k" }),
            "sharedKey : attendu un secret Pulumi, obtenu une valeur en clair",
        ),
        "3DES for keys": weak("ikeEncryption", "DES3", AES_TEXT),
        "SHA-1 for keys": weak(
            "ikeIntegrity",
            "SHA1",
            "« SHA256 » ou « SHA384 » ou « GCMAES128 » ou « GCMAES256 »",
        ),
        "a small group": weak("dhGroup", "DHGroup14", CURVES),
        "no encryption": weak(
            "ipsecEncryption",
            "None",
            AES_TEXT.replace("« GCMAES256 »", "« GCMAES192 » ou « GCMAES256 »"),
        ),
        MD5: weak("ipsecIntegrity", "MD5", "« SHA256 » ou « GCMAES128 » ou « GCMAES192 » ou « GCMAES256 »"),
        "no forward secrecy": weak("pfsGroup", "None", CURVES),
    },
    unset: {
        "the policies and the protocol": violation(
            { connectionType: "IPsec" },
            "connectionProtocol : attendu « IKEv2 », non défini",
            "ipsecPolicies : attendu une liste non vide, non défini",
        ),
    },
    unknown: {
        "an algorithm": undecided(link({ dhGroup: UNKNOWN }), "ipsecPolicies[0].dhGroup"),
        "the policies": undecided({ connectionProtocol: "IKEv2", ipsecPolicies: UNKNOWN }, "ipsecPolicies"),
    },
    otherType: "azure-native:network:Subnet",
});
