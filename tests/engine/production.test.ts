import * as assert from "node:assert/strict";
import { Workspace } from "../support/workspace";
import { counts, OPTIONS } from "./output";
import { editsOf } from "./value-changes";

/** The names of the resources that a run was refused to delete or replace. */
const protectedNames = (output: string): ReadonlySet<string> =>
    new Set(
        [
            ...output.matchAll(
                /resource "\S+::(\S+)"\s+(?:cannot be deleted|as it is currently marked for protection)/g,
            ),
        ].map(([, name]) => String(name)),
    );

describe("the production stack", function () {
    // The engine walks every path of the graph for each resource that it must not delete: minutes on a busy machine.
    this.timeout(900_000);

    let workspace: Workspace;
    let created = 0;
    before(async () => {
        workspace = await Workspace.create();
        created = counts(await pulumi("up", "--yes", "--skip-preview")).created ?? 0;
    });
    after(() => workspace.remove());

    const pulumi = (command: string, ...args: string[]) =>
        workspace.pulumi(command, "--stack", "prod", ...OPTIONS, ...args);

    it("shows no change after up", async () => {
        assert.deepEqual(counts(await pulumi("preview")), { unchanged: created });
    });

    it("refuses a value that would replace the cluster", async () => {
        const edits = editsOf({ "egress: firewall": "egress: natGateway" }, "Pulumi.prod.yaml");

        const { exitCode, stdout, stderr } = await workspace.edited(edits, () => pulumi("up", "--yes"));

        assert.notEqual(exitCode, 0);
        assert.ok(protectedNames(stdout + stderr).has("cluster"), stdout + stderr);
        assert.deepEqual(counts(await pulumi("preview")), { unchanged: created });
    });

    it("refuses to be destroyed, names what it protects, and loses nothing", async () => {
        const { exitCode, stdout, stderr } = await pulumi("destroy", "--yes");

        assert.notEqual(exitCode, 0);
        const names = protectedNames(stdout + stderr);
        assert.ok(names.has("locks-vault") && names.has("locks-archive"), stdout + stderr);
        assert.deepEqual(counts(await pulumi("preview")), { unchanged: created });
    });
});
