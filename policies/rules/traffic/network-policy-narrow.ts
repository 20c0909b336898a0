import type { networking } from "@pulumi/kubernetes/types/input";

import { all, type Answer, any } from "../../answer";
import { isInternet } from "../../azure/internet";
import type { Inspection } from "../../inspection";
import { isEmpty } from "../../kubernetes/emptiness";
import type { Reading } from "../../reading";
import { defineRule } from "../../rule";

/** A range of ports wider than this names no service: ephemeral and passive ranges of real servers are narrower. */
const WIDEST_RANGE = 1000;

const TYPE = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

export const networkPolicyNarrow = defineRule({
    id: "network-policy-narrow",
    title: {
        fr: "Aucune NetworkPolicy n’ouvre tous les ports à tout le monde",
        en: "No NetworkPolicy opens every port to everybody",
    },
    why: {
        fr: "Les politiques s’additionnent : une règle qui permet tout annule le refus par défaut d’une autre.",
        en: "Policies add up: a rule that permits everything undoes the default denial of another.",
    },
    remediation: {
        fr: "Nommer les pairs (podSelector, namespaceSelector, ipBlock étroit) ou les ports de chaque règle.",
        en: "Name the peers (podSelector, namespaceSelector, narrow ipBlock) or the ports of each rule.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-to-and-from-selectors",
    appliesTo: ["kubernetes:networking.k8s.io:NetworkPolicy"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    spec: {
                        podSelector: {},
                        egress: [{ to: [{ ipBlock: { cidr: "10.0.0.0/16" } }], ports: [{ port: 3306 }] }],
                    },
                } satisfies networking.v1.NetworkPolicy,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    spec: { podSelector: {}, egress: [{ to: [{ ipBlock: { cidr: "0.0.0.0/0" } }] }] },
                } satisfies networking.v1.NetworkPolicy,
            },
        ],
    },
    check(policy) {
        policy.each("spec.ingress", (rule) => {
            checkRule(rule, "from");
        });
        policy.each("spec.egress", (rule) => {
            checkRule(rule, "to");
        });
    },
});

function checkRule(rule: Inspection, peers: "from" | "to"): void {
    const open = all([
        any([isEmpty(rule, "ports"), rule.anyItem("ports", isWide)]),
        any([isEmpty(rule, peers), rule.anyItem(peers, isEverybody)]),
    ]);
    if (open === "yes") {
        rule.violation("", "attendu des pairs ou des ports, obtenu une règle qui permet tout");
    } else if (open !== "no") {
        open.note();
    }
}

/** Whether an entry stands for every port, or nearly: without a port it is every one of its protocol. */
function isWide(entry: Inspection): Answer {
    const first = entry.read("port");
    if (first.state === "unset") {
        return "yes";
    }
    const last = entry.read("endPort");
    return all([entry.some([first], () => true), entry.some([last], () => !isNarrow(first, last))]);
}

function isNarrow(first: Reading, last: Reading): boolean {
    return (
        first.state === "known" &&
        last.state === "known" &&
        typeof first.value === "number" &&
        typeof last.value === "number" &&
        last.value - first.value < WIDEST_RANGE
    );
}

/** Whether a peer is the Internet, whatever its exceptions, or every pod of every namespace. */
function isEverybody(peer: Inspection): Answer {
    return any([
        peer.some([peer.read("ipBlock.cidr")], (cidr) => typeof cidr !== "string" || isInternet(cidr)),
        all([
            peer.read("namespaceSelector").state === "unset"
                ? "no"
                : isUnselective(peer, "namespaceSelector"),
            isUnselective(peer, "podSelector"),
        ]),
    ]);
}

function isUnselective(peer: Inspection, selector: string): Answer {
    return all(["matchLabels", "matchExpressions"].map((part) => isEmpty(peer, `${selector}.${part}`)));
}
