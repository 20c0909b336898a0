import * as assert from "node:assert/strict";
import { engineVersion } from "../../../report/preview/engine-version";
import type { Pulumi } from "../../../sandbox/cli";

const cliThatSays = (answer: string): Pulumi => ({
    run: (_, io) => {
        io?.stdout?.(answer);
        return Promise.resolve(0);
    },
    close: () => Promise.resolve(),
});

describe("the version of the CLI", () => {
    it("is told without its v", async () => {
        assert.equal(await engineVersion(cliThatSays("v3.225.0\n")), "3.225.0");
    });
});
