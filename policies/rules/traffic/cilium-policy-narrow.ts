import { all, any } from "../../answer";
import { such } from "../../expectation";
import { isInternet } from "../../azure/internet";
import type { Inspection } from "../../inspection";
import { isEmpty } from "../../kubernetes/emptiness";
import { defineRule } from "../../rule";

const anybody = such("", (entity) => entity === "all" || entity === "world");
const internet = such("", (cidr) => isInternet(String(cidr)));

const TYPE = "kubernetes:cilium.io/v2:CiliumNetworkPolicy";

export const ciliumPolicyNarrow = defineRule({
    id: "cilium-policy-narrow",
    title: {
        fr: "Aucune politique Cilium n’ouvre tous les ports au monde entier",
        en: "No Cilium policy opens every port to the whole world",
    },
    why: {
        fr: "Les entités all et world valent Internet : elles annulent le refus par défaut.",
        en: "Entities all and world amount to the Internet: they undo the default denial.",
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
                isEmpty(rule, "toPorts"),
                any([
                    rule.meets(`${side}Entities`, anybody),
                    rule.meets(`${side}CIDR`, internet),
                    rule.anyItem(`${side}CIDRSet`, (set) => set.meets("cidr", internet)),
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
