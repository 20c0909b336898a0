import * as assert from "node:assert/strict";
import { readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Report } from "../../report/model";
import { openSandbox } from "../../sandbox/sandbox";
import { type CommandResult, Workspace } from "../support/workspace";

const OPTIONS = ["--stack", "dev", "--color", "never", "--non-interactive"];

/** Key that the engine marks a secret with in an exported state. */
const SIGNATURE = "4dabf18193072939515e22adb298388d";

/** Shortest text worth searching for: a shorter one occurs by chance. */
const SEARCHABLE = 12;

/** The counts that the CLI ends with, such as `{ unchanged: 107 }`. */
function changes({ exitCode, stdout, stderr }: CommandResult): Record<string, number> {
    assert.equal(exitCode, 0, stdout + stderr);
    const summary = /^Resources:\n((?: +.+\n)+)/m.exec(stdout)?.[1] ?? "";
    return Object.fromEntries(
        [...summary.matchAll(/(\d+) ([a-z]+)/g)].map(([, count, operation = ""]) => [
            operation,
            Number(count),
        ]),
    );
}

/** Lines that name a resource with a change, such as `~ kubernetes:apps/v1:Deployment openmrs-gateway`. */
function changedResources(output: string): string[] {
    return [...output.matchAll(/^ *([~+-]+ +\S+:\S+ \S+)/gm)]
        .map(([, line]) => String(line).replace(/ +/g, " "))
        .sort();
}

/** Every text inside the secrets of a state exported with --show-secrets. */
function secretTexts(value: unknown, inSecret = false): string[] {
    if (typeof value === "string") {
        return inSecret && value.length >= SEARCHABLE ? [value] : [];
    }
    if (typeof value !== "object" || value === null) {
        return [];
    }
    if (SIGNATURE in value && "plaintext" in value) {
        return secretTexts(JSON.parse(String(value.plaintext)), true);
    }
    return Object.values(value).flatMap((inner) => secretTexts(inner, inSecret));
}

/** Every file that the runs left behind, as text. */
async function filesUnder(directory: string): Promise<Map<string, string>> {
    const entries = await readdir(directory, { recursive: true, withFileTypes: true });
    const files = entries
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name));
    return new Map(
        await Promise.all(files.map(async (file) => [file, await readFile(file, "utf8")] as const)),
    );
}

/**
 * The events of an update, which the CLI gives to its debugging commands only, and what it prints.
 *
 * Without the debugging messages of the Pulumi SDK: these quote every output, secrets too, whoever the provider is.
 * That is why `npm run preview` has the events sent to its own memory and writes none to disk.
 */
async function updateWithEvents(workspace: Workspace): Promise<{ events: string; output: string }> {
    const log = workspace.path("events.jsonl");
    const pulumi = await openSandbox({ projectDirectory: workspace.directory, log: () => undefined });
    let output = "";
    const collect = (text: string) => {
        output += text;
    };
    try {
        const args = ["up", ...OPTIONS, "--yes", "--skip-preview", "--diff", "--event-log", log];
        const exitCode = await pulumi.run(args, {
            stdout: collect,
            stderr: collect,
            env: { PULUMI_DEBUG_COMMANDS: "true" },
        });
        assert.equal(exitCode, 0, output);
    } finally {
        await pulumi.close();
    }
    const events = (await readFile(log, "utf8"))
        .split("\n")
        .filter((line) => !line.includes('"severity":"debug"'));
    await rm(log);
    return { events: events.join("\n"), output };
}

describe("the life of a stack in the sandbox", function () {
    this.timeout(180_000);

    let workspace: Workspace;
    let created = 0;
    before(async () => {
        workspace = await Workspace.create();
    });
    after(() => workspace.remove());

    const pulumi = (command: string, ...args: string[]) => workspace.pulumi(command, ...OPTIONS, ...args);

    it("is created by up", async () => {
        const up = await pulumi("up", "--yes", "--skip-preview");

        const { created: count = 0, ...others } = changes(up);
        assert.ok(count > 80, up.stdout);
        assert.deepEqual(others, {});
        assert.match(up.stdout, /registryLoginServer: "[a-z0-9]+\.azurecr\.io"/);
        assert.match(up.stdout, /oidcIssuerUrl *: "https:\/\//);
        assert.doesNotMatch(up.stdout + up.stderr, /warning/i);
        created = count;
    });

    it("shows no change to a preview", async () => {
        assert.deepEqual(changes(await pulumi("preview")), { unchanged: created });
    });

    it("shows no change to a refresh", async () => {
        assert.deepEqual(changes(await pulumi("refresh", "--yes")), { unchanged: created });
    });

    it("is judged without undecided values, packs on", async () => {
        const { exitCode, stdout, stderr } = await workspace.preview("--stack", "dev");

        assert.equal(exitCode, 0, stdout + stderr);
        const { summary } = JSON.parse(await workspace.read("reports/dev/report.json")) as Report;
        assert.ok(summary.findings.compliant > 100);
        assert.equal(summary.findings.violation + summary.findings.undecided, 0);
    });

    it("keeps every generated secret out of state, events and reports", async () => {
        const { stdout } = await workspace.pulumi("stack", "export", "--stack", "dev", "--show-secrets");
        const secrets = new Set(secretTexts(JSON.parse(stdout)));
        assert.ok(secrets.size >= 6, `${secrets.size.toString()} secrets found`);
        const { events, output } = await updateWithEvents(workspace);

        const places = new Map([
            ...(await filesUnder(workspace.path(".sandbox"))),
            ...(await filesUnder(workspace.path("reports"))),
            ["events", events],
            ["output", output],
        ]);
        const leaks = [...places].flatMap(([place, text]) =>
            [...secrets].filter((secret) => text.includes(secret)).map(() => place),
        );

        assert.deepEqual(leaks, []);
    });

    it("shows exactly the change of one value", async () => {
        await workspace.replace("Pulumi.dev.yaml", "webReplicas: 1", "webReplicas: 2");

        const preview = await pulumi("preview");

        assert.deepEqual(changedResources(preview.stdout), [
            "+ kubernetes:policy/v1:PodDisruptionBudget openmrs-frontend",
            "+ kubernetes:policy/v1:PodDisruptionBudget openmrs-gateway",
            "~ kubernetes:apps/v1:Deployment openmrs-frontend",
            "~ kubernetes:apps/v1:Deployment openmrs-gateway",
        ]);
    });

    it("replaces what Azure cannot change in place", async () => {
        await workspace.replace(
            "components/naming.ts",
            'workspace: ["workspace", "core"]',
            'workspace: ["workspace", "logs"]',
        );

        const preview = await pulumi("preview");

        assert.ok(
            changedResources(preview.stdout).includes(
                "+- azure-native:operationalinsights:Workspace foundation-logs",
            ),
            preview.stdout,
        );
    });

    it("is gone after destroy", async () => {
        assert.deepEqual(changes(await pulumi("destroy", "--yes", "--skip-preview")), { deleted: created });

        const { stdout } = await workspace.pulumi("stack", "export", "--stack", "dev");
        const state = JSON.parse(stdout) as {
            deployment: { resources?: unknown };
        };
        assert.equal(state.deployment.resources, undefined);
    });
});
