import type { ImageName } from "../images";

/** A hardening rule of Workload that one workload may break. */
export interface HardeningException {
    readonly namespace: string;
    readonly workload: string;
    /** The image that it runs, which Azure Policy excepts from the rule of groups. */
    readonly image: ImageName;
    /** The rule: `nonRootGroup` allows group 0, `hostPath` a directory of the node, read-only. */
    readonly control: "nonRootGroup" | "hostPath";
    /** Why, and what makes up for it, in French: auditors read it. */
    readonly reason: string;
}

/** Every exception of the platform. */
const HARDENING_EXCEPTIONS: readonly HardeningException[] = [
    {
        namespace: "openmrs",
        workload: "openmrs-backend",
        image: "openmrsBackend",
        control: "nonRootGroup",
        reason:
            "L’image ne donne les droits d’écriture sur Tomcat et /openmrs qu’au groupe 0. " +
            "L’utilisateur reste 1001, sans privilège ni capacité, sur un système de fichiers racine en lecture seule.",
    },
    {
        namespace: "node-exporter",
        workload: "node-exporter",
        image: "nodeExporter",
        control: "hostPath",
        reason:
            "Mesurer les disques, la mémoire et l’horloge d’un nœud demande de lire son système de fichiers. " +
            "La racine du nœud est montée en lecture seule, dans un espace de noms à part ; le processus n’est pas root, n’a " +
            "aucune capacité, et n’a ni le réseau ni les processus du nœud.",
    },
];

type Place = Pick<HardeningException, "namespace" | "workload">;

const exceptionsOf = (control: HardeningException["control"]) =>
    HARDENING_EXCEPTIONS.filter((exception) => exception.control === control);

const isListed = (control: HardeningException["control"], { namespace, workload }: Place) =>
    exceptionsOf(control).some(
        (exception) => exception.namespace === namespace && exception.workload === workload,
    );

/** Images that may run under group 0. */
export const rootGroupImages: readonly ImageName[] = exceptionsOf("nonRootGroup").map(({ image }) => image);

/** Namespaces in which a pod may read a directory of its node. */
export const hostPathNamespaces: readonly string[] = exceptionsOf("hostPath").map(
    ({ namespace }) => namespace,
);

/** Whether the workload may run under group 0. */
export const mayUseRootGroup = (place: Place) => isListed("nonRootGroup", place);

/** Whether the workload may read a directory of its node. */
export const mayReadNode = (place: Place) => isListed("hostPath", place);
