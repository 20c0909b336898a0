import type { NetworkSecurityGroupArgs } from "@pulumi/azure-native/network/networkSecurityGroup";

import { all } from "../../answer";
import { isInternet } from "../../azure/internet";
import { lets, oneOrMany } from "../../azure/security-rule";
import { show } from "../../expectation";
import type { Inspection } from "../../inspection";
import type { Reading } from "../../reading";
import { defineRule } from "../../rule";

/**
 * SSH, Telnet, SMB, RDP, VNC, WinRM, Docker, SQL Server, Oracle, MySQL, PostgreSQL, Redis, Cassandra, Elasticsearch,
 * Memcached, MongoDB, etcd, kubelet.
 */
const ADMIN_PORTS: readonly number[] = [
    22, 23, 445, 3389, 5900, 5985, 5986, 2375, 2376, 1433, 1521, 3306, 5432, 6379, 9042, 9200, 11211, 27017,
    2379, 10250,
];

const SOURCES = ["sourceAddressPrefix", "sourceAddressPrefixes"] as const;
const PORTS = ["destinationPortRange", "destinationPortRanges"] as const;

const PORT_PROTOCOLS: readonly string[] = ["tcp", "udp", "*"];

export const nsgNoInternetAdminPorts = defineRule({
    id: "nsg-no-internet-admin-ports",
    title: {
        fr: "Aucun port d’administration ou de base de données n’est ouvert à Internet",
        en: "No administration or database port is open to the Internet",
    },
    why: {
        fr: "Ces ports sont balayés en permanence ; une ouverture, même brève, suffit à une intrusion.",
        en: "These ports are scanned all the time; an opening, however brief, is enough for an intrusion.",
    },
    remediation: {
        fr: "Restreindre la source à un réseau privé, ou passer par Azure Bastion.",
        en: "Restrict the source to a private network, or use Azure Bastion.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/virtual-network/network-security-groups-overview",
    appliesTo: ["azure-native:network:NetworkSecurityGroup", "azure-native:network:SecurityRule"],
    examples: {
        compliant: [
            {
                type: "azure-native:network:NetworkSecurityGroup",
                properties: {
                    securityRules: [
                        {
                            name: "allow-bastion",
                            priority: 100,
                            access: "Allow",
                            direction: "Inbound",
                            protocol: "Tcp",
                            sourceAddressPrefix: "10.0.1.0/26",
                            destinationPortRange: "22",
                        },
                    ],
                } satisfies Partial<NetworkSecurityGroupArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:network:NetworkSecurityGroup",
                properties: {
                    securityRules: [
                        {
                            name: "allow-all",
                            priority: 100,
                            access: "Allow",
                            direction: "Inbound",
                            protocol: "Tcp",
                            sourceAddressPrefix: "Internet",
                            destinationPortRanges: ["20-25", "443"],
                        },
                    ],
                } satisfies Partial<NetworkSecurityGroupArgs>,
            },
        ],
    },
    check(properties, { type }) {
        if (type === "azure-native:network:SecurityRule") {
            checkSecurityRule(properties);
            return;
        }
        properties.each("securityRules", checkSecurityRule);
    },
});

/** All of these must hold for a rule to open an administration port; one that surely does not settles the matter. */
function checkSecurityRule(rule: Inspection): void {
    const sources = oneOrMany(rule, ...SOURCES);
    const ports = oneOrMany(rule, ...PORTS);
    const fromGroups = sources.length === 0 && rule.readings("sourceApplicationSecurityGroups").length > 0;
    const opens = all([
        lets(rule, rule.readings("access"), (access) => access === "allow"),
        lets(rule, rule.readings("direction"), (direction) => direction === "inbound"),
        lets(rule, rule.readings("protocol"), (protocol) => PORT_PROTOCOLS.includes(protocol)),
        fromGroups ? "no" : lets(rule, sources, isInternet),
        lets(rule, ports, coversAdminPort),
    ]);
    if (opens === "yes") {
        const opened = [...SOURCES, ...PORTS].some((property) => rule.isSecret(property))
            ? "un secret"
            : `${list(sources, "toute source")} vers ${list(ports, "tout port")}`;
        rule.violation("", `attendu aucun port d’administration ouvert à Internet, obtenu ${opened}`);
    } else if (opens !== "no") {
        opens.note();
    }
}

/** Whether "22", "20-25", "80,443" or "*" holds an administration port; what cannot be read is taken to. */
function coversAdminPort(ranges: string): boolean {
    return ranges.split(",").some((range) => {
        const [low = NaN, high = low] = range.trim().split("-").map(Number);
        // What is no number excludes no port.
        return ADMIN_PORTS.some((port) => !(port < low || port > high));
    });
}

function list(readings: readonly Reading[], absent: string): string {
    const shown = readings.map((reading) =>
        reading.state === "known" ? show(reading.value) : "une valeur inconnue",
    );
    return shown.join(", ") || absent;
}
