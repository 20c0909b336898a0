import type { Cell, RegisterTable, Run } from "../registers/cells";
import type { Registers } from "../registers/model";
import { REPORT_WORDS } from "../registers/page-words";
import { processingRecord } from "../registers/processing";
import { publicationOf, sentenceOf } from "../registers/publication";
import { byActivityTable, byRequirementTable } from "../registers/responsibilities";
import {
    guaranteesTable,
    publicationsTable,
    risksTable,
    storageTable,
    suppliersTable,
} from "../registers/transfers";
import type { Language, Text } from "../words/language";
import { type Block, type Content, type Piece, heading, paragraph, table } from "./blocks";
import type { Context } from "./context";

/** Rows of one table of settings; `report.json` has all. */
const MAX_ROWS = 200;

/** The registers that people keep, beside the settings of the stack that bear on them. */
export function registersBlocks(context: Context): Block[] {
    const { report, own, language } = context;
    const { registers } = report;
    const words = REPORT_WORDS[language];
    return [
        heading(1, own.registers.title),
        ...(registers === undefined
            ? [paragraph(own.registers.absent)]
            : [
                  heading(2, words.transfersTitle),
                  ...transfersBlocks(registers, language),
                  heading(2, words.responsibilitiesTitle),
                  ...responsibilitiesBlocks(registers, context),
              ]),
        heading(2, words.processingTitle),
        ...processingBlocks(context),
    ];
}

/** What requirements 28 to 31 of the référentiel HDS have declared and published. */
function transfersBlocks({ subcontractors }: Registers, language: Language): Block[] {
    const words = REPORT_WORDS[language];
    const { actors, suppliers } = subcontractors;
    const sentence = sentenceOf(publicationOf(actors));
    return [
        paragraph(words.transfersIntro),
        {
            kind: "notice",
            content:
                sentence === undefined
                    ? words.tableHolds
                    : [words.sentenceHolds, " ", ...fixedSentence(sentence, language)],
        },
        ...registerBlocks(publicationsTable(actors, language), [3, 5], language),
        ...registerBlocks(guaranteesTable(actors, language), [1.8, 1.8, 1.2, 1.8, 2.4, 2.4, 2.6], language),
        ...registerBlocks(storageTable(actors, language), [3, 5], language),
        ...registerBlocks(risksTable(actors, language), [2, 1.5, 2, 3, 3], language),
        ...registerBlocks(suppliersTable(suppliers, language), [2, 2.5, 4], language),
    ];
}

function responsibilitiesBlocks(
    { responsibilities }: Registers,
    { report, language, say }: Context,
): Block[] {
    const words = REPORT_WORDS[language];
    const { validatedOn } = responsibilities;
    return [
        {
            kind: "notice",
            content:
                validatedOn === null
                    ? words.responsibilitiesToValidate
                    : words.responsibilitiesValid(say.date(validatedOn)),
        },
        ...registerBlocks(byActivityTable(responsibilities, language), [2.4, 3, 3, 3], language),
        ...registerBlocks(byRequirementTable(report, language), [4, 1.6, 1.6, 4], language),
    ];
}

/** The record of art. 30 of the GDPR: what people wrote, beside the settings of the stack. */
function processingBlocks({ report, own, language }: Context): Block[] {
    const words = REPORT_WORDS[language];
    const { organisation, activities, settings } = processingRecord(report, language);
    const settingsBlocks = (register: RegisterTable): Block[] => [
        ...registerBlocks(
            { ...register, rows: register.rows.slice(0, MAX_ROWS) },
            [1.6, 3, 3, 3.4],
            language,
        ),
        ...(register.rows.length > MAX_ROWS
            ? [paragraph(own.annexes.more(MAX_ROWS, register.rows.length))]
            : []),
    ];
    return [
        paragraph(words.processingIntro),
        ...(organisation === undefined ? [] : recordBlocks(organisation, language)),
        ...activities.flatMap(({ record, settings: measures }) => [
            ...recordBlocks(record, language),
            ...(measures === undefined ? [paragraph(words.noFacts)] : settingsBlocks(measures)),
        ]),
        ...(settings === undefined ? [] : settingsBlocks(settings)),
    ];
}

/** Nothing of a table without rows. */
function registerBlocks(
    { caption, columns, rows }: RegisterTable,
    widths: readonly number[],
    language: Language,
): Block[] {
    return rows.length === 0
        ? []
        : [
              heading(3, caption),
              ...table(
                  columns.map((title, index) => ({ title, width: widths[index] ?? 1 })),
                  rows.map((row) => row.map((cell) => content(cell, language))),
              ),
          ];
}

/** A table of fields and their entries. */
function recordBlocks({ caption, rows }: RegisterTable, language: Language): Block[] {
    return [
        heading(3, caption),
        {
            kind: "facts",
            rows: rows.map(([[[field = ""] = []] = [], entry = []]) => [
                typeof field === "string" ? field : "",
                content(entry, language),
            ]),
        },
    ];
}

function content(cell: Cell, language: Language): Content {
    return cell.map((line) => line.flatMap((run) => pieces(run, language)));
}

function pieces(run: Run, language: Language): Piece[] {
    if (typeof run === "string" || "quiet" in run) {
        return [run];
    }
    return "open" in run ? [{ mark: "undetermined", text: run.open }] : fixedSentence(run.fixed, language);
}

/** A sentence of the référentiel as it stands, in French, then in English where that is read. */
function fixedSentence(sentence: Text, language: Language): Piece[] {
    return [{ french: `« ${sentence.fr} »` }, ...(language === "en" ? [` (${sentence.en})`] : [])];
}
