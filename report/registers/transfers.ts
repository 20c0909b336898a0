import { type Language, notation } from "../words/language";
import { type Cell, type RegisterTable, type Run, entered, line, said, toComplete } from "./cells";
import { countryName, isInEea } from "./countries";
import type { Actor, RemoteAccess, Supplier } from "./model";
import { ACTIVITIES, REPORT_WORDS, WORDS } from "./page-words";
import { publicationsOf, sentenceOf } from "./publication";

/** The table of chapter 8 of the référentiel, its seven columns in its order. */
export function guaranteesTable(actors: readonly Actor[], language: Language): RegisterTable {
    const words = WORDS[language];
    return {
        caption: words.tableCaption,
        columns: [
            words.actor,
            words.role,
            words.hds,
            words.secNumCloud,
            words.activities,
            words.remoteAccess,
            words.risk,
        ],
        rows: actors.map((actor) => [
            actorCell(actor, language),
            line(words[actor.role]),
            line(hds(actor, language)),
            line(secNumCloud(actor, language)),
            actor.activities === null
                ? line(toComplete(language))
                : actor.activities.map((activity) => [activityName(activity, language)]),
            accessCell(actor.remoteAccess, language),
            line(risk(actor, language)),
        ]),
    };
}

/** Where each actor stores health data. */
export function storageTable(actors: readonly Actor[], language: Language): RegisterTable {
    const words = WORDS[language];
    const country = (code: string): string =>
        isInEea(code) ? countryName(code, language) : `${countryName(code, language)} (${words.outOfEea})`;
    return {
        caption: words.storageCaption,
        columns: [words.actor, words.storage],
        rows: actors.map((actor) => [
            actorCell(actor, language),
            actor.storage === null
                ? line(toComplete(language))
                : actor.storage.length === 0
                  ? line(words.storesNothing)
                  : actor.storage.map((code) => [country(code)]),
        ]),
    };
}

/** Which of the three publications holds for which activities. */
export function publicationsTable(actors: readonly Actor[], language: Language): RegisterTable {
    const words = WORDS[language];
    const all = publicationsOf(actors);
    return {
        caption: words.publicationCaption,
        columns: [words.activity, words.published],
        rows: [...new Set(all.map(({ publication }) => publication))].map((publication) => {
            const fixed = sentenceOf(publication);
            return [
                all
                    .filter((each) => each.publication === publication)
                    .map(({ activity }) => [activityName(activity, language)]),
                line(fixed === undefined ? words.seeTable : { fixed }),
            ];
        }),
    };
}

/** What the contract and the client's documentation tell; nothing of it is public. */
export function risksTable(actors: readonly Actor[], language: Language): RegisterTable {
    const words = REPORT_WORDS[language];
    return {
        caption: words.risksCaption,
        columns: [WORDS[language].actor, words.country, words.laws, words.measures, words.residual],
        rows: actors.flatMap((actor) =>
            (actor.risks ?? []).map(({ country, laws, measures, residual }) => [
                actorCell(actor, language),
                line(countryName(country, language)),
                laws === null ? line(toComplete(language)) : laws.map((law) => [law]),
                said(measures, language),
                said(residual, language),
            ]),
        ),
    };
}

export function suppliersTable(suppliers: readonly Supplier[], language: Language): RegisterTable {
    const words = REPORT_WORDS[language];
    return {
        caption: words.suppliersCaption,
        columns: [words.supplier, words.service, words.why],
        rows: suppliers.map(({ name, service, why }) => [
            entered(name, language),
            entered(service, language),
            said(why, language),
        ]),
    };
}

export function activityName(activity: number, language: Language): string {
    const names: Readonly<Record<string, string>> = ACTIVITIES[language];
    return names[activity.toString()] ?? activity.toString();
}

/** An actor, and since when what is declared of it is verified, wherever something is declared of it. */
function actorCell({ name, verifiedOn }: Actor, language: Language): Cell {
    const words = WORDS[language];
    return [
        [name],
        [
            verifiedOn === null
                ? { open: words.unverified }
                : { quiet: words.verified(notation(language).date(verifiedOn)) },
        ],
    ];
}

function hds({ hds: certified }: Actor, language: Language): Run {
    const { yes, no, exempted } = WORDS[language];
    return certified === null
        ? toComplete(language)
        : { certified: yes, notCertified: no, exempted }[certified];
}

function secNumCloud({ secNumCloud: qualified, activities }: Actor, language: Language): Run {
    const words = WORDS[language];
    if (qualified === null) {
        return toComplete(language);
    }
    if (qualified.length === 0) {
        return words.no;
    }
    return activities?.every((activity) => qualified.includes(activity)) === true
        ? words.yes
        : words.qualifiedFor(notation(language).list(qualified.map((activity) => activity.toString())));
}

function accessCell(accesses: readonly RemoteAccess[] | null, language: Language): Cell {
    if (accesses === null) {
        return line(toComplete(language));
    }
    return accesses.length === 0
        ? line(WORDS[language].no)
        : accesses.map((access) => accessLine(access, language));
}

function accessLine({ country, basis, detail }: RemoteAccess, language: Language): readonly Run[] {
    const words = WORDS[language];
    const open = country === null || basis === null || detail === null;
    return [
        [
            words.accessFrom(country === null ? words.unnamedCountry : countryName(country, language)),
            ...(basis === null ? [] : [words[basis]]),
            ...(detail === null ? [] : [notation(language).typeset(detail[language])]),
        ].join(" – "),
        ...(open ? [" – ", toComplete(language)] : []),
    ];
}

/** The country is named, its laws are for the client's documentation. */
function risk({ risks }: Actor, language: Language): Run {
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
