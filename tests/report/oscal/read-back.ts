import type { Control, Finding, Metadata, Observation, Property, Risk } from "../../../report/oscal/document";
import { render } from "../../../report/oscal/report-oscal";
import type { Report } from "../../../report/model";
import type { Language } from "../../../report/words/language";

export interface Result {
    readonly description: string;
    readonly props: readonly Property[];
    readonly "local-definitions": { readonly "inventory-items"?: readonly { readonly uuid: string }[] };
    readonly "reviewed-controls": {
        readonly "control-selections": readonly {
            readonly props: readonly Property[];
            readonly "include-controls"?: readonly { readonly "control-id": string }[];
            readonly "exclude-controls"?: readonly { readonly "control-id": string }[];
            readonly remarks?: string;
        }[];
    };
    readonly observations?: readonly Observation[];
    readonly risks?: readonly Risk[];
    readonly findings?: readonly Finding[];
}

/** The documents as a reader of OSCAL has them. */
export function documentsOf(report: Report, language: Language = "fr"): ReadonlyMap<string, unknown> {
    return new Map(
        Object.entries(render(report, language)).map(([name, content]) => [
            name,
            JSON.parse(content as string) as unknown,
        ]),
    );
}

export function resultsOf(
    report: Report,
    language: Language = "fr",
): { readonly metadata: Metadata; readonly result: Result } {
    const document = documentsOf(report, language).get("oscal-assessment-results.json") as {
        "assessment-results": { metadata: Metadata; results: readonly Result[] };
    };
    const { metadata, results } = document["assessment-results"];
    const [result, ...others] = results;
    if (result === undefined || others.length > 0) {
        throw new Error(`expected one result, got ${results.length.toString()}`);
    }
    return { metadata, result };
}

export function controlsOfCatalog(report: Report): readonly Control[] {
    const document = documentsOf(report).get("oscal-catalog-hds.json") as {
        catalog: { groups: readonly { controls: readonly Control[] }[] };
    };
    return document.catalog.groups.flatMap(({ controls }) => controls);
}

export function valueOf(props: readonly Property[], name: string): string | undefined {
    return props.find((property) => property.name === name)?.value;
}
