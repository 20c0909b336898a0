import type { core } from "@pulumi/kubernetes/types/input";

import { reference } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import { podSpec, workloadTypes } from "../../kubernetes/pods";

const CLAIM = "kubernetes:core:PersistentVolumeClaim";
const STATEFUL_SET = "kubernetes:apps:StatefulSet";

const storageClass = reference("une classe de stockage");

export const claimStorageClass = defineRule({
    id: "claim-storage-class",
    title: {
        fr: "Tout volume persistant désigne sa classe de stockage",
        en: "Every persistent volume names its storage class",
    },
    why: {
        fr: "La classe par défaut du cluster n’est pas celle du projet : ses disques n’ont ni sa clé ni sa redondance.",
        en: "The cluster's default class is not the project's: its disks have neither its key nor its redundancy.",
    },
    remediation: {
        fr: "Donner spec.storageClassName, d’une classe chiffrée avec la clé du client.",
        en: "Give spec.storageClassName, of a class encrypted with the customer's key.",
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/storage/persistent-volumes/#class-1",
    appliesTo: [CLAIM, ...workloadTypes],
    examples: {
        compliant: [
            {
                type: "kubernetes:core/v1:PersistentVolumeClaim",
                properties: {
                    spec: { storageClassName: "customer-key" },
                } satisfies Partial<core.v1.PersistentVolumeClaim>,
            },
        ],
        violation: [
            {
                type: "kubernetes:core/v1:PersistentVolumeClaim",
                properties: {
                    spec: { accessModes: ["ReadWriteOnce"] },
                } satisfies Partial<core.v1.PersistentVolumeClaim>,
            },
        ],
    },
    check(resource, { type }) {
        if (type === CLAIM) {
            checkClaim(resource);
            return;
        }
        if (type === STATEFUL_SET) {
            resource.each("spec.volumeClaimTemplates", checkClaim);
        }
        podSpec(resource, type).each("volumes", (volume) => {
            if (volume.read("ephemeral").state !== "unset") {
                checkClaim(volume.at("ephemeral.volumeClaimTemplate"));
            }
        });
    },
});

/** Not set, the class is the cluster's default; empty, the claim takes any volume without class. */
function checkClaim(claim: Inspection): void {
    claim.expectReference("spec.storageClassName", storageClass);
}
