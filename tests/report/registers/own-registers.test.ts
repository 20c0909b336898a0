import * as assert from "node:assert/strict";

import { imageSources } from "../../../components/images";
import { readRegisters } from "../../../report/registers/registers";

describe("the registers of this project", () => {
    const registers = readRegisters();

    it("are in order, and have the table published as long as a risk is declared", () => {
        const { actors } = registers.subcontractors;

        assert.ok(actors.some(({ risks }) => risks?.some(({ country }) => country === "US")));
        assert.equal(registers.publication, "table");
        assert.equal(registers.sentence, undefined);
    });

    it("name every registry that the program takes images from, and who receives its alerts", () => {
        const upstreams = new Set<string>(imageSources.map(({ upstream }) => upstream));
        assert.deepEqual(
            registers.subcontractors.suppliers.map(({ service }) => service).sort(),
            [...upstreams, "events.eu.pagerduty.com", "slack.com"].sort(),
        );
    });

    it("leave purposes, legal bases, persons and recipients to people", () => {
        const guessed = registers.processing.activities.filter(
            ({ updatedOn, controller }) =>
                updatedOn === null && Object.values(controller).some((field) => field !== null),
        );
        assert.deepEqual(guessed, []);
    });

    it("say of each hosting activity what each party answers for", () => {
        assert.deepEqual(
            registers.responsibilities.activities.map(({ activity }) => activity),
            [1, 2, 3, 4, 5, 6],
        );
    });
});
