import { typeset } from "../typography";
import type { Cover } from "./register";

/** What stands before the message of a violation that an exemption covers. */
const COVERED =
    /^dérogation (?<id>EX-\d{4}-\d{3}), jusqu’au (?<expires>\d{4}-\d\d-\d\d) \((?<daysLeft>\d+) jours? restants?\)\s*: (?<message>.*)$/s;

/** The days left, in words. */
export function remaining(days: number): string {
    return days > 1 ? `${String(days)} jours restants` : `${String(days)} jour restant`;
}

/** The message of a violation as the engine reports it while an exemption covers it. */
export function coveredMessage({ exemption, daysLeft }: Cover, message: string): string {
    return typeset(
        `dérogation ${exemption.id}, jusqu’au ${exemption.expires} (${remaining(daysLeft)}) : ${message}`,
    );
}

/** A covered violation read back from its message; undefined for a message that no exemption covers. */
export function readCovered(
    text: string,
):
    | { readonly id: string; readonly expires: string; readonly daysLeft: number; readonly message: string }
    | undefined {
    const { id, expires, daysLeft, message } = COVERED.exec(text)?.groups ?? {};
    return id === undefined || expires === undefined || message === undefined
        ? undefined
        : { id, expires, daysLeft: Number(daysLeft), message };
}
