import { databaseFirewallNarrow } from "../../../policies/rules/database/database-firewall-narrow";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const range = (startIpAddress: unknown, endIpAddress: unknown) => ({ startIpAddress, endIpAddress });
const of = (type: string, sample: Case): Case => ({ ...sample, type });
const open = (path: string, address = "0.0.0.0") =>
    `${path} : attendu une adresse nommée, obtenu « ${address} », qui admet tout service Azure ou tout Internet`;
const tooWide = (path: string, size: string, limit = 16) =>
    `${path} : attendu au plus ${String(limit)} adresses, obtenu une plage de ${size}`;
const NO_RANGE = "endIpAddress : attendu une plage d’adresses, de la première à la dernière";

const IPV4 = [
    "azure-native:dbformariadb:FirewallRule",
    "azure-native:dbformysql:SingleServerFirewallRule",
    "azure-native:dbforpostgresql:FirewallRule",
    "azure-native:dbforpostgresql:ServerGroupFirewallRule",
    "azure-native:dbforpostgresql:SingleServerFirewallRule",
    "azure-native:sql:FirewallRule",
];
const REDIS = ["azure-native:redis:FirewallRule", "azure-native:redis:RedisFirewallRule"];
const MONGO = ["azure-native:cosmosdb:MongoClusterFirewallRule", "azure-native:mongocluster:FirewallRule"];
const IPV6 = "azure-native:sql:IPv6FirewallRule";

describeRule(databaseFirewallNarrow, {
    type: "azure-native:dbformysql:FirewallRule",
    accepts: {
        "one address": compliant(range("203.0.113.10", "203.0.113.10")),
        "as many as are allowed": compliant(range("203.0.113.0", "203.0.113.15")),
        "as many as the users allow": {
            ...compliant(range("203.0.113.0", "203.0.113.255")),
            config: { maxAddresses: 256 },
        },
        "a few IPv6 addresses": of(
            IPV6,
            compliant({ startIPv6Address: "2001:db8::1", endIPv6Address: "2001:db8::10" }),
        ),
    },
    rejects: {
        "the rule of the Azure services": violation(range("0.0.0.0", "0.0.0.0"), open("startIpAddress")),
        "all of the Internet": violation(range("0.0.0.0", "255.255.255.255"), open("startIpAddress")),
        "the Internet but for its first block": violation(
            range("1.0.0.0", "255.255.255.255"),
            tooWide("endIpAddress", "4278190080"),
        ),
        "one address too many": violation(
            range("203.0.113.0", "203.0.113.16"),
            tooWide("endIpAddress", "17"),
        ),
        "more than the users allow": {
            ...violation(range("203.0.113.0", "203.0.113.1"), tooWide("endIpAddress", "2", 1)),
            config: { maxAddresses: 1 },
        },
        "a range upside down": violation(range("203.0.113.9", "203.0.113.8"), NO_RANGE),
        "the ends of two protocols": violation(range("203.0.113.9", "2001:db8::1"), NO_RANGE),
        "a name": violation(range("clinic.example", "203.0.113.9"), NO_RANGE),
        "every IPv6 address": of(
            IPV6,
            violation({ startIPv6Address: "::", endIPv6Address: "ffff::" }, open("startIPv6Address", "::")),
        ),
        ...Object.fromEntries(
            IPV4.map((type) => [
                `it on ${type}`,
                of(type, violation(range("0.0.0.0", "0.0.0.0"), open("startIpAddress"))),
            ]),
        ),
        ...Object.fromEntries(
            REDIS.map((type) => [
                `a wide range on ${type}`,
                of(
                    type,
                    violation({ startIP: "203.0.113.0", endIP: "203.0.114.0" }, tooWide("endIP", "257")),
                ),
            ]),
        ),
        ...Object.fromEntries(
            MONGO.map((type) => [
                `a wide range on ${type}`,
                of(
                    type,
                    violation(
                        { properties: range("203.0.113.0", "203.0.114.0") },
                        tooWide("properties.endIpAddress", "257"),
                    ),
                ),
            ]),
        ),
    },
    unset: { "the last address": violation({ startIpAddress: "203.0.113.9" }, NO_RANGE) },
    unknown: {
        "the first address": undecided(range(UNKNOWN, "203.0.113.9"), "startIpAddress"),
        "the last address": undecided(range("203.0.113.9", UNKNOWN), "endIpAddress"),
        "the last address of an open rule": violation(range("0.0.0.0", UNKNOWN), open("startIpAddress")),
    },
    otherType: "azure-native:dbformysql:Server",
});
