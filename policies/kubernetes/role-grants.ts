import { all, type Answer } from "../answer";
import type { Inspection } from "../inspection";

const GROUP = "kubernetes:rbac.authorization.k8s.io";

/** Types that say what their subjects may do, and types that say who the subjects are; without API version. */
export const roleTypes: readonly string[] = [`${GROUP}:ClusterRole`, `${GROUP}:Role`];
export const bindingTypes: readonly string[] = [`${GROUP}:ClusterRoleBinding`, `${GROUP}:RoleBinding`];

/** A right that is more than it seems; a right on named objects alone is another. */
export interface Power {
    readonly resources: readonly unknown[];
    readonly verbs: readonly unknown[];
    /** What one may do with it, in French. */
    readonly words: string;
}

/** Reports each rule of a role that gives one of these powers. Wildcards are another rule's business. */
export function forbidPowers(role: Inspection, powers: readonly Power[]): void {
    role.each("rules", (rule) => {
        for (const { resources, verbs, words } of powers) {
            const given = all([
                rule.some(rule.readings("resources"), (name) => resources.includes(name)),
                rule.some(rule.readings("verbs"), (verb) => verbs.includes(verb)),
                isUnlimited(rule),
            ]);
            rule.settle(
                given === "yes" ? "no" : given === "no" ? "yes" : given,
                "",
                `attendu resourceNames, obtenu le droit de ${words}`,
            );
        }
    });
}

/** Whether a rule names no objects. A name that is not known yet is one all the same; a list that is not may be empty. */
function isUnlimited(rule: Inspection): Answer {
    const names = rule.read("resourceNames");
    if (names.state === "unset") {
        return "yes";
    }
    return rule.some([names], (value) => Array.isArray(value) && value.length === 0);
}
