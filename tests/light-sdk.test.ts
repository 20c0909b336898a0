import * as assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";

const ROOT = join(__dirname, "..");

/** What a script prints that runs in a process of its own as a program does, after the debugger's session that the SDK opens. */
async function printed(script: string): Promise<string> {
    const hooks = 'require("@pulumi/pulumi/runtime/closure/v8Hooks").getSessionAsync()';
    const { stdout } = await promisify(execFile)(
        process.execPath,
        ["--require", "tsx/cjs", "--eval", `${hooks}.then(async (session) => { ${script} })`],
        { cwd: ROOT },
    );
    return stdout.trim();
}

const LIGHT = 'require("./light-sdk");';
const SDK = 'require("@pulumi/pulumi");';

/** Whether the SDK, once loaded, has loaded a file whose path has this in it. */
const loaded = (part: string) =>
    `console.log(Object.values(require.cache).some(({ filename }) => filename?.includes(${JSON.stringify(part)})));`;

const DEBUGGING = `await new Promise(setImmediate); session.post("Debugger.setSkipAllPauses", { skip: true }, (error) => console.log(error === null));`;

describe("the SDK without what serialises functions", function () {
    this.timeout(30_000);

    for (const [what, part] of [
        ["the compiler", "/typescript/lib/"],
        ["the package manager", "/@npmcli/arborist/lib/"],
    ] as const) {
        it(`loads ${what} with the whole SDK, and not without`, async () => {
            assert.equal(await printed(SDK + loaded(part)), "true");
            assert.equal(await printed(LIGHT + SDK + loaded(part)), "false");
        });
    }

    it("leaves the debugger that the SDK attaches", async () => {
        assert.equal(await printed(DEBUGGING), "true");
        await assert.rejects(printed(LIGHT + DEBUGGING), /ERR_INSPECTOR_NOT_CONNECTED/);
    });

    it("still has the compiler when it is asked for", async () => {
        assert.equal(
            await printed(
                `${LIGHT} console.log(typeof require("@pulumi/pulumi/typescript-shim").createSourceFile);`,
            ),
            "function",
        );
    });
});
