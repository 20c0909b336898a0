import type {
    Policy,
    ReportViolation,
    ResourceValidationPolicy,
    StackValidationPolicy,
} from "@pulumi/policy";

import { typeset } from "../typography";
import { bare } from "./bare";
import { VALUE_UNDECIDED } from "./names";
import { notApplicable } from "./not-applicable";

const description: Policy = {
    name: VALUE_UNDECIDED,
    description: typeset(
        "Chaque règle peut lire les valeurs qu’elle juge / Every rule can read the values that it judges",
    ),
    severity: "medium",
    enforcementLevel: "advisory",
};

/**
 * The rules that could not be decided. The SDK tells of each as advisory, whatever its level; this adds one violation
 * per resource, at the level of a policy of its own, which must come after all others.
 */
export class Undecided {
    /** By the properties judged: analyses of several resources may be under way. */
    private readonly byProperties = new WeakMap<object, string[]>();
    private onStack: string[] = [];

    noteResource(properties: object, rule: string): void {
        const key = bare(properties);
        this.byProperties.set(key, [...(this.byProperties.get(key) ?? []), rule]);
    }

    noteStack(rule: string): void {
        this.onStack.push(rule);
    }

    policy(): ResourceValidationPolicy & StackValidationPolicy {
        return {
            ...description,
            validateResource: (args, reportViolation) => {
                reportUndecided(this.byProperties.get(bare(args.props)) ?? [], args, reportViolation);
            },
            validateStack: (args, reportViolation) => {
                const rules = this.onStack;
                this.onStack = [];
                reportUndecided(rules, args, reportViolation);
            },
        };
    }
}

/** Where every rule could be decided this does not apply, rather than passes: it is no rule, and vouches for nothing. */
function reportUndecided(
    rules: readonly string[],
    args: { notApplicable(): never },
    reportViolation: ReportViolation,
): void {
    if (rules.length === 0) {
        notApplicable(args);
    }
    reportViolation(typeset(`règles indécidables : ${rules.join(", ")}`));
}
