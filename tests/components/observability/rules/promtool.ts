import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { goProgram } from "../../../programs/install/go-programs";

/** Values by series, as promtool writes both: one value a minute. */
export type Series = Readonly<Record<string, string>>;

/** What Prometheus is given to see, and when one asks which alerts fire. */
export interface Situation {
    readonly series: Series;
    /** Seconds since the beginning. */
    readonly times: readonly number[];
    /** When it begins. Defaults to the first of January 1970, a Thursday. */
    readonly start?: string;
}

/** Rules, and situations in which one of their alerts is looked at. */
export interface Trial {
    /** Text of the file of each group, in the order of their evaluation. */
    readonly files: Readonly<Record<string, string>>;
    readonly alert: string;
    /** Minutes from one evaluation to the next. Defaults to one. */
    readonly step?: number;
    readonly situations: readonly Situation[];
}

export interface FiredAlert {
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations: Readonly<Record<string, string>>;
}

/** What fires at each time of a situation, or why that cannot be told. */
export type Outcome = ReadonlyMap<number, readonly FiredAlert[]> | Error;

/** Trials that one process is handed at once. */
const BATCH = 20;

/**
 * The outcomes of each trial's situations, from `promtool test rules`. It is told that nothing fires, and so names all that
 * does, with its texts.
 */
export async function tryRules(trials: readonly Trial[]): Promise<readonly (readonly Outcome[])[]> {
    const promtool = await goProgram("promtool", console.log);
    const folder = await mkdtemp(join(tmpdir(), "rules-"));
    const outcomes: (readonly Outcome[])[] = [];
    const queue = Array.from({ length: Math.ceil(trials.length / BATCH) }, (_, index) => index * BATCH);
    const work = async (): Promise<void> => {
        for (let start = queue.shift(); start !== undefined; start = queue.shift()) {
            const batch = trials.slice(start, start + BATCH);
            const found = await tryBatch(promtool, join(folder, start.toString()), batch);
            found.forEach((one, index) => (outcomes[start + index] = one));
        }
    };
    try {
        await Promise.all(Array.from({ length: Math.max(1, availableParallelism() - 1) }, work));
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
    return outcomes;
}

async function tryBatch(
    promtool: string,
    folder: string,
    trials: readonly Trial[],
): Promise<readonly (readonly Outcome[])[]> {
    await mkdir(folder);
    for (const [index, { files, alert, step = 1, situations }] of trials.entries()) {
        const nameOf = (group: string) => `${index.toString()}-${group}.json`;
        for (const [group, text] of Object.entries(files)) {
            await writeFile(join(folder, nameOf(group)), text);
        }
        const test = {
            rule_files: Object.keys(files).map(nameOf),
            group_eval_order: Object.keys(files),
            evaluation_interval: `${step.toString()}m`,
            tests: situations.map((situation) => unitTest(alert, situation)),
        };
        await writeFile(join(folder, `${index.toString()}.json`), JSON.stringify(test));
    }
    const report = join(folder, "report.xml");
    const said = await run(
        promtool,
        ["test", "rules", `--junit=${report}`, ...trials.map((_, index) => `${index.toString()}.json`)],
        folder,
    );
    const suites = suitesOf(await readFile(report, "utf8"));
    return trials.map(({ situations }, index) => {
        const suite = suites.get(`${index.toString()}.json`);
        return situations.map((_, situation) => outcomeOf(suite?.[situation], said));
    });
}

function unitTest(alert: string, { series, times, start }: Situation) {
    return {
        ...(start !== undefined && { start_timestamp: start }),
        interval: "1m",
        input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
        alert_rule_test: times.map((time) => ({
            eval_time: `${time.toString()}s`,
            alertname: alert,
            exp_alerts: [],
        })),
    };
}

/** What promtool says; its code is 1 whenever an alert fires. */
async function run(promtool: string, args: readonly string[], cwd: string): Promise<string> {
    return new Promise((resolve) => {
        execFile(promtool, args, { cwd, maxBuffer: 2 ** 30 }, (_, stdout, stderr) => {
            resolve(`${stdout}\n${stderr}`);
        });
    });
}

interface JunitCase {
    readonly failure?: readonly string[];
    readonly error?: string;
}

/** The cases of each suite, one a situation; a suite that was given up has one with an error. */
function suitesOf(xml: string): ReadonlyMap<string, readonly JunitCase[]> {
    const parser = new XMLParser({
        ignoreAttributes: false,
        attributeNamePrefix: "",
        parseTagValue: false,
        trimValues: false,
        // It bounds how many it decodes, and Go writes each quotation mark as one.
        processEntities: false,
        isArray: (name) => ["testsuite", "testcase", "failure"].includes(name),
    });
    const { testsuites } = parser.parse(xml) as {
        readonly testsuites: {
            readonly testsuite: readonly { readonly name: string; readonly testcase: readonly JunitCase[] }[];
        };
    };
    return new Map(testsuites.testsuite.map(({ name, testcase }) => [name, testcase]));
}

function outcomeOf(junit: JunitCase | undefined, said: string): Outcome {
    if (junit === undefined) {
        return new Error(`promtool did not try it: ${said.slice(0, 2000)}`);
    }
    if (junit.error !== undefined) {
        return new Error(decoded(junit.error));
    }
    const fired = new Map<number, readonly FiredAlert[]>();
    for (const failure of (junit.failure ?? []).map(decoded)) {
        const [, time, got] = /alertname: \w+, time: (\w+),[^]*?\n\s+got:([^]*)$/.exec(failure) ?? [];
        if (time === undefined || got === undefined) {
            return new Error(failure);
        }
        fired.set(secondsOf(time), firedIn(got));
    }
    return fired;
}

/** Text of an XML document as Go writes it. */
const decoded = (xml: string) =>
    xml
        .replace(/&#(x?)([0-9A-Fa-f]+);/g, (_, hex: string, digits: string) =>
            String.fromCodePoint(parseInt(digits, hex === "" ? 10 : 16)),
        )
        .replaceAll("&lt;", "<")
        .replaceAll("&gt;", ">")
        .replaceAll("&amp;", "&");

function firedIn(got: string): readonly FiredAlert[] {
    return [...got.matchAll(/^\s+Labels:(\{.*\})\n\s+Annotations:(\{.*\}),?$/gm)].map(
        ([, labels = "", annotations = ""]) => ({
            labels: pairsOf(labels),
            annotations: pairsOf(annotations),
        }),
    );
}

/** Names and values of `{name="value", ...}`, which Go quoted. */
function pairsOf(text: string): Readonly<Record<string, string>> {
    return Object.fromEntries(
        [...text.matchAll(/(\w+)=("(?:[^"\\]|\\.)*")/g)].map(([, name = "", value = ""]) => [
            name,
            unquoted(value),
        ]),
    );
}

/** A string that Go quoted: beside JSON's escapes it has \x, \a, \v and \U, which no text of ours needs. */
const unquoted = (quoted: string) => JSON.parse(quoted) as string;

const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800, y: 31_536_000 };

/** Seconds of a span as Prometheus writes it, such as 1h30m. */
export function secondsOf(duration: string): number {
    return [...duration.matchAll(/(\d+)([smhdwy])/g)].reduce(
        (sum, [, count, unit]) => sum + Number(count) * SECONDS[unit as keyof typeof SECONDS],
        0,
    );
}
