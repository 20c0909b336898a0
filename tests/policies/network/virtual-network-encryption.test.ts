import { virtualNetworkEncryption } from "../../../policies/rules/network/virtual-network-encryption";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(virtualNetworkEncryption, {
    type: "azure-native:network:VirtualNetwork",
    accepts: {
        "an encrypted network": compliant({
            encryption: { enabled: true, enforcement: "AllowUnencrypted" },
        }),
    },
    rejects: {
        "a network in clear": violation(
            { encryption: { enabled: false } },
            "encryption.enabled : attendu true, obtenu false",
        ),
    },
    unset: { encryption: violation({}, "encryption.enabled : attendu true, non défini") },
    unknown: { encryption: undecided({ encryption: { enabled: UNKNOWN } }, "encryption.enabled") },
    otherType: "azure-native:network:Subnet",
});
