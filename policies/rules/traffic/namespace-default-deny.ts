import { all, type Answer, any } from "../../answer";
import type { Inspection } from "../../inspection";
import type { Reading } from "../../reading";
import { defineStackRule, type Subject } from "../../rule";
import { workloadTypes } from "../../kubernetes/pods";

const NAMESPACE = "kubernetes:core:Namespace";
const NETWORK_POLICY = "kubernetes:networking.k8s.io:NetworkPolicy";

export const namespaceDefaultDeny = defineStackRule({
    id: "namespace-default-deny",
    title: {
        fr: "Tout espace de noms refuse par défaut le trafic entrant et sortant",
        en: "Every namespace denies ingress and egress traffic by default",
    },
    why: {
        fr: "Sans refus par défaut, tout pod compromis joint la base de données et peut exfiltrer vers Internet.",
        en: "Without default deny, any compromised pod reaches the database and can exfiltrate to the Internet.",
    },
    remediation: {
        fr: "Ajouter une NetworkPolicy de podSelector vide, de types Ingress et Egress, sans règle.",
        en: "Add a NetworkPolicy with an empty podSelector, of types Ingress and Egress, without rules.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-ingress-and-all-egress-traffic",
    appliesTo: [NAMESPACE, NETWORK_POLICY, ...workloadTypes],
    reads: { [NAMESPACE]: ["metadata.name"], [NETWORK_POLICY]: ["metadata.namespace", "spec"] },
    survey: (context) => ({
        namespaces: context.filter(({ type }) => type === NAMESPACE),
        policies: context.filter(({ type }) => type === NETWORK_POLICY),
    }),
    check(subject, { namespaces, policies }) {
        if (subject.type === NAMESPACE) {
            checkNamespace(subject, policies);
        } else if (subject.type === NETWORK_POLICY) {
            subject.properties.each("spec.ingress", (rule) => {
                checkPeers(rule, "from");
            });
            subject.properties.each("spec.egress", (rule) => {
                checkPeers(rule, "to");
            });
        } else {
            checkWorkload(subject, namespaces);
        }
    },
});

type Direction = "Ingress" | "Egress";

function checkNamespace(namespace: Subject, policies: readonly Subject[]): void {
    for (const direction of ["Ingress", "Egress"] as const) {
        const denied = any(
            policies.map((policy) =>
                all([
                    belongs(policy, namespace),
                    selectsEveryPod(policy.properties),
                    denies(policy.properties, direction),
                ]),
            ),
        );
        if (denied === "no") {
            namespace.properties.violation(
                "metadata.name",
                `attendu une NetworkPolicy qui refuse par défaut (${direction})`,
            );
        } else if (denied !== "yes") {
            denied.note();
        }
    }
}

/** Policies add up: a rule for every port of everybody undoes the denial of another policy. */
function checkPeers(rule: Inspection, field: "from" | "to"): void {
    const everyPort = isEmpty(rule, "ports");
    if (everyPort === "no") {
        return;
    }
    const addresses: Reading[] = [];
    rule.each(field, (peer) => {
        addresses.push(peer.read("ipBlock.cidr"));
    });
    const everybody = any([
        isEmpty(rule, field),
        rule.some(addresses, (cidr) => cidr === "0.0.0.0/0" || cidr === "::/0"),
    ]);
    const open = all([everyPort, everybody]);
    if (open === "yes") {
        rule.violation("", "attendu des pairs ou des ports, obtenu une règle qui permet tout");
    } else if (open !== "no") {
        open.note();
    }
}

/** A workload in a namespace that the stack does not declare would escape the check of the namespaces. */
function checkWorkload(workload: Subject, namespaces: readonly Subject[]): void {
    const known = any(namespaces.map((namespace) => belongs(workload, namespace)));
    if (known === "no") {
        workload.properties.violation("metadata.namespace", "attendu un espace de noms déclaré dans la pile");
    } else if (known !== "yes") {
        known.note();
    }
}

/** Whether a resource is in a namespace: by name or, while a name is unknown, by what its metadata came from. */
function belongs(resource: Subject, namespace: Subject): Answer {
    const place = resource.properties.read("metadata.namespace");
    const name = namespace.properties.read("metadata.name");
    if (place.state === "known" && name.state === "known") {
        return place.value === name.value ? "yes" : "no";
    }
    if (place.state === "unset" || name.state === "unset") {
        return "no";
    }
    const sources = resource.sources("metadata").filter((source) => source.type === NAMESPACE);
    if (place.state === "unknown" && sources.length === 1) {
        return sources[0]?.urn === namespace.urn ? "yes" : "no";
    }
    return {
        note: () => {
            resource.properties.note(place);
            namespace.properties.note(name);
        },
    };
}

function selectsEveryPod(policy: Inspection): Answer {
    return all(
        ["matchLabels", "matchExpressions"].map((part) => isEmpty(policy, `spec.podSelector.${part}`)),
    );
}

function denies(policy: Inspection, direction: Direction): Answer {
    const types = policy.readings("spec.policyTypes");
    // Without types, a policy rules ingress, and egress only if it has rules for it, which then allow something.
    const ruled =
        types.length === 0
            ? direction === "Ingress"
                ? "yes"
                : "no"
            : policy.some(types, (type) => type === direction);
    return all([ruled, isEmpty(policy, `spec.${direction.toLowerCase()}`)]);
}

/** Whether a list or a map is absent or has nothing in it. */
function isEmpty(policy: Inspection, path: string): Answer {
    const reading = policy.read(path);
    if (reading.state === "unset") {
        return "yes";
    }
    if (reading.state === "known") {
        return typeof reading.value === "object" && Object.keys(reading.value ?? {}).length === 0
            ? "yes"
            : "no";
    }
    return {
        note: () => {
            policy.note(reading);
        },
    };
}
