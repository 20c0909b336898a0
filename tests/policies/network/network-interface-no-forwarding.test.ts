import { networkInterfaceNoForwarding } from "../../../policies/rules/network/network-interface-no-forwarding";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

describeRule(networkInterfaceNoForwarding, {
    type: "azure-native:network:NetworkInterface",
    accepts: { "a machine for itself": compliant({ enableIPForwarding: false }) },
    rejects: {
        "a router": violation(
            { enableIPForwarding: true },
            "enableIPForwarding : attendu false, obtenu true",
        ),
    },
    unset: { "forwarding, which is then off,": compliant({}) },
    unknown: { forwarding: undecided({ enableIPForwarding: UNKNOWN }, "enableIPForwarding") },
    otherType: "azure-native:network:Subnet",
});
