import { type Day, dayOf } from "../policies/exemptions/calendar";
import { REGISTER_FILE, readRegisterFile } from "../policies/exemptions/file";
import { IGNORE_EXEMPTIONS } from "../policies/pack/names";
import { Register } from "../policies/exemptions/register";
import { type Framework, rulesById } from "./framework";
import type { ReportExemptions } from "./model";

/** The register of exemptions as a report heeds it. */
export interface HeededRegister {
    readonly register: Register;
    /** An auditor's choice: none then covers anything. */
    readonly ignored: boolean;
}

/** The register of this repository on a day; an option of the command or the environment has exemptions ignored. */
export function heededRegister(
    frameworks: readonly Framework[],
    ignored: boolean,
    now: Date,
): HeededRegister {
    const today: Day = dayOf(now);
    const rules = new Set(rulesById(frameworks).keys());
    return {
        register: new Register(readRegisterFile(REGISTER_FILE), rules, today),
        ignored: ignored || process.env[IGNORE_EXEMPTIONS] === "true",
    };
}

/** What a report on a stack says of the register. */
export function reportedExemptions({ register, ignored }: HeededRegister, stack: string): ReportExemptions {
    return {
        ignored,
        inForce: register.covers
            .filter(({ exemption }) => exemption.stack === stack)
            .map(({ exemption, daysLeft }) => ({ ...exemption, daysLeft })),
        faults: register.faultsOf(stack).map(({ exemption, message }) => ({ exemption, message })),
    };
}
