import { cosmosFirewallNarrow } from "../../../policies/rules/database/cosmos-firewall-narrow";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const PATH = "ipRules[0].ipAddressOrRange";
const rule = (...addresses: readonly unknown[]) => ({
    ipRules: addresses.map((ipAddressOrRange) => ({ ipAddressOrRange })),
});
const NO_BLOCK = `${PATH} : attendu une adresse ou un bloc d’adresses`;

describeRule(cosmosFirewallNarrow, {
    type: "azure-native:cosmosdb:DatabaseAccount",
    accepts: {
        "an address": compliant({ ...rule("203.0.113.9"), networkAclBypass: "none" }),
        "sixteen addresses": compliant(rule("203.0.113.16/28")),
        "an address, if the users allow one": {
            ...compliant(rule("203.0.113.9")),
            config: { maxAddresses: 1 },
        },
        "a block that the users allow": {
            ...compliant(rule("203.0.113.0/24")),
            config: { maxAddresses: 256 },
        },
    },
    rejects: {
        "every Azure data centre": violation(
            rule("0.0.0.0"),
            `${PATH} : attendu une adresse nommée, obtenu « 0.0.0.0 », qui admet tout service Azure`,
        ),
        "the Internet": violation(
            rule("0.0.0.0/0"),
            `${PATH} : attendu au plus 16 adresses, obtenu un bloc de 4294967296`,
        ),
        "thirty-two addresses after one": violation(
            rule("203.0.113.9", "203.0.113.0/27"),
            "ipRules[1].ipAddressOrRange : attendu au plus 16 adresses, obtenu un bloc de 32",
        ),
        "an IPv6 network": violation(
            rule("2001:db8::/120"),
            `${PATH} : attendu au plus 16 adresses, obtenu un bloc de 256`,
        ),
        "a name": violation(rule("clinic.example"), NO_BLOCK),
        "the services of Azure": violation(
            { networkAclBypass: "AzureServices" },
            "networkAclBypass : attendu « None », obtenu « AzureServices »",
        ),
    },
    unset: {
        "the firewall and the bypass, which is then none,": compliant({}),
        "the address of a rule": violation({ ipRules: [{}] }, NO_BLOCK),
    },
    unknown: {
        "an address": undecided(rule(UNKNOWN), PATH),
        "the rules": undecided({ ipRules: UNKNOWN }, "ipRules"),
    },
    otherType: "azure-native:cosmosdb:SqlResourceSqlContainer",
});
