import * as assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import type { Report } from "../../report/model";
import { openSandbox } from "../../sandbox/sandbox";
import { Workspace } from "../support/workspace";
import { disorder, lockPrecedences, PRECEDENCES, type StateResource } from "./destroy-order";
import { changedResources, counts, lostResources, OPTIONS, steps } from "./output";
import { filesUnder, secretTexts } from "./secrets";
import { editsOf, VALUE_CHANGES } from "./value-changes";

const DEV = ["--stack", "dev", ...OPTIONS];

/** What holds data, opens it, or keeps its traces. */
const HOLDS_DATA =
    /:(Vault|Key|StorageAccount|Registry|ManagedCluster|Workspace|DiskEncryptionSet|StorageClass|StatefulSet|PersistentVolumeClaim|RandomPassword) /;

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
        const args = ["up", ...DEV, "--yes", "--skip-preview", "--diff", "--event-log", log];
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

/** What the state of the dev stack holds. */
async function resourcesOf(workspace: Workspace): Promise<readonly StateResource[] | undefined> {
    const { stdout } = await workspace.pulumi("stack", "export", "--stack", "dev");
    return (JSON.parse(stdout) as { deployment: { resources?: readonly StateResource[] } }).deployment
        .resources;
}

describe("the life of a stack in the sandbox", function () {
    this.timeout(180_000);

    let workspace: Workspace;
    let created = 0;
    before(async () => {
        workspace = await Workspace.create();
    });
    after(() => workspace.remove());

    const pulumi = (command: string, ...args: string[]) => workspace.pulumi(command, ...DEV, ...args);

    it("is created in the two steps that the README tells", async () => {
        const readme = await readFile(workspace.path("README.md"), "utf8");
        const left = [...readme.matchAll(/--exclude '([^']+)'/g)].flatMap(([, glob]) => [
            "--exclude",
            String(glob),
        ]);
        assert.ok(left.length > 0);

        const first = await pulumi("up", "--yes", "--skip-preview", "--exclude-dependents", ...left);
        const second = await pulumi("up", "--yes", "--skip-preview");

        assert.doesNotMatch(first.stdout, /ApplicationGateway|kubernetes:\S+:Deployment/);
        const { created: foundation = 0 } = counts(first);
        const { created: rest = 0, ...others } = counts(second);
        assert.ok(foundation > 100 && rest > 50, `${foundation.toString()}, ${rest.toString()}`);
        assert.deepEqual(others, { unchanged: foundation });
        assert.match(second.stdout, /edgeAddress *: "[0-9.]+"/);
        assert.match(second.stdout, /oidcIssuerUrl *: "https:\/\//);
        // The first step warns that it has no address of the edge yet.
        assert.doesNotMatch(second.stdout + second.stderr, /warning/i);
        created = foundation + rest;
    });

    it("shows no change to a preview", async () => {
        assert.deepEqual(counts(await pulumi("preview")), { unchanged: created });
    });

    it("shows no change to a refresh", async () => {
        assert.deepEqual(counts(await pulumi("refresh", "--yes")), { unchanged: created });
    });

    it("is judged without undecided values, packs on", async () => {
        const { exitCode, stdout, stderr } = await workspace.preview("--stack", "dev");

        assert.equal(exitCode, 0, stdout + stderr);
        const { summary } = JSON.parse(await workspace.read("reports/dev/latest/report.json")) as Report;
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

    for (const { title, values, changes, renewed = [] } of VALUE_CHANGES) {
        it(`shows exactly what changes with ${title}`, async () => {
            const preview = await workspace.edited(editsOf(values), () => pulumi("preview"));

            assert.equal(preview.exitCode, 0, preview.stdout + preview.stderr);
            assert.deepEqual(changedResources(preview.stdout), [...changes].sort());
            const lost = lostResources(preview.stdout).filter((line) => HOLDS_DATA.test(line));
            assert.deepEqual(
                new Set(lost.map((line) => line.slice(line.lastIndexOf(" ") + 1))),
                new Set(renewed),
            );
        });
    }

    it("replaces what Kubernetes cannot change in place, and not the disks of it", async () => {
        const edits = editsOf({
            "protectData: false": "protectData: true",
            // As data that is protected asks for.
            "demoData: true": "demoData: false",
            "      min: 1\n      max: 1\n": "      min: 2\n      max: 4\n",
        });

        const preview = await workspace.edited(edits, () => pulumi("preview"));

        const classes = ["cluster-database-storage", "cluster-storage"];
        assert.deepEqual(
            changedResources(preview.stdout).filter((line) => /^(\+\+|\+-|-)/.test(line)),
            ["++", "+-", "--"].flatMap((operation) =>
                classes.map((name) => `${operation} kubernetes:storage.k8s.io/v1:StorageClass ${name}`),
            ),
        );
    });

    it("replaces what Azure cannot change in place", async () => {
        const edit = {
            file: "components/naming.ts",
            from: 'workspace: ["workspace", "core"]',
            to: 'workspace: ["workspace", "logs"]',
        };

        const preview = await workspace.edited([edit], () => pulumi("preview"));

        assert.ok(
            lostResources(preview.stdout).includes("+- azure-native:operationalinsights:Workspace logging"),
            preview.stdout,
        );
    });

    // AKS could migrate it; azure-native replaces (pulumi-azure-native#4771). Where data is protected, Pulumi refuses.
    it("replaces the cluster with another way out, all that is in it, and no other holder of data", async () => {
        const edits = editsOf({ "egress: natGateway": "egress: firewall" });
        const inCluster = ((await resourcesOf(workspace)) ?? []).filter(
            ({ type }) =>
                type.startsWith("kubernetes:") || /:(AgentPool|MaintenanceConfiguration)$/.test(type),
        );

        const preview = await workspace.edited(edits, () => pulumi("preview"));

        assert.equal(preview.exitCode, 0, preview.stdout + preview.stderr);
        const replaced = lostResources(preview.stdout).filter((line) => line.startsWith("+-"));
        assert.deepEqual(
            replaced,
            [
                "azure-native:authorization:ManagementLockByScope locks-cluster",
                "azure-native:containerservice:ManagedCluster cluster",
                "azure-native:monitor:DiagnosticSetting cluster-audit",
                "pulumi:providers:kubernetes cluster",
                ...inCluster.map(({ type, urn }) => `${type} ${urn.slice(urn.lastIndexOf("::") + 2)}`),
            ]
                .map((resource) => `+- ${resource}`)
                .sort(),
        );
    });

    it("changes tags in place, replacing nothing", async () => {
        const edits = editsOf({ "owner: plateforme@": "owner: exploitation@" });

        const { updated = 0, ...others } = counts(
            await workspace.edited(edits, () => pulumi("up", "--yes", "--skip-preview")),
        );

        assert.ok(updated > 50);
        assert.deepEqual(others, { unchanged: created - updated });
    });

    it("replaces a node pool of another machine size, its lock lifted meanwhile, and nothing else", async () => {
        // Of the tags that the last test left, too.
        const edits = editsOf({
            "owner: plateforme@": "owner: exploitation@",
            "vmSize: Standard_D4ds_v5": "vmSize: Standard_D8ds_v5",
        });
        const [pool, lock] = [
            "azure-native:containerservice:AgentPool cluster-general",
            "azure-native:authorization:ManagementLockByScope locks-cluster",
        ];

        const { up, preview } = await workspace.edited(edits, async () => ({
            up: await pulumi("up", "--yes", "--skip-preview"),
            preview: await pulumi("preview"),
        }));

        assert.deepEqual(counts(up), { replaced: 2, unchanged: created - 2 });
        assert.deepEqual(
            steps(up.stdout).filter((step) => /^(deleted original|created replacement) /.test(step)),
            [
                `deleted original ${lock}`,
                `deleted original ${pool}`,
                `created replacement ${pool}`,
                `created replacement ${lock}`,
            ],
        );
        assert.deepEqual(counts(preview), { unchanged: created });
    });

    describe("when destroyed", () => {
        let resources: readonly StateResource[] = [];
        let deletions: readonly string[] = [];

        before(async () => {
            resources = (await resourcesOf(workspace)) ?? [];
            const destroy = await pulumi("destroy", "--yes", "--skip-preview");
            assert.deepEqual(counts(destroy), { deleted: created });
            deletions = steps(destroy.stdout);
        });

        it("leaves nothing", async () => {
            assert.equal(await resourcesOf(workspace), undefined);
        });

        it("lifts each lock before it deletes anything under it", () => {
            const rules = lockPrecedences(resources);

            assert.equal(rules.length, 7);
            assert.deepEqual(
                rules.flatMap((rule) => disorder(rule, resources, deletions)),
                [],
            );
        });

        for (const rule of PRECEDENCES) {
            it(`deletes ${rule.title}`, () => {
                assert.deepEqual(disorder(rule, resources, deletions), []);
            });
        }
    });
});
