import type { DatabaseAccountArgs } from "@pulumi/azure-native/cosmosdb/databaseAccount";

import { blockSize } from "../../azure/address-range";
import { anyCase, such } from "../../expectation";
import { defineRule } from "../../rule";

const COSMOS = "azure-native:cosmosdb:DatabaseAccount";

const none = anyCase("None");

interface Config {
    readonly maxAddresses: number;
}

export const cosmosFirewallNarrow = defineRule<Config>({
    id: "cosmos-firewall-narrow",
    title: {
        fr: "Le pare-feu d’un compte Cosmos DB n’ouvre que des plages étroites",
        en: "The firewall of a Cosmos DB account opens narrow ranges only",
    },
    why: {
        fr: "L’adresse 0.0.0.0 admet tout centre de données Azure, d’autres clients compris.",
        en: "The address 0.0.0.0 lets in every Azure data centre, other customers’ included.",
    },
    remediation: {
        fr: "Réduire ipRules à des adresses connues et garder networkAclBypass à « None ».",
        en: 'Reduce ipRules to known addresses and keep networkAclBypass at "None".',
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/cosmos-db/how-to-configure-firewall",
    appliesTo: [COSMOS],
    examples: {
        compliant: [
            {
                type: COSMOS,
                properties: {
                    ipRules: [{ ipAddressOrRange: "203.0.113.8/30" }],
                } satisfies Partial<DatabaseAccountArgs>,
            },
        ],
        violation: [
            {
                type: COSMOS,
                properties: {
                    ipRules: [{ ipAddressOrRange: "0.0.0.0" }],
                } satisfies Partial<DatabaseAccountArgs>,
            },
        ],
    },
    config: {
        maxAddresses: {
            type: "integer",
            minimum: 1,
            description: "Nombre d’adresses qu’une règle de pare-feu peut ouvrir, au plus.",
            default: 16,
        },
    },
    check(account, _resource, { maxAddresses }) {
        account.each("ipRules", (rule) => {
            rule.given("ipAddressOrRange", (given) => {
                const size = blockSize(String(given));
                if (size === undefined) {
                    rule.violation("ipAddressOrRange", "attendu une adresse ou un bloc d’adresses");
                } else if (size > maxAddresses) {
                    rule.violation(
                        "ipAddressOrRange",
                        `attendu au plus ${String(maxAddresses)} adresses, obtenu un bloc de ${String(size)}`,
                    );
                } else if (given === "0.0.0.0") {
                    rule.violation(
                        "ipAddressOrRange",
                        "attendu une adresse nommée, obtenu « 0.0.0.0 », qui admet tout service Azure",
                    );
                }
            });
        });
        // Not set means none.
        account.expect(
            "networkAclBypass",
            such(none.text, (value) => value === undefined || none.accepts(value)),
        );
    },
});
