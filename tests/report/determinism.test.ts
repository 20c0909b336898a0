import * as assert from "node:assert/strict";
import type { Report } from "../../report/model";
import { readRegisters } from "../../report/registers/registers";
import { allFiles } from "./counts/told";
import { CHANGES, emptyReport, mixedReport } from "./samples";
import { hostileReport } from "./hostile";
import { syntheticReport } from "./synthetic";

const LATER = "2026-11-23T17:05:59.123Z";

/** Elsewhere: another time zone and locale, and what a CI system tells its jobs. */
const ELSEWHERE = { TZ: "Pacific/Kiritimati", LANG: "ar_EG.UTF-8", LC_ALL: "ar_EG.UTF-8", CI: "true" };

const REPORTS: Readonly<Record<string, () => Report>> = {
    "with changes and registers": () => mixedReport({ changes: CHANGES, registers: readRegisters() }),
    "in which nothing was judged": emptyReport,
    "of hundreds of findings": () => syntheticReport({ resources: 100, rules: 150 }),
    "of hostile texts": hostileReport,
};

async function elsewhere<T>(action: () => Promise<T>): Promise<T> {
    const own = { ...process.env };
    Object.assign(process.env, ELSEWHERE);
    try {
        return await action();
    } finally {
        for (const name of Object.keys(ELSEWHERE)) {
            const value = own[name];
            if (value === undefined) {
                Reflect.deleteProperty(process.env, name);
            } else {
                process.env[name] = value;
            }
        }
    }
}

/** Names of the files that differ. */
function differing(a: ReadonlyMap<string, Buffer>, b: ReadonlyMap<string, Buffer>): string[] {
    return [...new Set([...a.keys(), ...b.keys()])].filter(
        (name) => !a.has(name) || b.get(name)?.equals(a.get(name) ?? Buffer.of()) !== true,
    );
}

describe("every format", function () {
    this.timeout(10 * 60_000);

    for (const [kind, make] of Object.entries(REPORTS)) {
        for (const language of ["fr", "en"] as const) {
            it(`has the same bytes for the same report, later and elsewhere: a report ${kind} (${language})`, async () => {
                const first = await allFiles(make(), language);
                const copy = JSON.parse(JSON.stringify(make())) as Report;
                const second = await elsewhere(() => allFiles(copy, language));

                assert.ok(first.size >= 14);
                assert.deepEqual(differing(first, second), []);
            });
        }

        it(`leaves the report as it was: a report ${kind}`, async () => {
            const report = make();
            const before = JSON.stringify(report);
            await allFiles(report, "fr");

            assert.ok(JSON.stringify(report) === before);
        });
    }

    it("differs by language in every file but the model's own", async () => {
        const report = mixedReport({ changes: CHANGES, registers: readRegisters() });
        const [french, english] = [await allFiles(report, "fr"), await allFiles(report, "en")];

        assert.deepEqual(
            [...french.keys()].filter((name) => !differing(french, english).includes(name)),
            ["report.json"],
        );
    });

    it("changes with the time of the report in nothing but that time", async () => {
        const report = mixedReport({ registers: readRegisters() });
        const files = await allFiles(report, "fr");
        const later = await allFiles({ ...report, generatedAt: LATER }, "fr");
        const [at = "", milliseconds = ""] = report.generatedAt.split(".");
        const moved = (name: string) =>
            (later.get(name) ?? "")
                .toString()
                .replaceAll(LATER, `${at}.${milliseconds}`)
                .replaceAll(LATER.slice(0, 19), at)
                .replaceAll("23 novembre 2026 à 18:05", "21 novembre 2026 à 10:30");

        const timed = ["report.json", "coverage.csv", "junit.xml", "summary.md"];
        const timeless = ["findings.csv", "requirements.csv", "console"];
        for (const name of [...timed, ...timeless]) {
            assert.equal(moved(name), files.get(name)?.toString(), name);
        }
        assert.deepEqual(
            differing(files, later).filter((name) => timeless.includes(name)),
            [],
        );
        assert.deepEqual(
            timed.filter((name) => !differing(files, later).includes(name)),
            [],
        );
    });
});
