import type { Files } from "../outputs";
import type { Report } from "../model";
import { jsonText } from "./json";

/** The report as it is: what every other format, and the next report, can be made from. */
export function render(report: Report): Files {
    return { "report.json": jsonText(report) };
}
