import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { podSpec, workloadTypes } from "../../kubernetes/pods";

/** The volumes that the "restricted" profile of the Pod Security Standards admits; an image since Kubernetes 1.33. */
const VOLUME_TYPES: readonly string[] = [
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "image",
    "persistentVolumeClaim",
    "projected",
    "secret",
];

export const podVolumeTypes = defineRule({
    id: "pod-volume-types",
    title: {
        fr: "Aucun pod ne monte de répertoire du nœud ni de volume hors des classes de stockage",
        en: "No pod mounts a directory of the node or a volume outside storage classes",
    },
    why: {
        fr: "Un répertoire du nœud mène aux données de tous ses pods ; un partage NFS ou iSCSI n’est ni chiffré ni tracé.",
        en: "A directory of the node leads to the data of all its pods; an NFS or iSCSI share is neither encrypted nor logged.",
    },
    remediation: {
        fr: "Monter un PersistentVolumeClaim, un volume CSI, un ConfigMap, un Secret ou un emptyDir.",
        en: "Mount a PersistentVolumeClaim, a CSI volume, a ConfigMap, a Secret or an emptyDir.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted",
    appliesTo: workloadTypes,
    examples: {
        compliant: [
            podExample({ volumes: [{ name: "data", persistentVolumeClaim: { claimName: "data" } }] }),
        ],
        violation: [
            podExample({ volumes: [{ name: "data", hostPath: { path: "/var/lib/data" } }] }),
            podExample({ volumes: [{ name: "data", nfs: { server: "files.example", path: "/" } }] }),
        ],
    },
    check(workload, { type }) {
        podSpec(workload, type).each("volumes", (volume) => {
            volume.entries("", (source, settings) => {
                if (source !== "name" && !VOLUME_TYPES.includes(source)) {
                    settings.forbid("", "attendu un volume du profil « restricted », obtenu un autre");
                }
            });
        });
    },
});
