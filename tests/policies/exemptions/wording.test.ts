import * as assert from "node:assert/strict";

import { coveredMessage, readCovered } from "../../../policies/exemptions/wording";
import { exemption } from "./sample";

describe("the message of a covered violation", () => {
    for (const daysLeft of [0, 1, 30]) {
        it(`can be read back with ${String(daysLeft)} days left`, () => {
            const message = coveredMessage(
                { exemption: exemption(), daysLeft },
                "a.b : attendu true,\nobtenu false",
            );
            assert.match(message, /^dérogation EX-2026-001, jusqu’au 2026-12-21 /);
            assert.deepEqual(readCovered(message), {
                id: "EX-2026-001",
                expires: "2026-12-21",
                daysLeft,
                message: "a.b\u00a0: attendu true,\nobtenu false",
            });
        });
    }

    it("is not read into a violation that no exemption covers", () => {
        assert.equal(readCovered("a.b : attendu true, obtenu « dérogation EX-2026-001 »"), undefined);
    });
});
