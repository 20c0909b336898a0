import { type Fragment, type Markup, html } from "../html/markup";
import type { Report } from "../model";
import { type Language, notation } from "../words/language";
import { countryName } from "./countries";
import { flowDiagram } from "./flow-diagram";
import type { Registers, Responsibilities } from "./model";
import { REPORT_WORDS, WORDS } from "./page-words";
import { processingSection } from "./processing-section";
import { publicationOf, sentenceOf } from "./publication";
import { lines, said, table, toComplete } from "./tables";
import { activityName, fixedSentence, guaranteesTable, publicationsTable, storageTable } from "./transfers";

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
    const place = { language, prefix: "transferts-" };
    const sentence = sentenceOf(publicationOf(actors));
    return html`<section id="transferts" aria-labelledby="titre-transferts">
        <h2 id="titre-transferts">${words.transfersTitle}</h2>
        <p>${words.transfersIntro}</p>
        ${
            sentence === undefined
                ? html`<p class="notice">${words.tableHolds}</p>`
                : html`<p>${words.sentenceHolds} ${fixedSentence(sentence, language)}</p>`
        }
        ${flowDiagram(actors, place)} ${publicationsTable(actors, place)} ${guaranteesTable(actors, place)}
        ${storageTable(actors, place)} ${risksTable(registers, language)}
        ${
            suppliers.length > 0 &&
            table(
                "transferts-fournisseurs",
                words.suppliersCaption,
                [words.supplier, words.service, words.why],
                suppliers.map(({ name, service, why }) => [name, service, said(why, language)]),
            )
        }
    </section>`;
}

function risksTable({ subcontractors: { actors } }: Registers, language: Language): Fragment {
    const words = REPORT_WORDS[language];
    const rows = actors.flatMap(({ name, risks }) =>
        (risks ?? []).map(({ country, laws, measures, residual }) => [
            name,
            countryName(country, language),
            laws === null ? toComplete(language) : lines(laws),
            said(measures, language),
            said(residual, language),
        ]),
    );
    const columns = [WORDS[language].actor, words.country, words.laws, words.measures, words.residual];
    return rows.length > 0 && table("transferts-risques", words.risksCaption, columns, rows);
}

function responsibilitiesSection(
    { validatedOn, activities }: Responsibilities,
    report: Report,
    language: Language,
): Markup {
    const words = REPORT_WORDS[language];
    return html`<section id="responsabilites" aria-labelledby="titre-responsabilites">
        <h2 id="titre-responsabilites">${words.responsibilitiesTitle}</h2>
        <p class="${validatedOn === null ? "notice" : "meta"}">
            ${
                validatedOn === null
                    ? words.responsibilitiesToValidate
                    : words.responsibilitiesValid(notation(language).date(validatedOn))
            }
        </p>
        ${table(
            "responsabilites-activites",
            words.byActivity,
            [WORDS[language].activity, words.client, WORDS[language].host, words.subcontractors],
            activities.map(({ activity, client, host, subcontractors }) => [
                activityName(activity, language),
                said(client, language),
                said(host, language),
                said(subcontractors, language),
            ]),
        )}
        ${byRequirement(report, language)}
    </section>`;
}

/** What the host answers for: how many rules look at each requirement, and who of the host holds the evidence. */
function byRequirement({ frameworks, evidence }: Report, language: Language): Fragment {
    const words = REPORT_WORDS[language];
    const written = notation(language);
    const documents = new Map(evidence.map((document) => [document.id, document]));
    const requirements = frameworks.find(({ id }) => id === "hds")?.requirements ?? [];
    return (
        requirements.length > 0 &&
        table(
            "responsabilites-exigences",
            words.byRequirement,
            [words.requirement, words.activities, words.rules, words.evidence],
            requirements.map(({ id, title, activities, rules, evidence: document }) => {
                const needed = documents.get(document ?? "");
                return [
                    written.typeset(`${id} – ${title[language]}`),
                    activities?.join(", ") ?? words.none,
                    rules.length === 0
                        ? words.none
                        : written.counted(rules.length, words.rule, words.rulesMany),
                    needed === undefined
                        ? words.none
                        : written.typeset(`${needed.document[language]} (${needed.owner[language]})`),
                ];
            }),
        )
    );
}
