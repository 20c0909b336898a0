import { keyVaultFirewallDeny } from "../../../policies/rules/key-vault/key-vault-firewall-deny";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const acls = (networkAcls: object) => ({ properties: { networkAcls } });
const ranges = (...values: readonly unknown[]) =>
    acls({ defaultAction: "Deny", ipRules: values.map((value) => ({ value })) });
const PATH = "properties.networkAcls";
describeRule(keyVaultFirewallDeny, {
    type: "azure-native:keyvault:Vault",
    accepts: {
        "nothing but what is listed": compliant(acls({ defaultAction: "deny" })),
        "a narrow range": compliant(ranges("203.0.113.0/24")),
    },
    rejects: {
        "a firewall that lets in": violation(
            acls({ defaultAction: "Allow" }),
            `${PATH}.defaultAction : attendu « Deny », obtenu « Allow »`,
        ),
        "a wide range": violation(
            ranges("203.0.113.7", "0.0.0.0/0"),
            `${PATH}.ipRules[1].value : attendu une adresse ou une plage d’au plus 256 adresses, obtenu « 0.0.0.0/0 »`,
        ),
    },
    unset: {
        "the firewall": violation({ properties: {} }, `${PATH}.defaultAction : attendu « Deny », non défini`),
    },
    unknown: {
        "a range": undecided(ranges(UNKNOWN), `${PATH}.ipRules[0].value`),
        "the firewall": undecided(acls({ defaultAction: UNKNOWN }), `${PATH}.defaultAction`),
    },
    otherType: "azure-native:keyvault:Key",
});
