import type { Report } from "../model";
import { type Language, notation } from "../words/language";
import type { AssessmentAssets, Component, Metadata, Origin, Resource, Role } from "./document";
import { FILES, stackUuid } from "./identity";
import { line, property, prose, value } from "./text";
import { WORDS } from "./words";

/** The version that trestle is written for: releases of it that check the version take 1.2.0 and 1.2.1 only. */
const OSCAL_VERSION = "1.2.1";

/** What each document says of itself. */
export function metadata(
    report: Report,
    language: Language,
    own: { readonly title: string; readonly roles?: readonly Role[]; readonly remarks: readonly string[] },
): Metadata {
    const { project, generatedAt } = report;
    const party = stackUuid(report, "party");
    const author = "prepared-by";
    return {
        title: line(own.title, language),
        "last-modified": generatedAt,
        version: generatedAt,
        "oscal-version": OSCAL_VERSION,
        props: [property("langue", language, language)],
        roles: [{ id: author, title: WORDS[language].preparedBy }, ...(own.roles ?? [])],
        parties: [{ uuid: party, type: "organization", name: value(project, language) }],
        "responsible-parties": [{ "role-id": author, "party-uuids": [party] }],
        remarks: prose(
            own.remarks.map((text) => notation(language).typeset(text)),
            language,
        ),
    };
}

/** The rules, as the software that assessed. */
export function toolOf(report: Report, language: Language): Component {
    const own = WORDS[language];
    return {
        uuid: toolUuid(report),
        type: "software",
        title: line(own.tool, language),
        description: prose([notation(language).typeset(own.toolRole)], language),
        props: report.engine ? [property("version-moteur", report.engine.version, language)] : [],
        status: { state: "operational" },
    };
}

export function assetsOf(report: Report, language: Language): AssessmentAssets {
    return {
        "assessment-platforms": [
            {
                uuid: stackUuid(report, "platform"),
                title: line(WORDS[language].platform, language),
                "uses-components": [{ "component-uuid": toolUuid(report) }],
            },
        ],
    };
}

/** Who says what comes from the rules. */
export function originOf(report: Report): Origin {
    return { actors: [{ type: "tool", "actor-uuid": toolUuid(report) }] };
}

/** The whole report, beside these documents. */
export function reportResource(report: Report, language: Language): Resource {
    return {
        uuid: reportUuid(report),
        title: line(WORDS[language].reportFile, language),
        rlinks: [{ href: `./${FILES.report}` }],
    };
}

export function reportUuid(report: Report): string {
    return stackUuid(report, "report");
}

function toolUuid(report: Report): string {
    return stackUuid(report, "tool");
}
