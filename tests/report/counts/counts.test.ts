import * as assert from "node:assert/strict";
import type { Report } from "../../../report/model";
import { FORMATS } from "../../../report/outputs";
import { readRegisters } from "../../../report/registers/registers";
import { hostileReport } from "../hostile";
import { cleanReport, emptyReport, mixedReport } from "../samples";
import { syntheticReport } from "../synthetic";
import { READINGS } from "./readings";
import { allFiles, filesOf, saidBy } from "./told";

const REPORTS: Readonly<Record<string, () => Report>> = {
    "of each status and verdict": () => mixedReport({ registers: readRegisters() }),
    "on a stack that refuses unknown values": () => mixedReport({ undecided: "fail" }),
    "in which nothing was judged": emptyReport,
    "without a fault": cleanReport,
    "of thousands of findings": () => syntheticReport({ resources: 600, rules: 150 }),
    "of hostile texts": hostileReport,
};

describe("the counts of a report", function () {
    this.timeout(10 * 60_000);

    it("are told in every format but the page on transfers", () => {
        assert.deepEqual(
            [...new Set(READINGS.map(({ format }) => format))],
            [...FORMATS.filter((format) => format !== "transfers"), "console"],
        );
    });

    for (const [kind, make] of Object.entries(REPORTS)) {
        for (const language of ["fr", "en"] as const) {
            describe(`${kind} (${language})`, () => {
                const report = make();
                const said = saidBy(report);
                let files: ReadonlyMap<string, Buffer>;
                before(async () => {
                    files = await allFiles(report, language);
                });

                for (const { what, tells, read } of READINGS) {
                    it(`are the model's in ${what}: ${tells.join(", ")}`, async () => {
                        assert.deepEqual(
                            await read(filesOf(files), language),
                            Object.fromEntries(tells.map((key) => [key, said[key]])),
                        );
                    });
                }
            });
        }
    }
});
