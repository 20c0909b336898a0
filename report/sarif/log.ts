import type { Log, Result, Run } from "sarif";

const SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

/** Results that are written at once. */
const BLOCK = 200;

/** A SARIF file of one run, in pieces: the results of a large one are longer than a string may be. */
export function* sarifText(run: Omit<Run, "results">, results: Iterable<Result>): Generator<string> {
    const log: Log = { $schema: SCHEMA, version: "2.1.0", runs: [run] };
    const end = "}]}";
    yield `${JSON.stringify(log).slice(0, -end.length)},"results":[`;
    let block: string[] = [];
    let separator = "";
    for (const result of results) {
        block.push(JSON.stringify(result));
        if (block.length >= BLOCK) {
            yield `${separator}\n${block.join(",\n")}`;
            separator = ",";
            block = [];
        }
    }
    if (block.length > 0) {
        yield `${separator}\n${block.join(",\n")}`;
    }
    yield `]${end}\n`;
}
