import * as assert from "node:assert/strict";
import type { SecurityRule } from "../../../components/network/security-rule";
import { securityRules } from "../../../components/network/security-rules";
import { plan } from "./sample";

const { nodes, apiServer, edge, bastion, runners } = plan.subnets;
const rules = securityRules({
    plan,
    administratorSources: ["203.0.113.0/28"],
    allowedSources: ["192.0.2.0/24", "198.51.100.7/32"],
});
/** Of a stack that lets in everybody, and no administrator. */
const open = securityRules({ plan, administratorSources: [], allowedSources: ["Internet"] });

/** A rule as `<from> -> <to> <protocol> <ports>`, a refusal marked by an exclamation mark. */
function brief(rule: SecurityRule): string {
    const text = (one: string | undefined, many: string[] | undefined) => one ?? many?.join(",") ?? "nothing";
    const from = text(rule.sourceAddressPrefix, rule.sourceAddressPrefixes);
    const to = text(rule.destinationAddressPrefix, rule.destinationAddressPrefixes);
    const ports = text(rule.destinationPortRange, rule.destinationPortRanges);
    return `${rule.access === "Deny" ? "! " : ""}${from} -> ${to} ${rule.protocol} ${ports}`;
}

const of = (direction: SecurityRule["direction"], group: readonly SecurityRule[]) =>
    group.filter((rule) => rule.direction === direction).map(brief);

const WALL = "! * -> * * *";

describe("the security groups", () => {
    const INBOUND: Record<keyof typeof rules, string[]> = {
        // Pods by their own addresses: Azure filters what goes from pod to pod, too.
        nodes: [
            `${nodes},172.16.0.0/14 -> ${nodes},172.16.0.0/14 * *`,
            `${apiServer} -> ${nodes},172.16.0.0/14 Tcp *`,
            `${edge} -> ${nodes} Tcp 443`,
            `${runners} -> ${plan.ingressIp} Tcp 443`,
            "AzureLoadBalancer -> * * *",
            WALL,
        ],
        apiServer: [
            `${nodes} -> * Tcp 443,4443`,
            `${runners} -> * Tcp 443`,
            `${bastion} -> * Tcp 443`,
            "AzureLoadBalancer -> * Tcp 9988",
            WALL,
        ],
        endpoints: [`${nodes},${apiServer},${edge},${runners} -> * Tcp 443`, WALL],
        database: [`${nodes} -> * Tcp 3306`, WALL],
        runners: [`${bastion} -> * Tcp 22,3389`, WALL],
        edge: [
            "192.0.2.0/24,198.51.100.7/32 -> * Tcp 443",
            "GatewayManager -> * Tcp 65200-65535",
            "AzureLoadBalancer -> * * *",
            WALL,
        ],
        bastion: [
            "203.0.113.0/28 -> * Tcp 443",
            "GatewayManager -> * Tcp 443",
            "AzureLoadBalancer -> * Tcp 443",
            "VirtualNetwork -> VirtualNetwork * 8080,5701",
            WALL,
        ],
    };
    for (const [subnet, expected] of Object.entries(INBOUND)) {
        it(`let in what ${subnet} needs, and refuse the rest`, () => {
            assert.deepEqual(of("Inbound", rules[subnet as keyof typeof rules]), expected);
        });
    }

    it("let Bastion out as Azure demands, and to the API server", () => {
        assert.deepEqual(of("Outbound", rules.bastion), [
            "* -> VirtualNetwork * 22,3389",
            `* -> ${apiServer} Tcp 443`,
            "* -> AzureCloud Tcp 443",
            "VirtualNetwork -> VirtualNetwork * 8080,5701",
            "* -> Internet * 80",
        ]);
    });

    it("leave everybody's access to the edge to one service tag", () => {
        assert.equal(of("Inbound", open.edge)[0], "Internet -> * Tcp 443");
    });

    it("know of no Bastion where there is none", () => {
        assert.deepEqual(of("Inbound", open.apiServer), [
            `${nodes} -> * Tcp 443,4443`,
            `${runners} -> * Tcp 443`,
            "AzureLoadBalancer -> * Tcp 9988",
            WALL,
        ]);
        assert.deepEqual(of("Inbound", open.runners), [WALL]);
    });

    for (const [subnet, group] of Object.entries(rules)) {
        describe(`of ${subnet}`, () => {
            it("give each rule a name and, per direction, a priority of its own", () => {
                const names = group.map(({ name }) => name);
                const priorities = group.map(
                    ({ direction, priority }) => `${direction} ${priority.toString()}`,
                );
                assert.deepEqual([...new Set(names)], names);
                assert.deepEqual([...new Set(priorities)], priorities);
            });

            it("refuse last, with the last priority that Azure has", () => {
                const walls = group.filter(({ access }) => access === "Deny");
                assert.deepEqual(
                    walls.map(({ priority }) => priority),
                    [4096],
                );
            });

            it("describe each rule within Azure's 140 characters", () => {
                assert.deepEqual(
                    group.filter(({ description }) => description === "" || description.length > 140),
                    [],
                );
            });
        });
    }
});
