import { normaliseToken } from "../../policies/token";
import { type Fragment, type Markup, html } from "../html/markup";
import type { Fact, Report } from "../model";
import { type Language, notation } from "../words/language";
import { type Resources, factsTable } from "./facts-table";
import type { Processing, ProcessingActivity } from "./model";
import { REPORT_WORDS, WORDS } from "./page-words";
import { said, table, toComplete } from "./tables";

/** The record of art. 30 of the GDPR: what people wrote, beside the settings of the stack. */
export function processingSection(report: Report, language: Language): Markup {
    const words = REPORT_WORDS[language];
    const resources: Resources = new Map(report.resources.map((resource) => [resource.urn, resource]));
    const processing = report.registers?.processing;
    const [byActivity, others] = divided(report.facts, resources, processing?.activities ?? []);
    return html`<section id="traitements" aria-labelledby="titre-traitements">
        <h2 id="titre-traitements">${words.processingTitle}</h2>
        <p>${words.processingIntro}</p>
        ${processing && heading(processing, language)}
        ${processing?.activities.map((activity) => {
            const facts = byActivity.get(activity) ?? [];
            const id = `traitement-${activity.id}`;
            const name = notation(language).typeset(activity.name[language]);
            return html`<h3 id="${id}">${name}</h3>
                ${record(activity, name, language)}
                ${
                    facts.length === 0
                        ? html`<p class="meta">${words.noFacts}</p>`
                        : factsTable(`${id}-reglages`, words.measuresOf(name), facts, resources, language)
                }`;
        })}
        ${
            others.length > 0 &&
            factsTable(
                "traitements-reglages",
                processing === undefined ? words.allFacts : words.otherFacts,
                others,
                resources,
                language,
            )
        }
    </section>`;
}

/** The facts of each activity, and those of none. */
export function divided(
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

function heading({ organisation }: Processing, language: Language): Fragment {
    const words = REPORT_WORDS[language];
    const { name, contact, controller, dpo } = organisation;
    return table(
        "traitements-organisme",
        words.organisationCaption,
        [words.field, words.entry],
        [
            [words.organisation, name],
            [words.contact, contact ?? toComplete(language)],
            [words.controller, controller ?? toComplete(language)],
            [words.dpo, dpo ?? toComplete(language)],
        ],
    );
}

function record(activity: ProcessingActivity, name: string, language: Language): Fragment {
    const words = REPORT_WORDS[language];
    const { yes, no } = WORDS[language];
    const { controller, processor, updatedOn } = activity;
    return table(
        `traitement-${activity.id}-fiche`,
        words.record(name),
        [words.field, words.entry],
        [
            [words.application, said(activity.application, language)],
            [words.updatedOn, updatedOn === null ? toComplete(language) : notation(language).date(updatedOn)],
            [words.healthData, activity.healthData ? yes : no],
            [words.purposes, said(controller.purposes, language)],
            [words.legalBasis, said(controller.legalBasis, language)],
            [words.subjects, said(controller.subjects, language)],
            [words.data, said(controller.data, language)],
            [words.recipients, said(controller.recipients, language)],
            [words.retention, said(controller.retention, language)],
            [words.transfers, html`<a href="#transferts">${words.seeTransfers}</a>`],
            [words.clients, said(processor.clients, language)],
            [words.processing, said(processor.processing, language)],
        ],
    );
}
