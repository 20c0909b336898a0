import { readFileSync } from "node:fs";
import { type Schema, Validator } from "@cfworker/json-schema";
import type { Log, Result, Run } from "sarif";
import { schemaOf } from "../../programs/install/schemas";
import type { Files } from "../../../report/outputs";
import { textOf } from "../samples";

/** The one run of a file, with its results. */
export function runOf(files: Files, name: string): Run & { readonly results: Result[] } {
    const { runs } = JSON.parse(textOf(files[name])) as Log;
    const run = runs[0];
    if (run?.results === undefined || runs.length !== 1) {
        throw new Error("expected one run with results");
    }
    return { ...run, results: run.results };
}

/** What the schema of SARIF 2.1.0 finds wrong; downloads it first on a new machine. */
export async function sarifFaults(text: string): Promise<readonly string[]> {
    const schema = JSON.parse(readFileSync(await schemaOf("sarif-2.1.0", console.error), "utf8")) as Schema;
    const { errors } = new Validator(schema, "4", false).validate(JSON.parse(text));
    return errors.map(({ instanceLocation, error }) => `${instanceLocation}: ${error}`);
}
