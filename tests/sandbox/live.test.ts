import assert from "node:assert/strict";
import { mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { livePulumi } from "../../sandbox/live";
import { UserError } from "../../sandbox/user-error";

describe("livePulumi", () => {
    const path = process.env.PATH;
    let directory: string;

    beforeEach(async () => {
        directory = await realpath(await mkdtemp(join(tmpdir(), "live-")));
    });
    afterEach(async () => {
        process.env.PATH = path;
        delete process.env.PULUMI_ACCESS_TOKEN;
        await rm(directory, { recursive: true });
    });

    it("runs the pulumi on PATH in the project, with the user's own environment", async () => {
        await writeFile(
            join(directory, "pulumi"),
            `#!/bin/sh\necho "$PWD $PULUMI_ACCESS_TOKEN $EXTRA $*"\necho problem >&2\nexit 7\n`,
            { mode: 0o755 },
        );
        process.env.PATH = `${directory}:/usr/bin:/bin`;
        process.env.PULUMI_ACCESS_TOKEN = "theirs";
        const pulumi = livePulumi(directory);
        let [stdout, stderr] = ["", ""];
        const exitCode = await pulumi.run(["up", "--stack", "prod"], {
            stdout: (text) => (stdout += text),
            stderr: (text) => (stderr += text),
            env: { EXTRA: "more" },
        });
        await pulumi.close();
        assert.deepEqual(
            [exitCode, stdout, stderr],
            [7, `${directory} theirs more up --stack prod\n`, "problem\n"],
        );
    });

    it("does not take the npm launcher for an installed CLI", async () => {
        const folder = join(directory, "node_modules/.bin");
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, "pulumi"), "#!/bin/sh\n", { mode: 0o755 });
        process.env.PATH = `${folder}:/usr/bin:/bin`;
        assert.throws(() => livePulumi(directory), UserError);
    });
});
