import * as assert from "node:assert/strict";
import { mebibytes, millicores } from "../../../components/kubernetes/quantity";

describe("mebibytes", () => {
    it("reads Mi and Gi", () => {
        assert.equal(mebibytes("512Mi"), 512);
        assert.equal(mebibytes("4Gi"), 4096);
    });

    for (const quantity of ["2G", "1.5Gi", "Gi", "512"]) {
        it(`refuses ${quantity}`, () => {
            assert.throws(() => mebibytes(quantity), {
                name: "RangeError",
                message: `memory: expected a quantity in Mi or Gi, got "${quantity}"`,
            });
        });
    }
});

describe("millicores", () => {
    it("reads whole processors and thousandths", () => {
        assert.equal(millicores("500m"), 500);
        assert.equal(millicores("2"), 2000);
    });

    for (const quantity of ["0.5", "m", "2k"]) {
        it(`refuses ${quantity}`, () => {
            assert.throws(() => millicores(quantity), {
                name: "RangeError",
                message: `cpu: expected a quantity such as 500m or 2, got "${quantity}"`,
            });
        });
    }
});
