import type { Report } from "../model";
import { type Language, notation } from "../words/language";
import { type RegisterTable, line, said } from "./cells";
import type { Responsibilities } from "./model";
import { REPORT_WORDS, WORDS } from "./page-words";
import { activityName } from "./transfers";

/** Who answers for what, which requirement 13 has host and client plan and check. */
export function byActivityTable({ activities }: Responsibilities, language: Language): RegisterTable {
    const words = REPORT_WORDS[language];
    return {
        caption: words.byActivity,
        columns: [WORDS[language].activity, words.client, WORDS[language].host, words.subcontractors],
        rows: activities.map(({ activity, client, host, subcontractors }) => [
            line(activityName(activity, language)),
            said(client, language),
            said(host, language),
            said(subcontractors, language),
        ]),
    };
}

/** What the host answers for: how many rules look at each requirement, and who of the host holds the evidence. */
export function byRequirementTable({ frameworks, evidence }: Report, language: Language): RegisterTable {
    const words = REPORT_WORDS[language];
    const written = notation(language);
    const documents = new Map(evidence.map((document) => [document.id, document]));
    const requirements = frameworks.find(({ id }) => id === "hds")?.requirements ?? [];
    return {
        caption: words.byRequirement,
        columns: [words.requirement, words.activities, words.rules, words.evidence],
        rows: requirements.map(({ id, title, activities, rules, evidence: document }) => {
            const needed = documents.get(document ?? "");
            return [
                line(written.typeset(`${id} – ${title[language]}`)),
                line(activities?.join(", ") ?? words.none),
                line(
                    rules.length === 0
                        ? words.none
                        : written.counted(rules.length, words.rule, words.rulesMany),
                ),
                line(
                    needed === undefined
                        ? words.none
                        : written.typeset(`${needed.document[language]} (${needed.owner[language]})`),
                ),
            ];
        }),
    };
}
