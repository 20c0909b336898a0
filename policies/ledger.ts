import { printable } from "./printable";
import { typeset } from "./typography";

/** What one rule found on one resource. */
export class Ledger {
    readonly violations = new Set<string>();
    readonly unknowns = new Set<string>();
    /** Set by a rule that has nothing to judge on this resource, though it applies to its type. */
    dismissed = false;

    /** `onJudged` hears the path of every leaf property that a rule judged. */
    constructor(private readonly onJudged?: (path: string) => void) {}

    violation(path: string, text: string): void {
        this.violations.add(typeset(oneLine(path === "" ? text : `${path} : ${text}`)));
    }

    unknown(path: string): void {
        this.unknowns.add(oneLine(path));
    }

    judged(path: string): void {
        this.onJudged?.(path);
    }
}

/** Keys and values come from the program, and go to terminals and to CI. */
function oneLine(text: string): string {
    return printable(text).replace(/[\t\n]+/g, " ");
}
