import { type Fragment, type Markup, html, joined } from "../html/markup";
import { type Language, notation } from "../words/language";
import { countryName, isInEea } from "./countries";
import type { Actor, RemoteAccess } from "./model";
import { ACTIVITIES, WORDS } from "./page-words";
import { publicationsOf, sentenceOf } from "./publication";
import { lines, said, table, toComplete } from "./tables";

/** Both pages that hold these tables; ids start with `prefix`. */
export interface Place {
    readonly language: Language;
    readonly prefix: string;
}

/** The table of chapter 8 of the référentiel, its seven columns in its order. */
export function guaranteesTable(actors: readonly Actor[], { language, prefix }: Place): Markup {
    const words = WORDS[language];
    return table(
        `${prefix}garanties`,
        words.tableCaption,
        [
            words.actor,
            words.role,
            words.hds,
            words.secNumCloud,
            words.activities,
            words.remoteAccess,
            words.risk,
        ],
        actors.map((actor) => [
            lines([actor.name, verification(actor, language)]),
            words[actor.role],
            hdsCell(actor, language),
            secNumCloudCell(actor, language),
            actor.activities === null ? toComplete(language) : actor.activities.join(", "),
            accessCell(actor.remoteAccess, language),
            riskCell(actor, language),
        ]),
        "guarantees",
    );
}

/** Where each actor stores health data. */
export function storageTable(actors: readonly Actor[], { language, prefix }: Place): Markup {
    const words = WORDS[language];
    const country = (code: string): string =>
        isInEea(code) ? countryName(code, language) : `${countryName(code, language)} (${words.outOfEea})`;
    return table(
        `${prefix}stockage`,
        words.storageCaption,
        [words.actor, words.storage],
        actors.map(({ name, storage }) => [
            name,
            storage === null
                ? toComplete(language)
                : storage.length === 0
                  ? words.storesNothing
                  : lines(storage.map(country)),
        ]),
    );
}

/** Which of the three publications holds for which activities. */
export function publicationsTable(actors: readonly Actor[], { language, prefix }: Place): Markup {
    const words = WORDS[language];
    const all = publicationsOf(actors);
    const rows = [...new Set(all.map(({ publication }) => publication))].map((publication) => {
        const sentence = sentenceOf(publication);
        return [
            lines(
                all
                    .filter((each) => each.publication === publication)
                    .map(({ activity }) => activityName(activity, language)),
            ),
            sentence === undefined ? words.seeTable : fixedSentence(sentence, language),
        ];
    });
    return table(`${prefix}publication`, words.publicationCaption, [words.activity, words.published], rows);
}

/** A sentence of the référentiel as it stands, in French, then in English where that is read. */
export function fixedSentence(
    sentence: { readonly fr: string; readonly en: string },
    language: Language,
): Markup {
    return html`<span lang="fr">«&nbsp;${sentence.fr}&nbsp;»</span>${
            language === "en" && html` (${sentence.en})`
        }`;
}

export function activityName(activity: number, language: Language): string {
    const names: Readonly<Record<string, string>> = ACTIVITIES[language];
    return names[activity.toString()] ?? activity.toString();
}

function verification({ verifiedOn }: Actor, language: Language): Fragment {
    const words = WORDS[language];
    return verifiedOn === null
        ? html`<span class="badge undetermined">${words.unverified}</span>`
        : html`<span class="meta">${words.verified(notation(language).date(verifiedOn))}</span>`;
}

function hdsCell({ hds }: Actor, language: Language): Fragment {
    const { yes, no, exempted } = WORDS[language];
    return hds === null ? toComplete(language) : { certified: yes, notCertified: no, exempted }[hds];
}

function secNumCloudCell({ secNumCloud, activities }: Actor, language: Language): Fragment {
    const words = WORDS[language];
    if (secNumCloud === null) {
        return toComplete(language);
    }
    if (secNumCloud.length === 0) {
        return words.no;
    }
    return activities?.every((activity) => secNumCloud.includes(activity)) === true
        ? words.yes
        : words.qualifiedFor(notation(language).list(secNumCloud.map((activity) => activity.toString())));
}

function accessCell(accesses: readonly RemoteAccess[] | null, language: Language): Fragment {
    const words = WORDS[language];
    if (accesses === null) {
        return toComplete(language);
    }
    return accesses.length === 0 ? words.no : lines(accesses.map((access) => accessLine(access, language)));
}

function accessLine(access: RemoteAccess, language: Language): Fragment {
    const words = WORDS[language];
    const { country, basis, detail } = access;
    return joined(
        [
            words.accessFrom(country === null ? words.unnamedCountry : countryName(country, language)),
            ...(basis === null ? [] : [words[basis]]),
            ...(detail === null ? [] : [said(detail, language)]),
            ...(country === null || basis === null || detail === null ? [toComplete(language)] : []),
        ],
        " – ",
    );
}

/** The country is named, its laws are for the client's documentation. */
function riskCell({ risks }: Actor, language: Language): Fragment {
    const words = WORDS[language];
    if (risks === null) {
        return toComplete(language);
    }
    return risks.length === 0
        ? words.no
        : words.subjectTo(
              notation(language).list(risks.map(({ country }) => countryName(country, language))),
          );
}
