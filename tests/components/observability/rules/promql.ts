import { spawnSync } from "node:child_process";
import { goProgram } from "../../../programs/install/go-programs";

export interface Question {
    readonly id: string;
    readonly expr: string;
}

/** What an expression asks for, as Prometheus's own parser understands it. */
export interface Answer {
    readonly id: string;
    readonly error?: string;
    readonly selectors: readonly { readonly metric: string; readonly labels: readonly string[] }[];
}

/** The metrics and labels that expressions name. */
export async function selectorsOf(questions: readonly Question[]): Promise<readonly Answer[]> {
    const program = await goProgram("promql-names", console.log);
    const { status, stdout, stderr } = spawnSync(program, {
        input: questions.map(({ id, expr }) => JSON.stringify({ id, expr })).join("\n"),
        encoding: "utf8",
        maxBuffer: 2 ** 28,
    });
    if (status !== 0) {
        throw new Error(stderr);
    }
    return stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Answer);
}
