import * as assert from "node:assert/strict";
import { failed, ratio, tableOf } from "../../bench/figures";

const rows = (...figures: Parameters<typeof tableOf>[0]) =>
    tableOf(figures)
        .split("\n")
        .slice(1)
        .map((line) => line.split(/ {2,}/));

describe("the table of the bench", () => {
    it("shows the median and the range, and judges by the median", () => {
        const budget = (most: number) => ({
            name: "start",
            unit: "s" as const,
            budget: most,
            values: [3, 1, 2],
        });

        assert.deepEqual(rows(budget(2), budget(1.99)), [
            ["start", "2.00", "1.00-3.00", "s", "2.00", "within"],
            ["start", "2.00", "1.00-3.00", "s", "1.99", "OVER"],
        ]);
    });

    it("takes the mean of the two in the middle", () => {
        assert.deepEqual(rows({ name: "start", unit: "s", values: [4, 1, 2, 3] }), [
            ["start", "2.50", "1.00-4.00", "s"],
        ]);
    });

    it("divides round by round", () => {
        assert.deepEqual(ratio("a / b", [2, 9], [1, 3], 1.1), {
            name: "a / b",
            unit: "ratio",
            budget: 1.1,
            values: [2, 3],
        });
    });

    it("keeps the row of what could not be measured", () => {
        assert.deepEqual(rows(failed("a / b", "b: expected go on PATH, got none\nat x")), [
            ["a / b", "ratio", "FAILED: b: expected go on PATH, got none"],
        ]);
    });
});
