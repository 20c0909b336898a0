import assert from "node:assert/strict";
import { type Point, trendChart } from "../../../report/site/trend-chart";

const NONE = {
    compliant: 0,
    evidenceRequired: 0,
    exempted: 0,
    nonCompliant: 0,
    undetermined: 0,
    notApplicable: 0,
};
const NOW = new Date("2026-01-11T00:00:00.000Z");

function areasOf(points: readonly Point[]): Readonly<Record<string, string>> {
    const markup = trendChart(points, NOW).toString();
    return Object.fromEntries(
        [...markup.matchAll(/<polygon class="(\w+)" points="([^"]+)"/g)].map(([, status = "", path = ""]) => [
            status,
            path,
        ]),
    );
}

describe("the chart of a trend", () => {
    const first = { at: "2026-01-01T00:00:00.000Z", statuses: { ...NONE, nonCompliant: 3, compliant: 1 } };
    const second = { at: "2026-01-06T00:00:00.000Z", statuses: { ...NONE, nonCompliant: 1, compliant: 3 } };

    it("holds each status until the next report, and the last until now", () => {
        assert.deepEqual(areasOf([first, second]), {
            nonCompliant:
                "0.0,60.0 500.0,60.0 500.0,180.0 1000.0,180.0 1000.0,240.0 500.0,240.0 500.0,240.0 0.0,240.0",
            compliant: "0.0,0.0 500.0,0.0 500.0,0.0 1000.0,0.0 1000.0,180.0 500.0,180.0 500.0,60.0 0.0,60.0",
        });
    });

    it("fills the width with a single report, be it of this instant", () => {
        assert.deepEqual(Object.keys(areasOf([first])), ["nonCompliant", "compliant"]);
        const now = areasOf([{ ...first, at: NOW.toISOString() }]);
        assert.equal(now.nonCompliant, "0.0,60.0 1000.0,60.0 1000.0,240.0 0.0,240.0");
    });

    it("stays within the picture when a report is later than now", () => {
        const points = Object.values(areasOf([first, { ...second, at: "2027-01-01T00:00:00.000Z" }])).join(
            " ",
        );
        assert.ok([...points.matchAll(/([\d.-]+),/g)].every(([, x]) => Number(x) >= 0 && Number(x) <= 1_000));
    });

    it("draws nothing where a framework has no requirement", () => {
        assert.deepEqual(areasOf([{ ...first, statuses: NONE }]), {});
    });
});
