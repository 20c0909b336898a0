import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { GO_VERSION } from "../../sandbox/cluster/tools";
import { goProgram, type GoProgram } from "./install/go-programs";

/** Allows for the downloads of a first build. */
const BUILD_MS = 10 * 60_000;

describe("a program from a Go module that cannot be had", () => {
    let cache: string;
    before(async () => {
        cache = await mkdtemp(join(tmpdir(), "cache-"));
    });
    after(() => rm(cache, { recursive: true, force: true }));

    it("is named where none of the modules pins it", async () => {
        await assert.rejects(
            goProgram("promtol" as GoProgram, () => undefined),
            {
                name: "UserError",
                message:
                    "program: expected one that a module under tests/programs/install/go pins, got promtol",
            },
        );
    });

    it("names the remedy where it cannot be built, and leaves nothing behind", async () => {
        const program =
            'require("./tests/programs/install/go-programs").goProgram("promql-names", () => undefined)' +
            ".catch((error) => console.log(error.message))";
        const { stdout } = spawnSync(process.execPath, ["--require", "tsx/cjs", "--eval", program], {
            encoding: "utf8",
            env: { XDG_CACHE_HOME: cache, PATH: cache },
        });
        assert.equal(
            stdout,
            `promql-names: expected go on PATH, got none; install Go ${GO_VERSION} or later (https://go.dev/dl/) and let it reach its module proxy\n`,
        );
        assert.deepEqual(await readdir(join(cache, "audioprothese-plus/programs")), []);
    });
});

describe("promql-names", () => {
    let program: string;
    before(async function () {
        this.timeout(BUILD_MS);
        program = await goProgram("promql-names", console.log);
    });

    const answers = (...expressions: readonly string[]) =>
        execFileSync(program, {
            input: expressions
                .map((expr, index) => JSON.stringify({ id: index.toString(), expr }))
                .join("\n"),
            encoding: "utf8",
        })
            .trim()
            .split("\n")
            .map((line) => JSON.parse(line) as unknown);

    it("gives the metric and the labels of every selector", () => {
        assert.deepEqual(
            answers('sum(rate(a_total{x="1",y!~"2"}[5m])) / on(z) b', '{"c", x="1"} or {__name__=~"d.*"}'),
            [
                {
                    id: "0",
                    selectors: [
                        { metric: "a_total", labels: ["x", "y"] },
                        { metric: "b", labels: [] },
                    ],
                },
                {
                    id: "1",
                    selectors: [
                        { metric: "c", labels: ["x"] },
                        { metric: "", labels: [] },
                    ],
                },
            ],
        );
    });

    it("says what is wrong with an expression, and goes on to the next", () => {
        assert.deepEqual(answers("sum(a", "rate(a)", "1"), [
            { id: "0", error: "1:6: parse error: unclosed left parenthesis", selectors: [] },
            {
                id: "1",
                error: '1:6: parse error: expected type range vector in call to function "rate", got instant vector',
                selectors: [],
            },
            { id: "2", selectors: [] },
        ]);
    });

    it("refuses what is not a question", () => {
        const { status, stderr } = spawnSync(program, { input: '{"id":"1","query":"a"}', encoding: "utf8" });
        assert.equal(status, 1);
        assert.match(stderr, /^standard input: expected lines of JSON \{id, expr\}, got: .*"query"/);
    });
});
