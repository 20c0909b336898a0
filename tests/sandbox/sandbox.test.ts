/** The real CLI in the sandbox, over a project of one resource. */
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { ensureStack, openSandbox, type Pulumi } from "../../sandbox/sandbox";
import { tinyProject, type TinyProject } from "./tiny-project";

const PROGRAM = `
const pulumi = require("@pulumi/pulumi");
const random = require("@pulumi/random");
console.log("said on stdout");
console.error("said on stderr");
new random.RandomPassword("password", { length: 20 });
exports.greeting = new pulumi.Config().require("greeting");
`;

/** Prints what a pack may read of its stack while it is loaded. */
const PACK = `
const pulumi = require("@pulumi/pulumi");
const { PolicyPack } = require("@pulumi/policy");
console.error("pack", pulumi.getStack(), new pulumi.Config("tiny").get("greeting"), pulumi.runtime.isDryRun());
new PolicyPack("pack", { policies: [{
    name: "no-passwords", description: "No passwords.", enforcementLevel: "mandatory",
    validateResource: (args, report) => { if (args.type.includes("Password")) { report("a password"); } },
}] });
`;

describe("the sandbox", function () {
    this.timeout(60_000);
    let project: TinyProject;
    let pulumi: Pulumi;

    before(async () => {
        project = await tinyProject(PROGRAM);
        await mkdir(join(project.directory, "pack"));
        await project.write(
            "pack/PulumiPolicy.yaml",
            "runtime:\n  name: nodejs\n  options:\n    typescript: false\nversion: 0.0.1\n",
        );
        await project.write(
            "pack/package.json",
            JSON.stringify({ name: "pack", version: "0.0.1", main: "index.js" }),
        );
        await project.write("pack/index.js", PACK);
        pulumi = await openSandbox({ projectDirectory: project.directory, log: () => undefined });
        await ensureStack(pulumi, "dev");
    });
    after(async () => {
        await pulumi.close();
        await project.remove();
    });

    async function run(...args: readonly string[]): Promise<{ exitCode: number; text: string }> {
        let text = "";
        const add = (part: string): void => {
            text += part;
        };
        const exitCode = await pulumi.run(args, { stdout: add, stderr: add });
        return { exitCode, text };
    }

    it("previews a program, shows what it prints, and warns of nothing", async () => {
        const { exitCode, text } = await run("preview", "--stack", "dev");
        assert.equal(exitCode, 0, text);
        for (const line of [/said on stdout/, /said on stderr/, /greeting: "bonjour"/, /\+ 2 to create/]) {
            assert.match(text, line);
        }
        assert.doesNotMatch(text, /warning|\$PATH/);
    });

    it("lets a policy pack know its stack while it is loaded, and stop the preview", async () => {
        const { exitCode, text } = await run("preview", "--stack", "dev", "--policy-pack", "pack");
        assert.equal(exitCode, 255);
        assert.match(text, /pack dev bonjour true/);
        assert.match(text, /\[mandatory\] {2}no-passwords/);
    });

    it("reports a pack that cannot be loaded", async () => {
        await mkdir(join(project.directory, "broken"), { recursive: true });
        await project.write("broken/PulumiPolicy.yaml", "runtime: nodejs\nversion: 0.0.1\n");
        await project.write("broken/package.json", JSON.stringify({ name: "broken", main: "index.js" }));
        await project.write("broken/index.js", "throw new Error('rules missing');");
        const { exitCode, text } = await run("preview", "--stack", "dev", "--policy-pack", "broken");
        assert.equal(exitCode, 255);
        assert.match(text, /rules missing/);
        assert.match(text, /error: policy pack not started: could not read policy pack port: exit status/);
    });

    it("reports a program that fails", async () => {
        await writeFile(
            join(project.directory, "index.ts"),
            "throw new (require('@pulumi/pulumi').RunError)('out of order');",
        );
        try {
            const { exitCode, text } = await run("preview", "--stack", "dev");
            assert.equal(exitCode, 255);
            assert.match(text, /out of order/);
        } finally {
            await writeFile(join(project.directory, "index.ts"), PROGRAM);
        }
    });

    async function assertProjectUntouched(): Promise<void> {
        assert.equal(
            await readFile(join(project.directory, "Pulumi.dev.yaml"), "utf8"),
            "config:\n  tiny:greeting: bonjour\n",
        );
    }

    for (const line of [
        "up --stack dev --yes --skip-preview",
        "up --stack dev --yes --skip-preview --message config",
        "preview --stack organization/tiny/dev",
        "destroy --stack dev --yes --skip-preview --remove",
        "stack init dev",
    ]) {
        it(`does not write to the project on "${line}"`, async () => {
            const { exitCode, text } = await run(...line.split(" "));
            assert.equal(exitCode, 0, text);
            await assertProjectUntouched();
        });
    }

    it("removes a stack with its resources, and keeps the project's file while they go", async () => {
        await project.write("Pulumi.gone.yaml", "config:\n  tiny:greeting: adieu\n");
        await ensureStack(pulumi, "gone");
        const { exitCode, text } = await run("down", "--stack", "gone", "--yes", "--remove");
        assert.equal(exitCode, 0, text);
        assert.doesNotMatch((await run("stack", "ls")).text, /gone/);
        assert.equal(existsSync(join(project.directory, "Pulumi.gone.yaml")), true);
    });

    it("creates a stack once", async () => {
        await ensureStack(pulumi, "dev");
        await ensureStack(pulumi, "dev");
        await assertProjectUntouched();
        assert.deepEqual((await readdir(join(project.directory, ".sandbox"))).sort(), [
            "config",
            "home",
            "state",
        ]);
    });

    it("selects the stack that it creates, unless told not to", async () => {
        for (const name of ["one", "two", "three"]) {
            await project.write(`Pulumi.${name}.yaml`, "config: {}\n");
        }
        await ensureStack(pulumi, "one");
        const selected = async (): Promise<string> => (await run("stack", "--show-name")).text.trim();
        await run("stack", "init", "two");
        assert.equal(await selected(), "two");
        await run("stack", "init", "three", "--no-select");
        assert.equal(await selected(), "two");
    });

    it("renames a stack with its file", async () => {
        await project.write("Pulumi.before.yaml", "config: {}\n");
        await ensureStack(pulumi, "before");
        const { exitCode, text } = await run("stack", "rename", "after", "--stack", "before");
        assert.equal(exitCode, 0, text);
        assert.deepEqual(
            ["before", "after"].map((name) => existsSync(join(project.directory, `Pulumi.${name}.yaml`))),
            [false, true],
        );
    });

    it("keeps no metadata beside its state, which a killed command would leave empty and unreadable", async () => {
        const files = await readdir(join(project.directory, ".sandbox/state"), { recursive: true });
        assert.equal(files.includes(".pulumi/stacks/tiny/dev.json"), true);
        assert.deepEqual(
            files.filter((file) => file.endsWith(".attrs")),
            [],
        );
    });

    it("hands the environment of one command on to its program", async () => {
        await writeFile(join(project.directory, "index.ts"), "console.log('EXTRA is', process.env.EXTRA);");
        try {
            let text = "";
            await pulumi.run(["preview", "--stack", "dev"], {
                stdout: (part) => (text += part),
                env: { EXTRA: "more" },
            });
            assert.match(text, /EXTRA is more/);
        } finally {
            await writeFile(join(project.directory, "index.ts"), PROGRAM);
        }
    });

    it("finds the stack that was selected", async () => {
        await run("stack", "select", "dev");
        const { exitCode, text } = await run("preview");
        assert.equal(exitCode, 0, text);
        await assertProjectUntouched();
    });

    it("lists the plugins that it attaches", async () => {
        const { text } = await run("plugin", "ls", "--json");
        const plugins = JSON.parse(text) as { name: string; kind: string }[];
        assert.deepEqual(
            plugins
                .filter(({ kind }) => kind === "resource")
                .map(({ name }) => name)
                .sort(),
            ["azure-native", "kubernetes", "random", "tls"],
        );
    });

    it("reads the state and the configuration of its own stack only", async () => {
        const { text } = await run("about", "--json");
        const { backend } = JSON.parse(text.slice(text.indexOf("{"))) as { backend: { url: string } };
        assert.equal(backend.url, `file://${join(project.directory, ".sandbox/state")}?metadata=skip`);
    });
});
