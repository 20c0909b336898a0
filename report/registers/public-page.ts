import { type Markup, html } from "../html/markup";
import { selfContained } from "../html/self-contained";
import { STYLE } from "../html/style";
import { readable } from "../html/text";
import { wording } from "../html/wording";
import type { Report } from "../model";
import type { Files } from "../outputs";
import { type Language, notation } from "../words/language";
import type { Registers } from "./model";
import { isOpen, publicationOf, sentenceOf } from "./publication";
import { REGISTERS_STYLE } from "./style";
import { fixedSentence, registerTable } from "./tables";
import { guaranteesTable, publicationsTable, storageTable } from "./transfers";

const PAGE_WORDS = wording(
    {
        title: "Transferts de données de santé hors de l’Espace économique européen",
        reference:
            "Information du public selon l’exigence n°\u00a031 du référentiel de certification « hébergeur de données de santé » (arrêté du 26 avril 2024).",
        host: "Hébergeur :",
        updated: (date: string) => `Mise à jour le ${date}.`,
        draft: "Projet : des déclarations restent à compléter ou à vérifier avant publication.",
    },
    {
        title: "Transfers of health data out of the European Economic Area",
        reference:
            "Public information under requirement 31 of the French framework for the certification of health data hosts (order of 26 April 2024). The French text is authoritative.",
        host: "Host:",
        updated: (date: string) => `Updated on ${date}.`,
        draft: "Draft: statements are still to be completed or verified before publication.",
    },
);

const PAGE_STYLE = STYLE + REGISTERS_STYLE;

const OTHER: Readonly<Record<Language, Language>> = { fr: "en", en: "fr" };

/** The page that the host publishes: nothing of the stack, of its findings or of where evidence is kept stands in it. */
export function transfersPage(registers: Registers, language: Language): string {
    const other = OTHER[language];
    return selfContained({
        language,
        title: PAGE_WORDS[language].title,
        style: PAGE_STYLE,
        body: html`<div id="page">
            <header>
                <p class="brand">AudioProthèse+</p>
                <h1>${PAGE_WORDS[language].title}</h1>
                <p><a href="#${other}" lang="${other}">${PAGE_WORDS[other].title}</a></p>
            </header>
            <main>${body(registers, language, true)} ${body(registers, other, false)}</main>
        </div>`,
    });
}

export function render({ registers }: Report, language: Language): Files {
    return registers === undefined ? {} : { "transferts-hds.html": transfersPage(registers, language) };
}

function body(whole: Registers, language: Language, first: boolean): Markup {
    const { actors, updatedOn } = readable(whole, language).subcontractors;
    const words = PAGE_WORDS[language];
    const sentence = sentenceOf(publicationOf(actors));
    const hosts = actors.filter(({ role }) => role === "host").map(({ name }) => name);
    return html`<section id="${language}" lang="${language}" aria-labelledby="${language}-titre">
        <h2 id="${language}-titre">
            ${first ? `${words.host} ${notation(language).list(hosts)}` : words.title}
        </h2>
        <p>${words.reference} ${words.updated(notation(language).date(updatedOn))}</p>
        ${actors.some(isOpen) && html`<p class="notice">${words.draft}</p>`}
        ${sentence && html`<p class="headline">${fixedSentence(sentence, language)}</p>`}
        ${registerTable(`${language}-publication`, publicationsTable(actors, language), language)}
        ${
            sentence === undefined &&
            registerTable(`${language}-garanties`, guaranteesTable(actors, language), language, "guarantees")
        }
        ${registerTable(`${language}-stockage`, storageTable(actors, language), language)}
    </section>`;
}
