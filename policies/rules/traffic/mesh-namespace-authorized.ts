import type { core } from "@pulumi/kubernetes/types/input";

import { all, type Answer, any } from "../../answer";
import type { Inspection } from "../../inspection";
import { isEmpty } from "../../kubernetes/emptiness";
import { inMesh, ROOTS } from "../../kubernetes/mesh";
import { belongs, NAMESPACE } from "../../kubernetes/namespaces";
import { defineStackRule, type Subject } from "../../rule";

const POLICY = "kubernetes:security.istio.io:AuthorizationPolicy";

const namespaceInMesh = {
    type: "kubernetes:core/v1:Namespace",
    properties: {
        metadata: { name: "openmrs", labels: { "istio-injection": "enabled" } },
    } satisfies core.v1.Namespace,
};

export const meshNamespaceAuthorized = defineStackRule({
    id: "mesh-namespace-authorized",
    title: {
        fr: "Un espace de noms du maillage refuse par défaut tout appel non autorisé",
        en: "A namespace of the mesh denies by default every call not authorised",
    },
    why: {
        fr: "Sans AuthorizationPolicy, Istio permet à tout pod du maillage d’appeler tout service.",
        en: "Without AuthorizationPolicy, Istio lets every pod of the mesh call every service.",
    },
    remediation: {
        fr: "Ajouter à l’espace de noms une AuthorizationPolicy au spec vide, puis une par appel autorisé.",
        en: "Add an AuthorizationPolicy with an empty spec to the namespace, then one per call allowed.",
    },
    severity: "high",
    url: "https://istio.io/latest/docs/ops/best-practices/security/#use-default-deny-patterns",
    appliesTo: [NAMESPACE],
    examples: {
        compliant: [
            namespaceInMesh,
            {
                type: "kubernetes:security.istio.io/v1:AuthorizationPolicy",
                properties: { metadata: { name: "deny", namespace: "openmrs" }, spec: {} },
            },
        ],
        violation: [namespaceInMesh],
    },
    reads: { [POLICY]: ["metadata.namespace", "spec"] },
    check(namespace, policies) {
        const meshed = inMesh(namespace.properties);
        const denied = any(
            policies.map((policy) =>
                all([any([belongs(policy, namespace), isInRoot(policy)]), deniesAll(policy.properties)]),
            ),
        );
        if (meshed === "yes") {
            namespace.properties.settle(
                denied,
                "metadata.name",
                "attendu une AuthorizationPolicy qui refuse tout par défaut",
            );
        } else if (meshed !== "no" && denied !== "yes") {
            meshed.note();
        }
    },
});

function isInRoot({ properties }: Subject): Answer {
    return properties.some([properties.read("metadata.namespace")], (name) => ROOTS.includes(String(name)));
}

/** Whether a policy is of the action ALLOW, which is the default, for every pod and without a rule. */
function deniesAll(policy: Inspection): Answer {
    return all([
        any([
            isEmpty(policy, "spec.action"),
            policy.some([policy.read("spec.action")], (action) => action === "ALLOW"),
        ]),
        ...["rules", "selector.matchLabels", "targetRef", "targetRefs"].map((part) =>
            isEmpty(policy, `spec.${part}`),
        ),
    ]);
}
