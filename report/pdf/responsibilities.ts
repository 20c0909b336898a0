import type { Responsibilities } from "../registers/model";
import { REPORT_WORDS, WORDS } from "../registers/page-words";
import { activityName } from "../registers/transfers";
import { type Block, type Content, heading, table } from "./blocks";
import { type Context, inLanguage, requirementName } from "./context";
import { said } from "./declared";

/** Who answers for what, which requirement 13 has host and client plan and check. */
export function responsibilitiesBlocks(
    { validatedOn, activities }: Responsibilities,
    context: Context,
): Block[] {
    const { language, say } = context;
    const words = REPORT_WORDS[language];
    return [
        {
            kind: "notice",
            content:
                validatedOn === null
                    ? words.responsibilitiesToValidate
                    : words.responsibilitiesValid(say.date(validatedOn)),
        },
        heading(3, words.byActivity),
        ...table(
            [
                { title: words.byActivity, width: 2.4 },
                { title: words.client, width: 3 },
                { title: WORDS[language].host, width: 3 },
                { title: words.subcontractors, width: 3 },
            ],
            activities.map(({ activity, client, host, subcontractors }) => [
                activityName(activity, language),
                said(client, language),
                said(host, language),
                said(subcontractors, language),
            ]),
        ),
        heading(3, words.byRequirement),
        ...byRequirement(context),
    ];
}

function byRequirement(context: Context): Block[] {
    const { report, language, say } = context;
    const words = REPORT_WORDS[language];
    const documents = new Map(report.evidence.map((document) => [document.id, document]));
    const requirements = report.frameworks.find(({ id }) => id === "hds")?.requirements ?? [];
    return table(
        [
            { title: words.requirement, width: 4 },
            { title: words.activities, width: 1.6 },
            { title: words.rules, width: 1.6 },
            { title: words.evidence, width: 4 },
        ],
        requirements.map(({ id, title, activities, rules, evidence }): Content[] => {
            const needed = documents.get(evidence ?? "");
            return [
                [[{ strong: requirementName("hds", id) }], [inLanguage(context, title)]],
                activities?.join(", ") ?? words.none,
                rules.length === 0 ? words.none : say.counted(rules.length, words.rule, words.rulesMany),
                needed === undefined
                    ? words.none
                    : `${inLanguage(context, needed.document)} (${inLanguage(context, needed.owner)})`,
            ];
        }),
    );
}
