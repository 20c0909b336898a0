import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { podSpec, workloadTypes } from "../../kubernetes/pods";

const bound = such(
    "une taille maximale",
    (size) => (typeof size === "string" || typeof size === "number") && Number.parseFloat(String(size)) > 0,
);

export const podEmptyDirBounded = defineRule({
    id: "pod-empty-dir-bounded",
    title: {
        fr: "Tout emptyDir a une taille maximale",
        en: "Every emptyDir has a maximum size",
    },
    why: {
        fr: "Un répertoire temporaire sans borne remplit le disque ou la mémoire du nœud, qui évince alors les autres pods.",
        en: "A temporary directory without a bound fills the node's disk or memory, and the node then evicts other pods.",
    },
    remediation: {
        fr: "Donner emptyDir.sizeLimit.",
        en: "Give emptyDir.sizeLimit.",
    },
    severity: "low",
    url: "https://kubernetes.io/docs/concepts/storage/volumes/#emptydir",
    appliesTo: workloadTypes,
    examples: {
        compliant: [podExample({ volumes: [{ name: "tmp", emptyDir: { sizeLimit: "64Mi" } }] })],
        violation: [podExample({ volumes: [{ name: "tmp", emptyDir: {} }] })],
    },
    check(workload, { type }) {
        podSpec(workload, type).each("volumes", (volume) => {
            if (isEmptyDir(volume)) {
                volume.expect("emptyDir.sizeLimit", bound);
            }
        });
    },
});

/** A volume that names no source is one too. */
function isEmptyDir(volume: Inspection): boolean {
    const sources: string[] = [];
    volume.entries("", (key, source) => {
        if (key !== "name" && source.read("").state !== "unset") {
            sources.push(key);
        }
    });
    return sources.length === 0 || sources.includes("emptyDir");
}
