import { v5 } from "uuid";
import type { Report } from "../model";

/** Namespace of the properties and metrics that are the project's own. */
export const NS = "urn:audioprothese-plus:oscal";

/** Namespace of the identifiers: OSCAL takes UUIDs of versions 4 and 5 only. */
const NAMESPACE = v5(NS, v5.URL);

/** The same for the same thing. */
export function uuidOf(...parts: readonly string[]): string {
    return v5(JSON.stringify(parts), NAMESPACE);
}

/** Of a thing of the stack: the same in every report on it. */
export function stackUuid({ project, stack }: Report, ...parts: readonly string[]): string {
    return uuidOf(project, stack, ...parts);
}

export const FILES = {
    results: "oscal-assessment-results.json",
    plan: "oscal-assessment-plan.json",
    catalog: "oscal-catalog-hds.json",
    report: "report.json",
} as const;
