import * as assert from "node:assert/strict";
import { engineVersion, requireEvents } from "../../../report/run/engine-version";
import type { Pulumi } from "../../../sandbox/cli";
import { UserError } from "../../../sandbox/user-error";

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

    for (const version of ["v3.206.0\n", "v3.225.1\n", "v4.0.0\n", "v3.230.0-alpha.x1234\n"]) {
        it(`${version.trim()} is new enough to send events`, async () => {
            await assert.doesNotReject(requireEvents(cliThatSays(version)));
        });
    }

    for (const version of ["v3.205.9\n", "v2.300.0\n", "unknown", ""]) {
        it(`"${version.trim()}" is refused, and the error says what is needed`, async () => {
            await assert.rejects(requireEvents(cliThatSays(version)), (error) => {
                assert.ok(error instanceof UserError);
                assert.match(error.message, /attendu la version 3\.206 ou une plus récente/);
                assert.ok(error.message.endsWith(`obtenu « ${version.trim().replace(/^v/, "")} »`));
                return true;
            });
        });
    }
});
