import type { Report } from "../model";
import type { Files } from "../outputs";
import type { Language } from "../words/language";
import { catalogOf } from "./catalog";
import { CATALOGUED } from "./controls";
import { documentText } from "./document";
import { FILES } from "./identity";
import { assessmentPlan } from "./plan";
import { assessmentResults } from "./results";

/** OSCAL assessment results, the plan that they follow, and the catalogue of HDS where the report has it. */
export function render(report: Report, language: Language): Files {
    const framework = report.frameworks.find(({ id }) => id === CATALOGUED);
    return {
        [FILES.results]: documentText(assessmentResults(report, language)),
        [FILES.plan]: documentText(assessmentPlan(report, language)),
        ...(framework === undefined
            ? {}
            : { [FILES.catalog]: documentText(catalogOf(report, framework, language)) }),
    };
}
