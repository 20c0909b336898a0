import { normaliseToken } from "../../policies/token";
import type { Fact, Report } from "../model";
import { type Language, notation } from "../words/language";
import { type RegisterTable, entered, line, said, toComplete } from "./cells";
import { type Resources, factsTable } from "./facts-table";
import type { Processing, ProcessingActivity } from "./model";
import { REPORT_WORDS, WORDS } from "./page-words";

/** An activity: what people wrote, beside the settings of the stack, if any. */
export interface ActivityRecord {
    readonly id: string;
    readonly name: string;
    readonly record: RegisterTable;
    readonly settings?: RegisterTable;
}

/** The record of art. 30 of the GDPR; `settings` are those of no activity. */
export interface ProcessingRecord {
    readonly organisation?: RegisterTable;
    readonly activities: readonly ActivityRecord[];
    readonly settings?: RegisterTable;
}

export function processingRecord(report: Report, language: Language): ProcessingRecord {
    const words = REPORT_WORDS[language];
    const resources: Resources = new Map(report.resources.map((resource) => [resource.urn, resource]));
    const processing = report.registers?.processing;
    const [byActivity, others] = divided(report.facts, resources, processing?.activities ?? []);
    const settings = (caption: string, facts: readonly Fact[]) =>
        facts.length === 0 ? {} : { settings: factsTable(caption, facts, resources, language) };
    return {
        ...(processing && { organisation: organisationTable(processing, language) }),
        activities: (processing?.activities ?? []).map((activity) => {
            const name = notation(language).typeset(activity.name[language]);
            return {
                id: activity.id,
                name,
                record: recordTable(activity, name, language),
                ...settings(words.measuresOf(name), byActivity.get(activity) ?? []),
            };
        }),
        ...settings(processing === undefined ? words.allFacts : words.otherFacts, others),
    };
}

/** The facts of each activity, and those of none. */
function divided(
    facts: readonly Fact[],
    resources: Resources,
    activities: readonly ProcessingActivity[],
): readonly [ReadonlyMap<ProcessingActivity, readonly Fact[]>, readonly Fact[]] {
    const byActivity = new Map<ProcessingActivity, Fact[]>();
    const others: Fact[] = [];
    for (const fact of facts) {
        const type = normaliseToken(resources.get(fact.resource)?.type ?? "");
        const activity = activities.find((each) => each.resources.some((start) => begins(type, start)));
        if (activity === undefined) {
            others.push(fact);
        } else {
            const own = byActivity.get(activity) ?? [];
            byActivity.set(activity, own);
            own.push(fact);
        }
    }
    return [byActivity, others];
}

/** Whether a type is of a package, of a module or is itself what the beginning names. */
function begins(type: string, beginning: string): boolean {
    return type === beginning || type.startsWith(`${beginning}:`);
}

function organisationTable({ organisation }: Processing, language: Language): RegisterTable {
    const words = REPORT_WORDS[language];
    const { name, contact, controller, dpo } = organisation;
    return {
        caption: words.organisationCaption,
        columns: [words.field, words.entry],
        rows: [
            [line(words.organisation), line(name)],
            [line(words.contact), entered(contact, language)],
            [line(words.controller), entered(controller, language)],
            [line(words.dpo), entered(dpo, language)],
        ],
    };
}

function recordTable(activity: ProcessingActivity, name: string, language: Language): RegisterTable {
    const words = REPORT_WORDS[language];
    const { yes, no } = WORDS[language];
    const { controller, processor, updatedOn } = activity;
    return {
        caption: words.record(name),
        columns: [words.field, words.entry],
        rows: [
            [line(words.application), said(activity.application, language)],
            [
                line(words.updatedOn),
                line(updatedOn === null ? toComplete(language) : notation(language).date(updatedOn)),
            ],
            [line(words.healthData), line(activity.healthData ? yes : no)],
            [line(words.purposes), said(controller.purposes, language)],
            [line(words.legalBasis), said(controller.legalBasis, language)],
            [line(words.subjects), said(controller.subjects, language)],
            [line(words.data), said(controller.data, language)],
            [line(words.recipients), said(controller.recipients, language)],
            [line(words.retention), said(controller.retention, language)],
            [line(words.transfers), line(words.seeTransfers)],
            [line(words.clients), said(processor.clients, language)],
            [line(words.processing), said(processor.processing, language)],
        ],
    };
}
