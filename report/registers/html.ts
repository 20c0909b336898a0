import { type Markup, html } from "../html/markup";
import type { Report } from "../model";
import { type Language, notation } from "../words/language";
import { flowDiagram } from "./flow-diagram";
import type { Registers, Responsibilities } from "./model";
import { REPORT_WORDS } from "./page-words";
import { processingRecord } from "./processing";
import { publicationOf, sentenceOf } from "./publication";
import { byActivityTable, byRequirementTable } from "./responsibilities";
import { fixedSentence, registerTable } from "./tables";
import { guaranteesTable, publicationsTable, risksTable, storageTable, suppliersTable } from "./transfers";

/** The sections of the report page that the registers fill; of another program, the settings of its stack alone. */
export function registersSection(report: Report, language: Language): Markup {
    const { registers } = report;
    return html`${
        registers && [
            transfersSection(registers, language),
            responsibilitiesSection(registers.responsibilities, report, language),
        ]
    }
    ${processingSection(report, language)}`;
}

function transfersSection(registers: Registers, language: Language): Markup {
    const words = REPORT_WORDS[language];
    const { actors, suppliers } = registers.subcontractors;
    const sentence = sentenceOf(publicationOf(actors));
    return html`<section id="transferts" aria-labelledby="titre-transferts">
        <h2 id="titre-transferts">${words.transfersTitle}</h2>
        <p>${words.transfersIntro}</p>
        ${
            sentence === undefined
                ? html`<p class="notice">${words.tableHolds}</p>`
                : html`<p>${words.sentenceHolds} ${fixedSentence(sentence, language)}</p>`
        }
        ${flowDiagram(actors, { language, prefix: "transferts-" })}
        ${registerTable("transferts-publication", publicationsTable(actors, language), language)}
        ${registerTable("transferts-garanties", guaranteesTable(actors, language), language, "guarantees")}
        ${registerTable("transferts-stockage", storageTable(actors, language), language)}
        ${registerTable("transferts-risques", risksTable(actors, language), language)}
        ${registerTable("transferts-fournisseurs", suppliersTable(suppliers, language), language)}
    </section>`;
}

function responsibilitiesSection(
    responsibilities: Responsibilities,
    report: Report,
    language: Language,
): Markup {
    const words = REPORT_WORDS[language];
    const { validatedOn } = responsibilities;
    return html`<section id="responsabilites" aria-labelledby="titre-responsabilites">
        <h2 id="titre-responsabilites">${words.responsibilitiesTitle}</h2>
        <p class="${validatedOn === null ? "notice" : "meta"}">
            ${
                validatedOn === null
                    ? words.responsibilitiesToValidate
                    : words.responsibilitiesValid(notation(language).date(validatedOn))
            }
        </p>
        ${registerTable("responsabilites-activites", byActivityTable(responsibilities, language), language)}
        ${registerTable("responsabilites-exigences", byRequirementTable(report, language), language)}
    </section>`;
}

function processingSection(report: Report, language: Language): Markup {
    const words = REPORT_WORDS[language];
    const { organisation, activities, settings } = processingRecord(report, language);
    return html`<section id="traitements" aria-labelledby="titre-traitements">
        <h2 id="titre-traitements">${words.processingTitle}</h2>
        <p>${words.processingIntro}</p>
        ${organisation && registerTable("traitements-organisme", organisation, language)}
        ${activities.map((activity) => {
            const id = `traitement-${activity.id}`;
            return html`<h3 id="${id}">${activity.name}</h3>
                ${registerTable(`${id}-fiche`, activity.record, language)}
                ${
                    activity.settings === undefined
                        ? html`<p class="meta">${words.noFacts}</p>`
                        : registerTable(`${id}-reglages`, activity.settings, language)
                }`;
        })}
        ${settings && registerTable("traitements-reglages", settings, language)}
    </section>`;
}
