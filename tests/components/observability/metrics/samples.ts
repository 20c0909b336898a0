import { readdirSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Where the samples are: what programs really answered, and lists from the documentation of those that cannot be had. */
const FOLDER = join(__dirname, "samples");

const RECORDED = ".prom";
const PUBLISHED = ".published.txt";

/** A metric with one set of labels, in the order of their names. */
export interface Series {
    readonly metric: string;
    readonly labels: readonly string[];
}

/** Name, and labels with their values, of a line of the text format. */
const LINE = /^([a-zA-Z_:][\w:]*)(?:\{((?:[^"}]|"(?:[^"\\]|\\.)*")*)\})?(?:\s|$)/;

function seriesOf(line: string): Series | undefined {
    const [, metric, labels = ""] = LINE.exec(line) ?? [];
    if (metric === undefined) {
        return undefined;
    }
    const names = [...labels.matchAll(/([a-zA-Z_]\w*)="(?:[^"\\]|\\.)*"/g)].map(([, name = ""]) => name);
    return { metric, labels: [...new Set(names)].sort() };
}

/** What a program answered, without what it was asked about: one line for each metric and set of labels, without values. */
export function reduced(answer: string): string {
    const lines = answer.split("\n").flatMap((line) => {
        const series = line.startsWith("#") ? undefined : seriesOf(line);
        return series === undefined ? [] : [lineOf(series)];
    });
    return [...new Set(lines)].sort().join("");
}

const lineOf = ({ metric, labels }: Series) =>
    `${metric}${labels.length === 0 ? "" : `{${labels.map((name) => `${name}=""`).join(",")}}`} 0\n`;

/** Keeps what a program answered as its sample. Throws an Error for an answer without metrics. */
export async function writeSample(program: string, answer: string): Promise<void> {
    const text = reduced(answer);
    if (text === "") {
        throw new Error(`${program}: expected metrics, got "${answer.slice(0, 200)}"`);
    }
    await writeFile(join(FOLDER, `${program}${RECORDED}`), text);
}

/** The series of each program that there is a sample of: recorded, published, or both. */
export function samples(): ReadonlyMap<string, readonly Series[]> {
    const found = new Map<string, readonly Series[]>();
    for (const file of readdirSync(FOLDER).sort()) {
        const ending = [RECORDED, PUBLISHED].find((each) => file.endsWith(each));
        if (ending !== undefined) {
            const program = file.slice(0, -ending.length);
            const text = readFileSync(join(FOLDER, file), "utf8");
            const series = ending === RECORDED ? recordedIn(text) : publishedIn(file, text);
            found.set(program, [...(found.get(program) ?? []), ...series]);
        }
    }
    return found;
}

const recordedIn = (text: string): readonly Series[] =>
    text.split("\n").flatMap((line) => seriesOf(line) ?? []);

/** A line is `metric` or `metric{label,label}`; what follows # says where it is from. */
const publishedIn = (file: string, text: string): readonly Series[] =>
    text
        .split("\n")
        .map((line) => line.replace(/#.*/, "").trim())
        .filter((line) => line !== "")
        .map((line) => {
            const [, metric, labels = ""] = /^([a-zA-Z_:][\w:]*)(?:\{([\w, ]*)\})?$/.exec(line) ?? [];
            if (metric === undefined) {
                throw new Error(`${file}: expected metric{label,label}, got "${line}"`);
            }
            return {
                metric,
                labels: labels
                    .split(",")
                    .flatMap((name) => name.trim() || [])
                    .sort(),
            };
        });
