import type { Language } from "../words/language";
import { shown } from "../words/shown";

/** Characters of one text: GitHub takes 1,024, and the remark on what was cut needs some. */
const LONGEST = 990;

/** SARIF has no empty texts. */
const NOTHING = "—";

/**
 * Text for a field of SARIF that people read. SARIF takes `[text](target)` in any message for a link.
 */
export function told(text: string, language: Language): string {
    const printed = shown(text.replaceAll("](", "\\]("), language, LONGEST);
    return printed.trim() === "" ? NOTHING : printed;
}
