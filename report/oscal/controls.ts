import { labelled } from "../words/labelled";
import type { Language } from "../words/language";
import { webAddress } from "../words/web-address";
import { STATUSES, words } from "../words/words";
import type { Report, ReportFramework, StatusCounts } from "../model";
import { STATUS_CODES } from "./codes";
import type { Property, Resource, ReviewedControls } from "./document";
import { FILES, stackUuid } from "./identity";
import { line, property, prose } from "./text";
import { controlsOf, objectiveOf } from "./tokens";
import { WORDS } from "./words";

/**
 * The requirements assessed, a selection for each framework; those that do not apply are excluded. One result holds all
 * frameworks: a rule that several cite gives one observation and one risk, not one for each.
 */
export function reviewedControls(report: Report, language: Language, tallies: boolean): ReviewedControls {
    const parts = report.frameworks.map((framework) => {
        const controls = controlsOf(framework);
        const ids = (applicable: boolean) =>
            framework.requirements
                .filter(({ status }) => (status !== "notApplicable") === applicable)
                .map(({ id }) => controls.get(id) ?? id);
        return { framework, included: ids(true), excluded: ids(false) };
    });
    const selections = parts.map(({ framework, included, excluded }) => ({
        description: prose([`${framework.title[language]}, ${framework.version}`], language),
        props: [
            property("referentiel", framework.id, language),
            property("version-referentiel", framework.version, language),
            ...(framework.packVersion === undefined
                ? []
                : [property("version-regles", framework.packVersion, language)]),
            ...(tallies ? statusProperties(framework.statuses, language) : []),
        ],
        links: [{ href: `#${frameworkUuid(report, framework)}`, rel: "reference" }],
        ...(included.length === 0
            ? { "include-all": {} }
            : { "include-controls": included.map((id) => ({ "control-id": id })) }),
        "exclude-controls": excluded.map((id) => ({ "control-id": id })),
        ...reasons(framework, language),
    }));
    return {
        // OSCAL wants one at least, and each to include something, if only to exclude it.
        "control-selections":
            selections.length === 0
                ? [{ description: prose([WORDS[language].noFramework], language), "include-all": {} }]
                : selections,
        "control-objective-selections": parts
            .filter(({ included }) => included.length > 0)
            .map(({ included }) => ({
                "include-objectives": included.map((id) => ({ "objective-id": objectiveOf(id) })),
            })),
    };
}

/** Why the excluded do not apply. */
function reasons({ requirements }: ReportFramework, language: Language): { remarks?: string } {
    const excluded = requirements.filter(({ status }) => status === "notApplicable");
    return excluded.length === 0
        ? {}
        : {
              remarks: prose(
                  excluded.map(({ id, why }) =>
                      labelled(
                          `${id}, ${words(language).status.notApplicable}`,
                          why?.[language] ?? "",
                          language,
                      ),
                  ),
                  language,
              ),
          };
}

/** How many requirements have each status. */
export function statusProperties(statuses: StatusCounts, language: Language): readonly Property[] {
    return STATUSES.map((status) =>
        property(`exigences-${STATUS_CODES[status]}`, statuses[status], language),
    );
}

/** Where the requirements stand: the catalogue beside this document, or the text itself. */
export function frameworkResource(report: Report, framework: ReportFramework, language: Language): Resource {
    const url = webAddress(framework.url);
    return {
        uuid: frameworkUuid(report, framework),
        title: line(framework.title[language], language),
        rlinks: [
            ...(framework.id === CATALOGUED ? [{ href: `./${FILES.catalog}` }] : []),
            ...(url === undefined ? [] : [{ href: url }]),
        ],
    };
}

/** The framework that a catalogue is made of. */
export const CATALOGUED = "hds";

function frameworkUuid(report: Report, { id }: ReportFramework): string {
    return stackUuid(report, "framework", id);
}
