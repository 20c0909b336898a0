/** The policy whose level tells what an undecided rule amounts to. */
export const VALUE_UNDECIDED = "value-undecided";

/** The policy that tells of the register of exemptions itself. */
export const EXEMPTION_REGISTER = "exemption-register";

/** The auditor's switch, an environment variable: at "true", no exemption covers anything. */
export const IGNORE_EXEMPTIONS = "AUDIOPROTHESE_IGNORE_EXEMPTIONS";
