import * as assert from "node:assert/strict";

import { EEA_REGIONS, isEeaRegion } from "../../policies/regions";

describe("EEA regions", () => {
    it("hold Azure's regions of the European Union and Norway, by ARM name", () => {
        assert.deepEqual(EEA_REGIONS, [
            "austriaeast",
            "belgiumcentral",
            "denmarkeast",
            "francecentral",
            "francesouth",
            "germanynorth",
            "germanywestcentral",
            "italynorth",
            "northeurope",
            "norwayeast",
            "norwaywest",
            "polandcentral",
            "spaincentral",
            "swedencentral",
            "swedensouth",
            "westeurope",
        ]);
    });

    for (const name of ["francecentral", "France Central", "FRANCE CENTRAL"]) {
        it(`count "${name}" as France Central`, () => {
            assert.equal(isEeaRegion(name), true);
        });
    }

    for (const name of [
        "uksouth",
        "switzerlandnorth",
        "eastus",
        "global",
        "francecentral2",
        "France-Central",
        "",
    ]) {
        it(`do not count "${name}"`, () => {
            assert.equal(isEeaRegion(name), false);
        });
    }
});
