import { posix } from "node:path";

import { such } from "../../expectation";
import { defineRule } from "../../rule";
import { containerExample } from "../../kubernetes/example-workload";
import { containerRemedy, eachContainer, podSpec, workloadTypes } from "../../kubernetes/pods";

/** Paths that hold the node's or the container's own means; a mount there, or above, replaces them. */
const RESERVED: readonly string[] = ["/", "/proc", "/sys", "/dev", "/var/run/docker.sock", "/run/containerd"];

const ownPropagation = such("« None »", (mode) => mode === undefined || mode === "None");

const ownPlace = such("un répertoire de l’application", (path) => {
    const place = posix.resolve("/", String(path));
    return !RESERVED.includes(place) && !/^\/(proc|sys)\//.test(place);
});

const inside = such(
    "un chemin dans le volume",
    (path) => path === undefined || !String(path).split("/").includes(".."),
);

export const containerMounts = defineRule({
    id: "container-mounts",
    title: {
        fr: "Aucun montage ne se propage au nœud ni ne couvre ses répertoires",
        en: "No mount spreads to the node or covers its directories",
    },
    why: {
        fr: "Un montage propagé ou placé sur /proc, /sys ou un socket du nœud contourne l’isolement du conteneur.",
        en: "A mount that spreads, or that lies on /proc, /sys or a socket of the node, gets round the container's isolation.",
    },
    remediation: {
        fr: "Retirer mountPropagation, et monter le volume dans un répertoire de l’application.",
        en: "Remove mountPropagation, and mount the volume in a directory of the application.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation",
    appliesTo: workloadTypes,
    examples: {
        compliant: [containerExample({ volumeMounts: [{ name: "data", mountPath: "/srv/data" }] })],
        violation: [
            containerExample({
                volumeMounts: [{ name: "data", mountPath: "/srv/data", mountPropagation: "Bidirectional" }],
            }),
            containerExample({ volumeMounts: [{ name: "data", mountPath: "/proc/sys" }] }),
        ],
    },
    remedies: (type) => containerRemedy(type, "volumeMounts[*].mountPropagation", "None"),
    check(workload, { type }) {
        eachContainer(podSpec(workload, type), (container) => {
            container.each("volumeMounts", (mount) => {
                mount.expect("mountPropagation", ownPropagation);
                mount.expect("mountPath", ownPlace);
                mount.expect("subPath", inside);
                mount.expect("subPathExpr", inside);
            });
        });
    },
});
