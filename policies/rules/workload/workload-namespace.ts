import { such } from "../../expectation";
import { defineRule } from "../../rule";
import { workloadTypes } from "../../kubernetes/pods";

/** The cluster's own namespaces; the default one, where whatever names none ends up, begins otherwise. */
const SYSTEM = /^(kube-|gatekeeper-system$|aks-istio-|calico-system$|tigera-operator$)/;

const ownNamespace = such(
    "un espace de noms de l’application",
    (name) => typeof name === "string" && name !== "" && name !== "default" && !SYSTEM.test(name),
);

export const workloadNamespace = defineRule({
    id: "workload-namespace",
    title: {
        fr: "Toute charge est dans un espace de noms de l’application",
        en: "Every workload is in a namespace of the application",
    },
    why: {
        fr: "L’espace de noms par défaut n’a ni règles de flux ni droits propres ; ceux du système échappent aux contrôles à l’admission.",
        en: "The default namespace has neither flow rules nor rights of its own; those of the system escape admission control.",
    },
    remediation: {
        fr: "Donner metadata.namespace, autre que « default » et « kube-… ».",
        en: 'Give metadata.namespace, other than "default" and "kube-…".',
    },
    severity: "medium",
    url: "https://kubernetes.io/docs/concepts/overview/working-with-objects/namespaces/",
    appliesTo: workloadTypes,
    examples: {
        compliant: [
            { type: "kubernetes:apps/v1:Deployment", properties: { metadata: { namespace: "openmrs" } } },
        ],
        violation: [
            { type: "kubernetes:apps/v1:Deployment", properties: { metadata: { namespace: "default" } } },
        ],
    },
    check(workload) {
        workload.expect("metadata.namespace", ownNamespace);
    },
});
