/**
 * Runs the tests of one source file against its mutants, on orders from `run.ts`. A mutant is compiled in memory in the
 * place of its source; nothing on disk changes.
 */
import { readFileSync } from "node:fs";
import Module from "node:module";
import { sep } from "node:path";
import Mocha from "mocha";
import * as ts from "typescript";

import { mutantsOf, mutate } from "./mutants";

/** A file under mutation and the tests that should notice. */
export interface Order {
    readonly source: string;
    readonly tests: readonly string[];
    /** The first mutant to try: after one that hung, its successor. */
    readonly from: number;
}

/** What the worker says: about to try a mutant, whether it was killed, or that it has tried them all. */
export type Message =
    | { readonly kind: "trying"; readonly mutant: number }
    | { readonly kind: "tried"; readonly mutant: number; readonly killed: boolean }
    | { readonly kind: "done" }
    | { readonly kind: "broken"; readonly reason: string };

const TEST_TIMEOUT_MS = 5_000;

function tell(message: Message): void {
    process.send?.(message);
}

/** Compiles a text as a module of the repository and puts it in the place of the file's own. */
function install(path: string, text: string): void {
    const { outputText } = ts.transpileModule(text, {
        compilerOptions: {
            module: ts.ModuleKind.CommonJS,
            target: ts.ScriptTarget.ES2022,
            esModuleInterop: true,
        },
    });
    const module = new Module(path) as NodeJS.Module & { _compile(code: string, file: string): void };
    module.filename = path;
    module.loaded = true;
    require.cache[path] = module;
    module._compile(outputText, path);
}

/** Forgets the modules of the repository that may have taken something from the source. */
function forget(): void {
    for (const path of Object.keys(require.cache)) {
        if (/[\\/](policies|tests)[\\/]/.test(path) && !path.includes(`${sep}node_modules${sep}`)) {
            Reflect.deleteProperty(require.cache, path);
        }
    }
}

/** True when every test passes; false too for tests that cannot be loaded. */
async function pass(tests: readonly string[]): Promise<boolean> {
    const mocha = new Mocha({ reporter: Mocha.reporters.Base, bail: true, timeout: TEST_TIMEOUT_MS });
    tests.forEach((file) => mocha.addFile(file));
    return new Promise((resolve) => {
        try {
            mocha.run((failures) => {
                mocha.dispose();
                resolve(failures === 0);
            });
        } catch {
            resolve(false);
        }
    });
}

async function carryOut({ source, tests, from }: Order): Promise<void> {
    const text = readFileSync(source, "utf8");
    forget();
    install(source, text);
    if (!(await pass(tests))) {
        tell({ kind: "broken", reason: `${source}: its tests fail without a mutant` });
        return;
    }
    for (const [index, mutant] of mutantsOf(source, text).entries()) {
        if (index < from) {
            continue;
        }
        tell({ kind: "trying", mutant: index });
        tell({ kind: "tried", mutant: index, killed: await kills(source, mutate(text, mutant), tests) });
    }
    tell({ kind: "done" });
}

async function kills(source: string, mutated: string, tests: readonly string[]): Promise<boolean> {
    forget();
    try {
        install(source, mutated);
    } catch {
        return true;
    }
    return !(await pass(tests));
}

process.on("message", (order: Order) => {
    carryOut(order).catch((error: unknown) => {
        tell({ kind: "broken", reason: String(error) });
    });
});
