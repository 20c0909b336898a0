import type { core, networking } from "@pulumi/kubernetes/types/input";

import { all, type Answer, any } from "../../answer";
import type { Inspection } from "../../inspection";
import { defineStackRule, type Subject } from "../../rule";
import { isEmpty } from "../../kubernetes/emptiness";
import { belongs, NAMESPACE } from "../../kubernetes/namespaces";
import { workloadTypes } from "../../kubernetes/pods";

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
    appliesTo: [NAMESPACE, ...workloadTypes],
    examples: {
        compliant: [
            {
                type: "kubernetes:core/v1:Namespace",
                properties: { metadata: { name: "openmrs" } } satisfies core.v1.Namespace,
            },
            {
                type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
                properties: {
                    metadata: { namespace: "openmrs" },
                    spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] },
                } satisfies networking.v1.NetworkPolicy,
            },
        ],
        violation: [
            {
                type: "kubernetes:core/v1:Namespace",
                properties: { metadata: { name: "openmrs" } } satisfies core.v1.Namespace,
            },
        ],
    },
    reads: { [NAMESPACE]: ["metadata.name"], [NETWORK_POLICY]: ["metadata.namespace", "spec"] },
    survey: (context) => ({
        namespaces: context.filter(({ type }) => type === NAMESPACE),
        policies: context.filter(({ type }) => type === NETWORK_POLICY),
    }),
    check(subject, { namespaces, policies }) {
        if (subject.type === NAMESPACE) {
            checkNamespace(subject, policies);
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

/** A workload in a namespace that the stack does not declare would escape the check of the namespaces. */
function checkWorkload(workload: Subject, namespaces: readonly Subject[]): void {
    const known = any(namespaces.map((namespace) => belongs(workload, namespace)));
    if (known === "no") {
        workload.properties.violation("metadata.namespace", "attendu un espace de noms déclaré dans la pile");
    } else if (known !== "yes") {
        known.note();
    }
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
