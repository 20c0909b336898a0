import type { ImageName } from "../images";

/** A hardening rule of Workload that one workload may break. */
export interface HardeningException {
    readonly workload: string;
    /** The image that it runs, which Azure Policy excepts. */
    readonly image: ImageName;
    /** The rule: `nonRootGroup` allows group 0. */
    readonly control: string;
    /** Why, and what makes up for it, in French: auditors read it. */
    readonly reason: string;
}

/** Every exception of the platform. */
const HARDENING_EXCEPTIONS: readonly HardeningException[] = [
    {
        workload: "openmrs-backend",
        image: "openmrsBackend",
        control: "nonRootGroup",
        reason:
            "L’image ne donne les droits d’écriture sur Tomcat et /openmrs qu’au groupe 0. " +
            "L’utilisateur reste 1001, sans privilège ni capacité, sur un système de fichiers racine en lecture seule.",
    },
];

const inRootGroup = HARDENING_EXCEPTIONS.filter(({ control }) => control === "nonRootGroup");

/** Images that may run under group 0. */
export const rootGroupImages: readonly ImageName[] = inRootGroup.map(({ image }) => image);

/** Whether the workload may run under group 0. */
export function mayUseRootGroup(workload: string): boolean {
    return inRootGroup.some((exception) => exception.workload === workload);
}
