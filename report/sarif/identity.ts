import { createHash } from "node:crypto";
import { v5 } from "uuid";
import type { Finding, Report } from "../model";

/** Namespace of the identifiers of SARIF objects. */
const NAMESPACE = v5("urn:audioprothese-plus:sarif", v5.URL);

/** The same for the same thing in every report. */
export function guid(...parts: readonly string[]): string {
    return v5(JSON.stringify(parts), NAMESPACE);
}

/** Of the run that made a report. */
export function runGuid({ project, stack }: Pick<Report, "project" | "stack">, generatedAt: string): string {
    return guid("run", project, stack, generatedAt);
}

/** The same from one report to the next, wherever its resource is declared. */
export function fingerprint({ rule, resource }: Pick<Finding, "rule" | "resource">): string {
    return createHash("sha256").update(`${rule}\n${resource}`).digest("hex");
}
