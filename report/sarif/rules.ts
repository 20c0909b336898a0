import type { ReportingDescriptor, ReportingDescriptorRelationship, Result } from "sarif";
import type { Severity } from "../../policies/rule";
import { markdownText } from "../markdown/text";
import type { ReportRule } from "../model";
import { labelled } from "../words/labelled";
import type { Language } from "../words/language";
import { webAddress } from "../words/web-address";
import { words } from "../words/words";
import { told } from "./text";
import { WORDS } from "./words";

export const LEVELS: Readonly<Record<Severity, NonNullable<Result["level"]>>> = {
    critical: "error",
    high: "error",
    medium: "warning",
    low: "note",
};

/** What GitHub shows as critical, high, medium and low: above 9, from 7, from 4, and above 0. */
const SCORES: Readonly<Record<Severity, string>> = {
    critical: "9.5",
    high: "8.0",
    medium: "5.5",
    low: "2.0",
};

/** Tags of one rule that GitHub shows. */
const MOST_TAGS = 10;

/** A rule, with its help. */
export function describeRule(
    { id, title, why, remediation, severity, url, requirements }: ReportRule,
    language: Language,
    relationships: readonly ReportingDescriptorRelationship[],
): ReportingDescriptor {
    const own = WORDS[language];
    const parts: readonly (readonly [string, string])[] = [
        [own.why, why[language]],
        [own.remediation, remediation[language]],
        [own.severity, words(language).severity[severity]],
    ];
    const cited = requirements.map(({ framework, requirement }) =>
        told(`${framework} ${requirement}`, language),
    );
    const helpUri = webAddress(url);
    return {
        id: told(id, language),
        shortDescription: { text: told(title[language], language) },
        fullDescription: { text: told(why[language], language) },
        ...(helpUri === undefined ? {} : { helpUri }),
        help: {
            text: parts.map(([name, text]) => labelled(name, told(text, language), language)).join("\n"),
            markdown: parts
                .map(([name, text]) => labelled(`**${name}**`, markdownText(text, language), language))
                .join("\n\n"),
        },
        defaultConfiguration: { level: LEVELS[severity] },
        ...(relationships.length === 0 ? {} : { relationships: [...relationships] }),
        properties: {
            tags: [...new Set(["security", ...cited])].slice(0, MOST_TAGS),
            precision: "very-high",
            "problem.severity": LEVELS[severity] === "note" ? "recommendation" : LEVELS[severity],
            "security-severity": SCORES[severity],
        },
    };
}
