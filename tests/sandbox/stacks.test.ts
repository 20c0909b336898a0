import assert from "node:assert/strict";
import { mock } from "node:test";

import type { Pulumi } from "../../sandbox/cli";
import { ensureStack } from "../../sandbox/stacks";
import { UserError } from "../../sandbox/user-error";

/** A CLI that answers each command with an exit code, standard output and standard error. */
function cli(answers: Readonly<Record<string, readonly [number, string, string]>>): Pulumi {
    return {
        run: (args, io) => {
            const [exitCode, stdout, stderr] = answers[args.slice(0, 2).join(" ")] ?? [1, "", "unexpected"];
            io?.stdout?.(stdout);
            io?.stderr?.(stderr);
            return Promise.resolve(exitCode);
        },
        close: () => Promise.resolve(),
    };
}

describe("ensureStack", () => {
    afterEach(() => {
        mock.restoreAll();
    });

    it("shows a warning, and does not take it for a part of the list", async () => {
        const write = mock.method(process.stderr, "write", () => true);
        await ensureStack(cli({ "stack ls": [0, '[{"name":"dev"}]', "warning: old\n"] }), "dev");
        assert.deepEqual(
            write.mock.calls.map((call) => call.arguments[0]),
            ["warning: old\n"],
        );
    });

    it("tells why the stacks cannot be listed", async () => {
        await assert.rejects(
            ensureStack(cli({ "stack ls": [255, "", "error: EOF\n"] }), "dev"),
            new UserError(
                "the sandbox's stacks: expected a list, got error: EOF\nDelete .sandbox to start anew.",
            ),
        );
    });

    it("takes a stack that another command creates meanwhile for created", async () => {
        const meanwhile = "error: stack 'dev' already exists";
        await ensureStack(cli({ "stack ls": [0, "[]", ""], "stack init": [255, "", meanwhile] }), "dev");
    });

    it("tells why a stack cannot be created", async () => {
        await assert.rejects(
            ensureStack(
                cli({ "stack ls": [0, "[]", ""], "stack init": [255, "", "error: no space\n"] }),
                "dev",
            ),
            new UserError("stack dev: expected it to be created, got error: no space"),
        );
    });
});
