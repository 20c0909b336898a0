/** What each format of a report costs: time to make it, and its size. */
import type { Report } from "../report/model";
import { type Content, FORMATS, render } from "../report/outputs";
import { syntheticReport } from "../tests/report/synthetic";
import type { Figure } from "./figures";

const RESOURCES = 10_000;
const RULES = 150;

/** Figures of a report of 10,000 resources judged by 150 rules. */
export function largeReportFigures(rounds: number): Promise<Figure[]> {
    return formatFigures("10,000 resources", syntheticReport({ resources: RESOURCES, rules: RULES }), rounds);
}

/** Figures of one report. */
export async function formatFigures(name: string, report: Report, rounds: number): Promise<Figure[]> {
    const figures: Figure[] = [];
    for (const format of FORMATS) {
        const seconds: number[] = [];
        const megabytes: number[] = [];
        for (let round = 0; round < rounds; round += 1) {
            const started = process.hrtime.bigint();
            const files = await render(format, report, "fr");
            const bytes = Object.values(files).reduce((sum, content) => sum + sizeOf(content), 0);
            seconds.push(Number(process.hrtime.bigint() - started) / 1e9);
            megabytes.push(bytes / 1e6);
        }
        figures.push(
            { name: `report in ${format}, ${name}`, unit: "s", values: seconds },
            { name: `report in ${format}, ${name}`, unit: "MB", values: megabytes },
        );
    }
    return figures;
}

/** In bytes. What is made piece by piece is made here. */
function sizeOf(content: Content): number {
    if (typeof content === "string") {
        return Buffer.byteLength(content);
    }
    if (content instanceof Uint8Array) {
        return content.length;
    }
    let bytes = 0;
    for (const piece of content) {
        bytes += Buffer.byteLength(piece);
    }
    return bytes;
}
