import type { Policy, StackValidationPolicy } from "@pulumi/policy";

import type { Register } from "../exemptions/register";
import { coveredMessage } from "../exemptions/wording";
import { typeset } from "../typography";
import { stackOfUrn } from "../urn";
import { EXEMPTION_REGISTER, IGNORE_EXEMPTIONS } from "./names";
import { notApplicable } from "./not-applicable";
import type { RuleDescription } from "../rule";
import { fullTitle, report, type Violation } from "./report";

const description: Policy = {
    name: EXEMPTION_REGISTER,
    description: typeset("Le registre des dérogations est en règle / The register of exemptions is in order"),
    severity: "high",
};

/**
 * The exemptions at work in a pack: a violation that one covers is told as advisory, with the days left; one that is
 * expired or malformed is a violation of its own, and one that covered nothing is told at the end.
 */
export class Exemptions {
    constructor(
        private readonly register: Register,
        private readonly ignored = process.env[IGNORE_EXEMPTIONS] === "true",
    ) {}

    /** How a violation is told: under the rule's title, and perhaps covered. */
    rule(rule: RuleDescription, urn: string, message: string): Violation {
        const title = fullTitle(rule);
        const cover = this.ignored ? undefined : this.register.coverOf(rule.id, urn);
        return cover === undefined
            ? { message: `${title}\n${message}` }
            : { message: `${title}\n${coveredMessage(cover, message)}`, enforcementLevel: "advisory" };
    }

    /** Whether violations are to stay as they are, for somebody chose them and answers for them. */
    spare({ id }: RuleDescription, urn: string): boolean {
        return !this.ignored && this.register.wouldCover(id, urn);
    }

    /** Must come after all others: what covered nothing is known when they have judged the stack. */
    policy(): StackValidationPolicy {
        return {
            ...description,
            validateStack: (args, reportViolation) => {
                const [resource] = args.resources;
                const stack = resource === undefined ? "" : stackOfUrn(resource.urn);
                const unused = this.ignored ? [] : this.register.unused(stack);
                const faults = this.register.faultsOf(stack);
                if (faults.length + unused.length === 0) {
                    notApplicable(args);
                }
                for (const { exemption, message } of faults) {
                    report(reportViolation, { message: typeset(`${exemption} : ${message}`) });
                }
                for (const { id, rule } of unused) {
                    report(reportViolation, {
                        message: typeset(
                            `${id} : ne couvre aucune non-conformité à ${rule} ; à retirer du registre`,
                        ),
                        enforcementLevel: "advisory",
                    });
                }
            },
        };
    }
}
