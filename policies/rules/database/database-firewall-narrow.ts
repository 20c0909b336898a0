import type { FirewallRuleArgs } from "@pulumi/azure-native/dbformysql/firewallRule";

import { rangeSize } from "../../azure/address-range";
import { defineRule } from "../../rule";

type Ends = readonly [first: string, last: string];

const IPV4: Ends = ["startIpAddress", "endIpAddress"];
const REDIS: Ends = ["startIP", "endIP"];
const MONGO: Ends = ["properties.startIpAddress", "properties.endIpAddress"];

/** Where a firewall rule has its first and last address, by type. */
const ends: Readonly<Record<string, Ends>> = {
    "azure-native:cosmosdb:MongoClusterFirewallRule": MONGO,
    "azure-native:dbformariadb:FirewallRule": IPV4,
    "azure-native:dbformysql:FirewallRule": IPV4,
    "azure-native:dbformysql:SingleServerFirewallRule": IPV4,
    "azure-native:dbforpostgresql:FirewallRule": IPV4,
    "azure-native:dbforpostgresql:ServerGroupFirewallRule": IPV4,
    "azure-native:dbforpostgresql:SingleServerFirewallRule": IPV4,
    "azure-native:mongocluster:FirewallRule": MONGO,
    "azure-native:redis:FirewallRule": REDIS,
    "azure-native:redis:RedisFirewallRule": REDIS,
    "azure-native:sql:FirewallRule": IPV4,
    "azure-native:sql:IPv6FirewallRule": ["startIPv6Address", "endIPv6Address"],
};

const MYSQL = "azure-native:dbformysql:FirewallRule";

interface Config {
    readonly maxAddresses: number;
}

export const databaseFirewallNarrow = defineRule<Config>({
    id: "database-firewall-narrow",
    title: {
        fr: "Le pare-feu d’une base n’ouvre qu’une plage étroite d’adresses nommées",
        en: "The firewall of a database opens a narrow range of named addresses only",
    },
    why: {
        fr: "La règle 0.0.0.0 admet tout service Azure, d’autres clients compris ; une large plage admet des inconnus.",
        en: "The rule 0.0.0.0 lets in any Azure service, other customers’ included; a wide range lets in strangers.",
    },
    remediation: {
        fr: "Supprimer la règle au profit d’un point de terminaison privé, ou la réduire aux adresses de sortie connues.",
        en: "Drop the rule in favour of a private endpoint, or reduce it to the known outgoing addresses.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/mysql/flexible-server/concepts-networking-public",
    appliesTo: Object.keys(ends),
    examples: {
        compliant: [
            {
                type: MYSQL,
                properties: {
                    startIpAddress: "203.0.113.10",
                    endIpAddress: "203.0.113.13",
                } satisfies Partial<FirewallRuleArgs>,
            },
        ],
        violation: [
            {
                type: MYSQL,
                properties: {
                    startIpAddress: "0.0.0.0",
                    endIpAddress: "0.0.0.0",
                } satisfies Partial<FirewallRuleArgs>,
            },
            {
                type: MYSQL,
                properties: {
                    startIpAddress: "1.0.0.0",
                    endIpAddress: "255.255.255.255",
                } satisfies Partial<FirewallRuleArgs>,
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
    check(rule, { type }, { maxAddresses }) {
        const [first, last] = ends[type] ?? IPV4;
        rule.given(first, (start) => {
            if (start === "0.0.0.0" || start === "::") {
                rule.violation(
                    first,
                    `attendu une adresse nommée, obtenu « ${start} », qui admet tout service Azure ou tout Internet`,
                );
                return;
            }
            rule.given(last, (end) => {
                const size = rangeSize(String(start), String(end));
                if (size === undefined) {
                    rule.violation(last, "attendu une plage d’adresses, de la première à la dernière");
                } else if (size > maxAddresses) {
                    rule.violation(
                        last,
                        `attendu au plus ${String(maxAddresses)} adresses, obtenu une plage de ${String(size)}`,
                    );
                }
            });
        });
    },
});
