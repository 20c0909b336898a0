import { nsgOutboundNarrow } from "../../../policies/rules/network/nsg-outbound-narrow";
import { compliant, describeRule, type Case, undecided, UNKNOWN, violation } from "../../support/evaluate";

const out = (changes: object) => ({
    securityRules: [
        {
            access: "Allow",
            direction: "Outbound",
            destinationAddressPrefix: "Internet",
            destinationPortRange: "*",
            ...changes,
        },
    ],
});
const MESSAGE = "attendu une destination ou des ports précis, obtenu tout Internet sur des milliers de ports";
const rejected = (changes: object) => violation(out(changes), `securityRules[0] : ${MESSAGE}`);
const many = (...destinationPortRanges: readonly unknown[]) => ({
    destinationPortRange: [],
    destinationPortRanges,
});
const alone = (sample: Case): Case => ({ ...sample, type: "azure-native:network:SecurityRule" });
describeRule(nsgOutboundNarrow, {
    type: "azure-native:network:NetworkSecurityGroup",
    accepts: {
        "one port": compliant(out({ destinationPortRange: "443" })),
        "ports in a list": compliant(out(many("80", "443"))),
        "as many ports as Windows uses": compliant(out({ destinationPortRange: "49152-65535" })),
        "a service": compliant(out({ destinationAddressPrefix: "Storage" })),
        "a private network": compliant(out({ destinationAddressPrefix: "10.0.0.0/8" })),
        "a refusal": compliant(out({ access: "Deny" })),
        "what comes in": compliant(out({ direction: "Inbound" })),
        "machines of a group": compliant({
            securityRules: [
                {
                    access: "Allow",
                    direction: "Outbound",
                    destinationPortRange: "*",
                    destinationApplicationSecurityGroups: [{ id: "apps" }],
                },
            ],
        }),
        "the same as a resource of its own": alone(compliant({ access: "Deny" })),
    },
    rejects: {
        "all ports": rejected({}),
        "all ports by their numbers": rejected({ destinationPortRange: "0-65535" }),
        "one port too many": rejected({ destinationPortRange: "49151-65535" }),
        "a wide range in a list": rejected(many("443", "1024-65535")),
        "a wide range in a text": rejected({ destinationPortRange: "443, 1024-65535" }),
        "the Internet in a list": violation(
            {
                securityRules: [
                    {
                        access: "allow",
                        direction: "outbound",
                        destinationAddressPrefixes: ["10.0.0.0/8", "0.0.0.0/0"],
                        destinationPortRange: "*",
                    },
                ],
            },
            `securityRules[0] : ${MESSAGE}`,
        ),
        "the same as a resource of its own": alone(
            violation(
                {
                    access: "Allow",
                    direction: "Outbound",
                    destinationAddressPrefix: "*",
                    destinationPortRange: "*",
                },
                MESSAGE,
            ),
        ),
    },
    unset: {
        "destination and ports": violation(
            { securityRules: [{ access: "Allow", direction: "Outbound" }] },
            `securityRules[0] : ${MESSAGE}`,
        ),
        "the rules": compliant({}),
    },
    unknown: {
        "the destination": undecided(
            out({ destinationAddressPrefix: UNKNOWN }),
            "securityRules[0].destinationAddressPrefix",
        ),
        "the destination of a refusal": compliant(out({ access: "Deny", destinationAddressPrefix: UNKNOWN })),
    },
    otherType: "azure-native:network:Subnet",
});
