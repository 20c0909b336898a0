import { countryName, isInEea } from "../registers/countries";
import type { Actor, Registers, RemoteAccess } from "../registers/model";
import { REPORT_WORDS, WORDS } from "../registers/page-words";
import { publicationsOf, sentenceOf } from "../registers/publication";
import { activityName } from "../registers/transfers";
import { type Language, type Text, notation } from "../words/language";
import { type Block, type Content, type Piece, heading, paragraph, table } from "./blocks";
import { lines, said, toComplete } from "./declared";

/** What requirements 28 to 31 of the référentiel HDS have declared and published. */
export function transfersBlocks(registers: Registers, language: Language): Block[] {
    const words = REPORT_WORDS[language];
    const { actors } = registers.subcontractors;
    const sentence = sentenceOf(registers.publication);
    return [
        paragraph(words.transfersIntro),
        {
            kind: "notice",
            content:
                sentence === undefined
                    ? words.tableHolds
                    : [words.sentenceHolds, " ", ...fixedSentence(sentence, language)],
        },
        ...publicationsTable(actors, language),
        ...guaranteesTable(actors, language),
        ...storageTable(actors, language),
        ...risksTable(actors, language),
        ...suppliersTable(registers, language),
    ];
}

/** A sentence of the référentiel as it stands, in French, then in English where that is read. */
function fixedSentence(sentence: Text, language: Language): Piece[] {
    return [{ french: `« ${sentence.fr} »` }, ...(language === "en" ? [` (${sentence.en})`] : [])];
}

function publicationsTable(actors: readonly Actor[], language: Language): Block[] {
    const words = WORDS[language];
    return [
        heading(3, words.publicationCaption),
        ...table(
            [
                { title: words.activity, width: 3 },
                { title: words.published, width: 5 },
            ],
            publicationsOf(actors).map(({ activity, publication }) => {
                const sentence = sentenceOf(publication);
                return [
                    activityName(activity, language),
                    sentence === undefined ? words.seeTable : fixedSentence(sentence, language),
                ];
            }),
        ),
    ];
}

/** The table of chapter 8 of the référentiel, its seven columns in its order. */
function guaranteesTable(actors: readonly Actor[], language: Language): Block[] {
    const words = WORDS[language];
    return [
        heading(3, words.tableCaption),
        ...table(
            [
                { title: words.actor, width: 1.8 },
                { title: words.role, width: 1.8 },
                { title: words.hds, width: 1.2 },
                { title: words.secNumCloud, width: 1.8 },
                { title: words.activities, width: 2.4 },
                { title: words.remoteAccess, width: 2.4 },
                { title: words.risk, width: 2.6 },
            ],
            actors.map((actor) => [
                [[{ strong: actor.name }], [verification(actor, language)]],
                words[actor.role],
                hdsCell(actor, language),
                secNumCloudCell(actor, language),
                actor.activities === null
                    ? toComplete(language)
                    : lines(actor.activities.map((activity) => activityName(activity, language))),
                accessCell(actor.remoteAccess, language),
                riskCell(actor, language),
            ]),
        ),
    ];
}

function verification({ verifiedOn }: Actor, language: Language): Piece {
    const words = WORDS[language];
    return verifiedOn === null
        ? { mark: "undetermined", text: words.unverified }
        : { quiet: words.verified(notation(language).date(verifiedOn)) };
}

function hdsCell({ hds }: Actor, language: Language): Piece {
    const { yes, no, exempted } = WORDS[language];
    return hds === null ? toComplete(language) : { certified: yes, notCertified: no, exempted }[hds];
}

function secNumCloudCell({ secNumCloud, activities }: Actor, language: Language): Piece {
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

function accessCell(accesses: readonly RemoteAccess[] | null, language: Language): Content {
    const words = WORDS[language];
    if (accesses === null) {
        return toComplete(language);
    }
    return accesses.length === 0
        ? words.no
        : accesses.map(({ country, basis, detail }): Piece[] => [
              words.accessFrom(country === null ? words.unnamedCountry : countryName(country, language)),
              ...(basis === null ? [] : [` – ${words[basis]}`]),
              ...(detail === null ? [] : [` – ${detail[language]}`]),
              ...(country === null || basis === null || detail === null ? [" – ", toComplete(language)] : []),
          ]);
}

/** The country is named, its laws are for the client's documentation. */
function riskCell({ risks }: Actor, language: Language): Piece {
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

function storageTable(actors: readonly Actor[], language: Language): Block[] {
    const words = WORDS[language];
    const country = (code: string): string =>
        isInEea(code) ? countryName(code, language) : `${countryName(code, language)} (${words.outOfEea})`;
    return [
        heading(3, words.storageCaption),
        ...table(
            [
                { title: words.actor, width: 3 },
                { title: words.storage, width: 5 },
            ],
            actors.map(({ name, storage }) => [
                name,
                storage === null
                    ? toComplete(language)
                    : storage.length === 0
                      ? words.storesNothing
                      : lines(storage.map(country)),
            ]),
        ),
    ];
}

function risksTable(actors: readonly Actor[], language: Language): Block[] {
    const words = REPORT_WORDS[language];
    const rows = actors.flatMap(({ name, risks }) =>
        (risks ?? []).map(({ country, laws, measures, residual }): Content[] => [
            name,
            countryName(country, language),
            laws === null ? toComplete(language) : lines(laws),
            said(measures, language),
            said(residual, language),
        ]),
    );
    return rows.length === 0
        ? []
        : [
              heading(3, words.risksCaption),
              ...table(
                  [
                      { title: WORDS[language].actor, width: 2 },
                      { title: words.country, width: 1.5 },
                      { title: words.laws, width: 2 },
                      { title: words.measures, width: 3 },
                      { title: words.residual, width: 3 },
                  ],
                  rows,
              ),
          ];
}

function suppliersTable({ subcontractors: { suppliers } }: Registers, language: Language): Block[] {
    const words = REPORT_WORDS[language];
    return suppliers.length === 0
        ? []
        : [
              heading(3, words.suppliersCaption),
              ...table(
                  [
                      { title: words.supplier, width: 2 },
                      { title: words.service, width: 2.5 },
                      { title: words.why, width: 4 },
                  ],
                  suppliers.map(({ name, service, why }) => [name, service, said(why, language)]),
              ),
          ];
}
