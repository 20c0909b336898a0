import type { core } from "@pulumi/kubernetes/types/input";
import { defineRule } from "../../rule";

const LOCAL_OR_CLEAR: readonly string[] = ["glusterfs", "hostPath", "iscsi", "local", "nfs"];

const TYPE = "kubernetes:core/v1:PersistentVolume";

export const persistentVolumeManaged = defineRule({
    id: "persistent-volume-managed",
    title: {
        fr: "Un volume vient d’un pilote CSI, jamais d’un disque de nœud ni d’un partage NFS en clair",
        en: "A volume is managed by a CSI driver, never a node's disk or an NFS share in clear",
    },
    why: {
        fr: "hostPath et local exposent le disque du nœud et se perdent avec lui ; NFS transporte les données en clair.",
        en: "hostPath and local expose the node's disk and are lost with it; NFS carries data in clear.",
    },
    remediation: {
        fr: "Demander le volume à une StorageClass d’un pilote CSI.",
        en: "Ask a StorageClass of a CSI driver for the volume.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#types-of-persistent-volumes",
    appliesTo: ["kubernetes:core:PersistentVolume"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    spec: {
                        csi: { driver: "disk.csi.azure.com", volumeHandle: "/subscriptions/0/disks/data" },
                    },
                } satisfies core.v1.PersistentVolume,
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: { spec: { hostPath: { path: "/var/lib" } } } satisfies core.v1.PersistentVolume,
            },
        ],
    },

    check(volume) {
        for (const source of LOCAL_OR_CLEAR) {
            volume.forbid(
                `spec.${source}`,
                "attendu un volume d’un pilote CSI, obtenu un disque de nœud ou un partage en clair",
            );
        }
        volume.expectGiven("spec.csi.driver", "un pilote CSI");
    },
});
