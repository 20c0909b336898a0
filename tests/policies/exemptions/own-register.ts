import { rules } from "../../../policies/catalogue";
import { REGISTER_FILE, readRegisterFile } from "../../../policies/exemptions/file";
import { Register } from "../../../policies/exemptions/register";

/**
 * The repository's own register on the day of its last exemption: whether one has expired since is a question to the
 * calendar, which `npm run check` asks.
 */
export function ownRegister(): Register {
    const file = readRegisterFile(REGISTER_FILE) as { exemptions: { granted: string }[] };
    const last = file.exemptions.map(({ granted }) => granted).reduce((a, b) => (a > b ? a : b), "");
    return new Register(file, new Set(rules.map(({ id }) => id)), last);
}
