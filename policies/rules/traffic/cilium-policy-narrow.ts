import { all, type Answer, any } from "../../answer";
import { isInternet } from "../../azure/internet";
import type { Inspection } from "../../inspection";
import { isEmpty } from "../../kubernetes/emptiness";
import { defineRule } from "../../rule";

/** Entities that stand for the Internet or for every pod of the cluster. */
const ANYBODY: readonly unknown[] = ["all", "cluster", "world", "world-ipv4", "world-ipv6"];

const TYPE = "kubernetes:cilium.io/v2:CiliumNetworkPolicy";

export const ciliumPolicyNarrow = defineRule({
    id: "cilium-policy-narrow",
    title: {
        fr: "Aucune politique Cilium n’ouvre tous les ports au monde entier",
        en: "No Cilium policy opens every port to the whole world",
    },
    why: {
        fr: "Les entités all, cluster et world valent tout pod ou tout Internet : elles annulent le refus par défaut.",
        en: "Entities all, cluster and world amount to any pod or the whole Internet: they undo the default denial.",
    },
    remediation: {
        fr: "Nommer des entités étroites, des toFQDNs ou des toPorts.",
        en: "Name narrow entities, toFQDNs or toPorts.",
    },
    severity: "high",
    url: "https://docs.cilium.io/en/stable/security/policy/language/#entities-based",
    appliesTo: ["CiliumClusterwideNetworkPolicy", "CiliumNetworkPolicy"].map(
        (kind) => `kubernetes:cilium.io:${kind}`,
    ),
    examples: {
        compliant: [{ type: TYPE, properties: { spec: { egress: [{ toEntities: ["kube-apiserver"] }] } } }],
        violation: [{ type: TYPE, properties: { spec: { egress: [{ toEntities: ["world"] }] } } }],
    },

    check(policy) {
        checkRules(policy.at("spec"));
        policy.each("specs", checkRules);
    },
});

function checkRules(spec: Inspection): void {
    for (const [list, side] of [
        ["ingress", "from"],
        ["egress", "to"],
    ] as const) {
        spec.each(list, (rule) => {
            const open = all([
                any([
                    isEmpty(rule, "toPorts"),
                    rule.anyItem("toPorts", (ports) =>
                        any([isEmpty(ports, "ports"), ports.anyItem("ports", isAnyPort)]),
                    ),
                ]),
                any([
                    rule.some(rule.readings(`${side}Entities`), (entity) => ANYBODY.includes(entity)),
                    rule.some(rule.readings(`${side}CIDR`), isOpen),
                    rule.anyItem(`${side}CIDRSet`, (set) => set.some([set.read("cidr")], isOpen)),
                    rule.anyItem("toFQDNs", (name) =>
                        name.some([name.read("matchPattern")], (pattern) => /^\*+$/.test(String(pattern))),
                    ),
                ]),
            ]);
            if (open === "yes") {
                rule.violation("", "attendu des pairs ou des ports, obtenu une règle pour le monde entier");
            } else if (open !== "no") {
                open.note();
            }
        });
    }
}

function isOpen(cidr: unknown): boolean {
    return isInternet(String(cidr));
}

/** Cilium reads ports as text, and 0 as every port. */
function isAnyPort(entry: Inspection): Answer {
    return entry.some([entry.read("port")], (port) => Number(port) === 0);
}
