import * as assert from "node:assert/strict";

import { isInternet } from "../../../policies/azure/internet";

describe("an address of the Internet", () => {
    for (const wide of [
        "*",
        "any",
        "internet",
        "azurecloud",
        "azurecloud.westeurope",
        "0.0.0.0/0",
        "128.0.0.0/1",
        "2.0.0.0/7",
        "1.0.0.0-2.0.0.0",
        "0.0.0.0-255.255.255.255",
        "::/0",
        "2000::/15",
        "2000::-2002::",
    ]) {
        it(`is in ${wide}`, () => {
            assert.equal(isInternet(wide), true);
        });
    }

    for (const narrow of [
        "",
        "10.0.0.0/8",
        "10.0.0.4",
        "10.0.0.0-10.255.255.255",
        "fd00::/16",
        "fd00::-fd00::9",
        "virtualnetwork",
        "storage.westeurope",
        "my-registry.example",
        "registry.example/v2",
        "0.0.0.0-elsewhere",
    ]) {
        it(`is not surely in "${narrow}"`, () => {
            assert.equal(isInternet(narrow), false);
        });
    }
});
