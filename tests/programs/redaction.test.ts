import assert from "node:assert/strict";
import fc from "fast-check";
import { cleanLine } from "../components/observability/logs/clean-lines";
import {
    email,
    falseLine,
    identifier,
    lineOf,
    type Identifier,
    namedNir,
    nir,
    phone,
    secretToken,
} from "../components/observability/logs/identifiers";
import { RunningCollector } from "./log-collector-run";

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

const SEED = 20_261_121;
const BATCH = 200;

/** Runs that make so many lines. */
const runsOf = (lines: number) => ({ seed: SEED, numRuns: Math.ceil(lines / BATCH), endOnFailure: true });
const batchOf = <T>(line: fc.Arbitrary<T>) => fc.array(line, { minLength: BATCH, maxLength: BATCH });

describe(`redaction, by the real collector (seed ${SEED.toString()})`, function () {
    this.timeout(BUILD_MS);
    let collector: RunningCollector;
    before(async () => {
        collector = await RunningCollector.start();
    });
    after(() => collector.stop());

    const KINDS: Readonly<Record<string, fc.Arbitrary<Identifier>>> = {
        "social security numbers with a right key": nir,
        "social security numbers that are called so, without a key": namedNir,
        "e-mail addresses": email,
        "telephone numbers": phone,
        "tokens and passwords": secretToken,
    };
    for (const [name, kind] of Object.entries(KINDS)) {
        it(`masks ${name}, and leaves the rest of the line as it is`, () =>
            fc.assert(
                fc.asyncProperty(batchOf(lineOf(kind)), async (lines) => {
                    const found = await collector.redacted(lines.map(({ line }) => line));
                    assert.deepEqual(
                        found,
                        lines.map(({ masked }) => masked),
                    );
                }),
                runsOf(2_000),
            ));
    }

    it("lets nothing through of 10,000 lines with identifiers of every kind", async () => {
        let lines = 0;
        await fc.assert(
            fc.asyncProperty(batchOf(lineOf(identifier)), async (batch) => {
                const found = await collector.redacted(batch.map(({ line }) => line));
                assert.equal(found.length, batch.length);
                const leaked = batch.filter(({ identifiers }, index) =>
                    identifiers.some(({ text }) => found[index]?.includes(text)),
                );
                assert.deepEqual(leaked, []);
                lines += batch.length;
            }),
            runsOf(10_000),
        );
        assert.equal(lines, 10_000);
    });

    it("leaves numbers with a wrong key alone", () =>
        fc.assert(
            fc.asyncProperty(batchOf(falseLine), async (lines) => {
                assert.deepEqual(await collector.redacted(lines), lines);
            }),
            runsOf(2_000),
        ));

    it("alters fewer than 1 in 1,000 of 10,000 lines without identifiers", async () => {
        const altered: string[] = [];
        await fc.assert(
            fc.asyncProperty(batchOf(cleanLine), async (lines) => {
                const found = await collector.redacted(lines);
                altered.push(...lines.filter((line, index) => line !== found[index]));
            }),
            runsOf(10_000),
        );
        console.log([`${altered.length.toString()} of 10,000 altered`, ...altered].join("\n        "));
        assert.ok(altered.length < 10, altered.join("\n"));
    });

    it("judges the first four candidates of a line by their keys, and masks those beyond unjudged", async () => {
        const wrong = "269054958815781";
        assert.deepEqual(await collector.redacted([Array<string>(6).fill(wrong).join(" ")]), [
            `${Array<string>(4).fill(wrong).join(" ")} [NIR] [NIR]`,
        ]);
    });

    it("masks numbers that are numbers, and texts inside of structures", async () => {
        const before = (await collector.kept("loki", 0)).length;
        await collector.send([
            { body: { intValue: "269054958815780" } },
            { body: { kvlistValue: { values: [{ key: "a", value: { stringValue: "a@b.example" } }] } } },
        ]);
        const bodies = (await collector.kept("loki", before + 2)).slice(before).map(({ body }) => body);
        assert.deepEqual(bodies, ["[NIR]", '{"a":"[ADRESSE]"}']);
    });

    it("makes a text of what is none, wherever it comes from", async () => {
        const other = await RunningCollector.start({
            change: ({ processors }) => {
                processors["transform/redaction"]?.log_statements?.[0]?.statements.unshift(
                    "set(log.body, 269054958815780)",
                );
            },
        });
        try {
            assert.deepEqual(await other.redacted(["a number in its place"]), ["[NIR]"]);
        } finally {
            await other.stop();
        }
    });

    it("cannot be led astray by the bytes that it marks with", async () => {
        assert.deepEqual(
            await collector.redacted([
                "\u0003269054958815780\u0002",
                "\u00042\u00022690549588157\u000280\u0004",
                "\u000369054958815780\u00022690549588157\u000281\u0003 269054958815780",
            ]),
            [" [NIR] ", " 2 [NIR] ", " 69054958815780 2690549588157 81  [NIR]"],
        );
    });
});
