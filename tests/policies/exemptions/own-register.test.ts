import * as assert from "node:assert/strict";

import { STACKS } from "../../../architecture/stack-config";
import { ownRegister } from "./own-register";

describe("the register of this repository", () => {
    const register = ownRegister();

    it("has no fault for the rules of both packs", () => {
        assert.deepEqual(register.faults, []);
    });

    it("is of stacks that exist", () => {
        const stacks: readonly string[] = STACKS;
        const strays = register.covers.filter(({ exemption }) => !stacks.includes(exemption.stack));
        assert.deepEqual(strays, []);
    });
});
