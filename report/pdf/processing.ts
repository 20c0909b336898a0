import type { Fact } from "../model";
import { rowsOf } from "../registers/facts-table";
import type { Processing, ProcessingActivity } from "../registers/model";
import { REPORT_WORDS, WORDS } from "../registers/page-words";
import { divided } from "../registers/processing-section";
import { type Block, type Content, heading, paragraph, table } from "./blocks";
import type { Context } from "./context";
import { lines, said, toComplete } from "./declared";

/** Resources that are named where one value stands for many; how many there are is said. */
const MOST_NAMED = 5;

/** Rows of one table of settings; `report.json` has all. */
const MAX_ROWS = 200;

/** The record of art. 30 of the GDPR: what people wrote, beside the settings of the stack. */
export function processingBlocks(context: Context): Block[] {
    const { report, language, resources } = context;
    const words = REPORT_WORDS[language];
    const processing = report.registers?.processing;
    const [byActivity, others] = divided(report.facts, resources, processing?.activities ?? []);
    return [
        paragraph(words.processingIntro),
        ...(processing === undefined ? [] : organisationBlocks(processing, context)),
        ...(processing?.activities ?? []).flatMap((activity) => [
            heading(3, activity.name[language]),
            { kind: "facts" as const, rows: record(activity, context) },
            ...factsBlocks(
                words.measuresOf(activity.name[language]),
                byActivity.get(activity) ?? [],
                context,
            ),
        ]),
        ...(others.length === 0
            ? []
            : [
                  heading(3, processing === undefined ? words.allFacts : words.otherFacts),
                  ...factsTable(others, context),
              ]),
    ];
}

function organisationBlocks({ organisation }: Processing, { language }: Context): Block[] {
    const words = REPORT_WORDS[language];
    const { name, contact, controller, dpo } = organisation;
    return [
        heading(3, words.organisationCaption),
        {
            kind: "facts",
            rows: [
                [words.organisation, name],
                [words.contact, contact ?? toComplete(language)],
                [words.controller, controller ?? toComplete(language)],
                [words.dpo, dpo ?? toComplete(language)],
            ],
        },
    ];
}

function record(
    { application, updatedOn, healthData, controller, processor }: ProcessingActivity,
    { language, say }: Context,
): [string, Content][] {
    const words = REPORT_WORDS[language];
    const { yes, no } = WORDS[language];
    return [
        [words.application, said(application, language)],
        [words.updatedOn, updatedOn === null ? toComplete(language) : say.date(updatedOn)],
        [words.healthData, healthData ? yes : no],
        [words.purposes, said(controller.purposes, language)],
        [words.legalBasis, said(controller.legalBasis, language)],
        [words.subjects, said(controller.subjects, language)],
        [words.data, said(controller.data, language)],
        [words.recipients, said(controller.recipients, language)],
        [words.retention, said(controller.retention, language)],
        [words.transfers, words.seeTransfers],
        [words.clients, said(processor.clients, language)],
        [words.processing, said(processor.processing, language)],
    ];
}

function factsBlocks(title: string, facts: readonly Fact[], context: Context): Block[] {
    return facts.length === 0
        ? [paragraph(REPORT_WORDS[context.language].noFacts)]
        : [{ kind: "text", style: "caption", content: { strong: title } }, ...factsTable(facts, context)];
}

function factsTable(facts: readonly Fact[], { language, resources, own, say }: Context): Block[] {
    const words = REPORT_WORDS[language];
    const rows = rowsOf(facts, resources, language);
    return [
        ...table(
            [
                { title: words.subject, width: 1.6 },
                { title: words.setting, width: 3 },
                { title: words.value, width: 3 },
                { title: words.resources, width: 3.4 },
            ],
            rows.slice(0, MAX_ROWS).map(({ kind, label, value, names }): Content[] => {
                const unnamed = names.length - MOST_NAMED;
                return [
                    kind === "retention" ? words.retentionKind : words[kind],
                    label,
                    value,
                    lines([
                        ...names.slice(0, MOST_NAMED),
                        ...(unnamed > 0 ? [words.more(say.number(unnamed))] : []),
                    ]),
                ];
            }),
        ),
        ...(rows.length > MAX_ROWS ? [paragraph(own.annexes.more(MAX_ROWS, rows.length))] : []),
    ];
}
