import { all, any } from "../../answer";
import { exactly } from "../../expectation";
import type { Inspection } from "../../inspection";
import { isEmpty } from "../../kubernetes/emptiness";
import { inMesh, ROOTS } from "../../kubernetes/mesh";
import { belongs, NAMESPACE } from "../../kubernetes/namespaces";
import { keptAt, type Place, Placement, together } from "../../kubernetes/placement";
import { podTemplate, workloadTypes } from "../../kubernetes/pods";
import { bears, SelectorIndex } from "../../kubernetes/selector";
import { defineStackRule, type Subject } from "../../rule";

const SIDECAR = "kubernetes:networking.istio.io:Sidecar";

const SELECTOR = "spec.workloadSelector.labels";

const pods = {
    type: "kubernetes:apps/v1:Deployment",
    properties: { metadata: { namespace: "openmrs" }, spec: { template: {} } },
};
const namespaceInMesh = {
    type: "kubernetes:core/v1:Namespace",
    properties: { metadata: { name: "openmrs", labels: { "istio-injection": "enabled" } } },
};
const sidecar = (mode: string) => ({
    type: "kubernetes:networking.istio.io/v1:Sidecar",
    properties: {
        metadata: { namespace: "openmrs" },
        spec: { outboundTrafficPolicy: { mode } },
    },
});

export const meshEgressRegistered = defineStackRule({
    id: "mesh-egress-registered",
    title: {
        fr: "Les charges du maillage ne sortent que vers les hôtes qu’il connaît",
        en: "Workloads of the mesh leave for the hosts that it knows only",
    },
    why: {
        fr: "Par défaut (ALLOW_ANY), un pod compromis envoie les dossiers à n’importe quel hôte.",
        en: "By default (ALLOW_ANY), a pod that was taken over sends the records to any host.",
    },
    remediation: {
        fr: "Donner à la charge, ou à son espace de noms, un Sidecar dont outboundTrafficPolicy.mode est REGISTRY_ONLY.",
        en: "Give the workload, or its namespace, a Sidecar whose outboundTrafficPolicy.mode is REGISTRY_ONLY.",
    },
    severity: "high",
    url: "https://istio.io/latest/docs/reference/config/networking/sidecar/#OutboundTrafficPolicy",
    appliesTo: [SIDECAR, ...workloadTypes],
    reads: {
        [NAMESPACE]: ["metadata.name", "metadata.labels"],
        [SIDECAR]: ["metadata.namespace", "spec"],
    },
    examples: {
        compliant: [namespaceInMesh, pods, sidecar("REGISTRY_ONLY")],
        violation: [namespaceInMesh, pods],
    },
    survey(context) {
        const placement = new Placement(context);
        const sidecars = new Map<Place, SelectorIndex>();
        for (const sidecar of context.filter(({ type }) => type === SIDECAR)) {
            const place = placement.of(sidecar);
            const there = sidecars.get(place) ?? new SelectorIndex();
            there.add(sidecar, selectorOf(sidecar));
            sidecars.set(place, there);
        }
        return { placement, sidecars, namespaces: context.filter(({ type }) => type === NAMESPACE) };
    },
    check(subject, { placement, sidecars, namespaces }) {
        const { type, properties } = subject;
        if (type === SIDECAR) {
            // Not set means what the mesh says, which is ALLOW_ANY by default.
            properties.expect("spec.outboundTrafficPolicy.mode", exactly("REGISTRY_ONLY"));
            return;
        }
        const meshed = any(
            namespaces.map((namespace) => all([belongs(subject, namespace), inMesh(namespace.properties)])),
        );
        if (meshed === "no") {
            return;
        }
        const labels = podTemplate(properties, type).at("metadata.labels");
        const held = any([
            ...keptAt(placement.of(subject), sidecars).flatMap(({ same, kept }) =>
                kept
                    .candidates(labels)
                    .map((sidecar) =>
                        all([together(same, sidecar, subject), bears(labels, selectorOf(sidecar))]),
                    ),
            ),
            ...ROOTS.flatMap((root) => sidecars.get(root)?.candidates(labels) ?? []).map((sidecar) =>
                isEmpty(sidecar.properties, SELECTOR),
            ),
        ]);
        if (meshed === "yes") {
            properties.settle(held, "", "attendu un Sidecar qui retient les sorties de ces pods");
        } else if (held !== "yes") {
            meshed.note();
        }
    },
});

/** The labels of the pods that a Sidecar is of: none means all. */
function selectorOf({ properties }: Subject): Inspection {
    return properties.at(SELECTOR);
}
