import * as assert from "node:assert/strict";

import { dayAfter, dayOf, daysBetween, isDay } from "../../../policies/exemptions/calendar";

describe("the calendar of exemptions", () => {
    it("takes the day of France: near midnight it is not the day of Greenwich", () => {
        assert.equal(dayOf(new Date("2026-11-20T22:59:59Z")), "2026-11-20");
        assert.equal(dayOf(new Date("2026-11-20T23:00:00Z")), "2026-11-21");
        assert.equal(dayOf(new Date("2026-07-01T22:00:00Z")), "2026-07-02");
    });

    it("knows days that exist from those that do not", () => {
        assert.equal(isDay("2028-02-29"), true);
        for (const text of [
            "2026-02-29",
            "2026-13-01",
            "2026-1-1",
            "21/11/2026",
            "",
            "2026-11-21T00:00:00Z",
        ]) {
            assert.equal(isDay(text), false, text);
        }
    });

    it("counts days over changes of hour and of year", () => {
        assert.equal(daysBetween("2026-03-28", "2026-03-30"), 2);
        assert.equal(daysBetween("2026-12-31", "2027-01-01"), 1);
        assert.equal(daysBetween("2026-11-21", "2026-11-21"), 0);
        assert.equal(daysBetween("2026-11-21", "2026-11-20"), -1);
        assert.equal(dayAfter("2026-10-24", 2), "2026-10-26");
    });
});
