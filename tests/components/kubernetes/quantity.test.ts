import * as assert from "node:assert/strict";
import { mebibytes, millicores } from "../../../components/kubernetes/quantity";

describe("mebibytes", () => {
    it("reads Mi and Gi", () => {
        assert.equal(mebibytes("512Mi"), 512);
        assert.equal(mebibytes("4Gi"), 4096);
    });

    it("refuses other units", () => {
        assert.throws(() => mebibytes("2G"), {
            name: "RangeError",
            message: 'memory: expected a quantity in Mi or Gi, got "2G"',
        });
    });
});

describe("millicores", () => {
    it("reads whole processors and thousandths", () => {
        assert.equal(millicores("500m"), 500);
        assert.equal(millicores("2"), 2000);
    });
});
