import { nsgNoInternetAdminPorts } from "../../../policies/rules/network/nsg-no-internet-admin-ports";
import {
    type Case,
    compliant,
    describeRule,
    secret,
    undecided,
    UNKNOWN,
    violation,
} from "../../support/evaluate";

const RULE = "azure-native:network:SecurityRule";

const ssh = {
    access: "Allow",
    direction: "Inbound",
    protocol: "Tcp",
    sourceAddressPrefix: "*",
    destinationPortRange: "22",
};
const accepted = (overrides: object): Case => compliant({ securityRules: [{ ...ssh, ...overrides }] });
const opened = (overrides: object, from: string, to: string): Case =>
    violation(
        { securityRules: [{ ...ssh, ...overrides }] },
        `securityRules[0] : attendu aucun port d’administration ouvert à Internet, obtenu ${from} vers ${to}`,
    );

describeRule(nsgNoInternetAdminPorts, {
    type: "azure-native:network:NetworkSecurityGroup",
    accepts: {
        "HTTPS from the Internet": accepted({ destinationPortRange: "443" }),
        "SSH from a private network": accepted({ sourceAddressPrefix: "10.0.0.0/8" }),
        "SSH from the virtual network": accepted({ sourceAddressPrefix: "VirtualNetwork" }),
        "a rule that denies": accepted({ access: "Deny" }),
        "an outbound rule": accepted({ direction: "Outbound" }),
        "a ping": accepted({ protocol: "Icmp", destinationPortRange: "*" }),
        "SSH from an application security group": accepted({
            sourceAddressPrefix: null,
            sourceApplicationSecurityGroups: [{ id: UNKNOWN }],
        }),
        "HTTPS from a source that is unknown": accepted({
            sourceAddressPrefix: UNKNOWN,
            destinationPortRange: "443",
        }),
        "an unknown port from a private network": accepted({
            sourceAddressPrefix: "10.1.0.0/16",
            destinationPortRange: UNKNOWN,
        }),
    },
    rejects: {
        "SSH from anywhere": opened({}, "« * »", "« 22 »"),
        "the lower case that Azure accepts": opened(
            { access: "allow", direction: "inbound" },
            "« * »",
            "« 22 »",
        ),
        "SSH from the tag Internet": opened({ sourceAddressPrefix: "Internet" }, "« Internet »", "« 22 »"),
        "SSH from the tag of every customer of a region": opened(
            { sourceAddressPrefix: "AzureCloud.westeurope" },
            "« AzureCloud.westeurope »",
            "« 22 »",
        ),
        "an empty list of application security groups": opened(
            { sourceAddressPrefix: null, sourceApplicationSecurityGroups: [] },
            "toute source",
            "« 22 »",
        ),
        ...Object.fromEntries(
            [
                22, 23, 445, 3389, 5900, 5985, 5986, 2375, 2376, 1433, 1521, 3306, 5432, 6379, 9042, 9200,
                11211, 27017, 2379, 10250,
            ].map((port) => {
                const ports = String(port);
                return [`port ${ports}`, opened({ destinationPortRange: ports }, "« * »", `« ${ports} »`)];
            }),
        ),
        "a rule for UDP": opened({ protocol: "Udp" }, "« * »", "« 22 »"),
        "a rule for every protocol": opened({ protocol: "*" }, "« * »", "« 22 »"),
        "a range with one bound": opened({ destinationPortRange: "80-x" }, "« * »", "« 80-x »"),
        "SSH from every IPv4 address": opened(
            { sourceAddressPrefix: "0.0.0.0/0" },
            "« 0.0.0.0/0 »",
            "« 22 »",
        ),
        "SSH from half of the IPv4 addresses": opened(
            { sourceAddressPrefix: "0.0.0.0/1" },
            "« 0.0.0.0/1 »",
            "« 22 »",
        ),
        "SSH from every IPv6 address": opened({ sourceAddressPrefix: "::/0" }, "« ::/0 »", "« 22 »"),
        "a source among several": opened(
            { sourceAddressPrefix: null, sourceAddressPrefixes: ["10.0.0.0/8", "Any"] },
            "« 10.0.0.0/8 », « Any »",
            "« 22 »",
        ),
        "a range that holds the port of the database": opened(
            { destinationPortRange: "3300-3310" },
            "« * »",
            "« 3300-3310 »",
        ),
        "a port among several": opened(
            { destinationPortRange: null, destinationPortRanges: ["443", "3389"] },
            "« * »",
            "« 443 », « 3389 »",
        ),
        "a port in a list": opened({ destinationPortRange: "443, 22" }, "« * »", "« 443, 22 »"),
        "a source that is a secret": violation(
            { securityRules: [{ ...ssh, sourceAddressPrefix: secret("0.0.0.0/0") }] },
            "securityRules[0] : attendu aucun port d’administration ouvert à Internet, obtenu un secret",
        ),
        "a rule of its own whose source is a secret": {
            ...violation(
                { ...ssh, sourceAddressPrefix: secret("0.0.0.0/0") },
                "attendu aucun port d’administration ouvert à Internet, obtenu un secret",
            ),
            type: RULE,
        },
        "a range below the first port": opened({ destinationPortRange: "x-22" }, "« * »", "« x-22 »"),
        "every port": opened({ destinationPortRange: "*" }, "« * »", "« * »"),
        "a known wildcard beside an unknown source": opened(
            { sourceAddressPrefixes: [UNKNOWN] },
            "« * », une valeur inconnue",
            "« 22 »",
        ),
        "a rule of its own": {
            ...violation(
                ssh,
                "attendu aucun port d’administration ouvert à Internet, obtenu « * » vers « 22 »",
            ),
            type: RULE,
        },
    },
    unset: {
        "the rules": compliant({}),
        "the source and port": opened(
            { sourceAddressPrefix: null, destinationPortRange: null },
            "toute source",
            "tout port",
        ),
    },
    unknown: {
        "the ports, which are a secret,": violation(
            { securityRules: [{ ...ssh, destinationPortRange: secret("22") }] },
            "securityRules[0] : attendu aucun port d’administration ouvert à Internet, obtenu un secret",
        ),
        "the ports of a rule by itself, which are a secret,": {
            ...violation(
                { ...ssh, destinationPortRange: secret("22") },
                "attendu aucun port d’administration ouvert à Internet, obtenu un secret",
            ),
            type: RULE,
        },
        "the source of SSH": undecided(
            { securityRules: [{ ...ssh, sourceAddressPrefix: UNKNOWN }] },
            "securityRules[0].sourceAddressPrefix",
        ),
        "one rule, beside a violation in another,": {
            ...violation(
                { securityRules: [UNKNOWN, ssh] },
                "securityRules[1] : attendu aucun port d’administration ouvert à Internet, obtenu « * » vers « 22 »",
            ),
            unknowns: ["securityRules[0]"],
        },
    },
    otherType: "azure-native:network:Subnet",
});
