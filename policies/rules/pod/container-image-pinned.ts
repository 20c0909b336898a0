import { such } from "../../expectation";
import { defineRule } from "../../rule";
import { containerExample } from "../../kubernetes/example-workload";
import { eachImage, podSpec, workloadTypes } from "../../kubernetes/pods";

const pinned = such(
    "une image désignée par son empreinte (@sha256:…)",
    (image) => typeof image === "string" && /@sha256:[0-9a-f]{64}$/.test(image),
);

export const containerImagePinned = defineRule({
    id: "container-image-pinned",
    title: {
        fr: "Toute image de conteneur est désignée par son empreinte",
        en: "Every container image is named by its digest",
    },
    why: {
        fr: "Un tag peut désigner demain un autre contenu : ce qui tourne ne serait plus ce qui a été examiné.",
        en: "Tomorrow a tag may name other content: what runs would no longer be what was reviewed.",
    },
    remediation: {
        fr: "Remplacer le tag par l’empreinte publiée par la chaîne de livraison.",
        en: "Replace the tag by the digest that the delivery pipeline published.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/containers/images/#image-names",
    appliesTo: workloadTypes,
    examples: {
        compliant: [containerExample({ image: `registry.example/web@sha256:${"0".repeat(64)}` })],
        violation: [containerExample({ image: "registry.example/web:1.4.2" })],
    },
    check(workload, { type }) {
        eachImage(podSpec(workload, type), (image) => {
            image.expect("", pinned);
        });
    },
});
