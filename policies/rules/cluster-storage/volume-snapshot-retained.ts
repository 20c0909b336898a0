import { exactly, such } from "../../expectation";
import { defineRule } from "../../rule";

const GROUP = "kubernetes:snapshot.storage.k8s.io";
const SNAPSHOTS: readonly string[] = [`${GROUP}:VolumeSnapshotClass`, `${GROUP}:VolumeSnapshotContent`];
const VOLUME = "kubernetes:core:PersistentVolume";

const retainOrUnset = such("« Retain »", (policy) => policy === undefined || policy === "Retain");

export const volumeSnapshotRetained = defineRule({
    id: "volume-snapshot-retained",
    title: {
        fr: "Supprimer un objet du cluster ne détruit pas l’instantané ou le volume qu’il nomme",
        en: "Deleting an object of the cluster does not destroy the snapshot or volume that it names",
    },
    why: {
        fr: "Avec la politique Delete, effacer un espace de noms détruit aussi les instantanés qui devaient le restaurer.",
        en: "With policy Delete, erasing a namespace also destroys the snapshots that were to restore it.",
    },
    remediation: {
        fr: "Mettre deletionPolicy (instantanés) ou persistentVolumeReclaimPolicy (volumes) à « Retain ».",
        en: "Set deletionPolicy (snapshots) or persistentVolumeReclaimPolicy (volumes) to Retain.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/storage/volume-snapshot-classes/#deletionpolicy",
    appliesTo: [...SNAPSHOTS, VOLUME],
    examples: {
        compliant: [
            {
                type: "kubernetes:snapshot.storage.k8s.io/v1:VolumeSnapshotClass",
                properties: { driver: "disk.csi.azure.com", deletionPolicy: "Retain" },
            },
        ],
        violation: [
            {
                type: "kubernetes:snapshot.storage.k8s.io/v1:VolumeSnapshotClass",
                properties: { driver: "disk.csi.azure.com", deletionPolicy: "Delete" },
            },
        ],
    },

    remedies: (type) =>
        type === VOLUME
            ? [{ path: "spec.persistentVolumeReclaimPolicy", value: "Retain" }]
            : [{ path: type.endsWith("Class") ? "deletionPolicy" : "spec.deletionPolicy", value: "Retain" }],
    check(resource, { type }) {
        if (type === VOLUME) {
            // Not set means Retain on a volume that somebody declares.
            resource.expect("spec.persistentVolumeReclaimPolicy", retainOrUnset);
        } else {
            resource.expect(
                type.endsWith("Class") ? "deletionPolicy" : "spec.deletionPolicy",
                exactly("Retain"),
            );
        }
    },
});
