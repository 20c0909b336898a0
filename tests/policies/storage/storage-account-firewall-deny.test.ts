import { storageAccountFirewallDeny } from "../../../policies/rules/storage/storage-account-firewall-deny";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const rules = (...ranges: readonly unknown[]) => ({
    networkRuleSet: {
        defaultAction: "Deny",
        ipRules: ranges.map((iPAddressOrRange) => ({ iPAddressOrRange })),
    },
});
const PATH = "networkRuleSet.ipRules[0].iPAddressOrRange";
const NARROW = "attendu une adresse ou une plage d’au plus 256 adresses";
describeRule(storageAccountFirewallDeny, {
    type: "azure-native:storage:StorageAccount",
    accepts: {
        "nothing but what is listed": compliant({ networkRuleSet: { defaultAction: "deny" } }),
        "a narrow range and an address": compliant(rules("203.0.113.0/24", "198.51.100.7")),
    },
    rejects: {
        "a firewall that lets in": violation(
            { networkRuleSet: { defaultAction: "Allow" } },
            "networkRuleSet.defaultAction : attendu « Deny », obtenu « Allow »",
        ),
        "a wider range": violation(rules("203.0.112.0/23"), `${PATH} : ${NARROW}, obtenu « 203.0.112.0/23 »`),
        "what is no range": violation(rules("Internet"), `${PATH} : ${NARROW}, obtenu « Internet »`),
        "a number": violation(rules(7), `${PATH} : ${NARROW}, obtenu 7`),
    },
    unset: {
        "the firewall": violation({}, "networkRuleSet.defaultAction : attendu « Deny », non défini"),
        "a range": violation(
            { networkRuleSet: { defaultAction: "Deny", ipRules: [{}] } },
            `${PATH} : ${NARROW}, non défini`,
        ),
    },
    unknown: { "a range": undecided(rules(UNKNOWN), PATH) },
    otherType: "azure-native:storage:BlobContainer",
});
