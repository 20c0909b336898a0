import * as assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { Workspace } from "../support/workspace";

/** A pack named hds that looks at every resource, and does `action` on the first ConfigMap. */
const packThat = (action: string): string => `
const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("hds", {
    policies: [{
        name: "resource-tags",
        description: "breaks",
        enforcementLevel: "mandatory",
        validateResource: (args) => {
            if (args.type === "kubernetes:core/v1:ConfigMap") {
                ${action}
            }
        },
    }],
});
`;

const BROKEN_PACKS: readonly { readonly title: string; readonly pack: string; readonly reason: RegExp }[] = [
    {
        title: "ends on a resource",
        pack: packThat("process.exit(0);"),
        reason: /error reading from server|EOF/,
    },
    {
        title: "is killed",
        pack: packThat('process.kill(process.pid, "SIGKILL");'),
        reason: /error reading from server|EOF/,
    },
    {
        title: "throws",
        pack: packThat('throw new Error("rule out of order");'),
        reason: /rule out of order/,
    },
    { title: "does not load", pack: "const = 1;", reason: /SyntaxError/ },
    {
        title: "has rules that the framework does not know",
        pack: packThat("").replace("resource-tags", "made-up"),
        reason: /règles inconnues du référentiel \(made-up\)/,
    },
    {
        title: "bears another name",
        pack: packThat("").replace('"hds"', '"other"'),
        reason: /paquet de règles « hds »\s*: aucune ressource examinée/,
    },
];

describe("a preview whose pack", function () {
    this.timeout(120_000);

    let workspace: Workspace;
    beforeEach(async () => {
        workspace = await Workspace.create();
    });
    afterEach(() => workspace.remove());

    for (const { title, pack, reason } of BROKEN_PACKS) {
        it(`${title} gives no verdict and leaves no report`, async () => {
            await workspace.write("policies/hds/index.js", pack);

            const { exitCode, stdout, stderr } = await workspace.preview("--stack", "dev");

            assert.equal(exitCode, 2, stdout + stderr);
            assert.match(stderr.replaceAll("\u00a0", " "), reason);
            assert.doesNotMatch(stdout, /conforme/);
            assert.equal(existsSync(workspace.path("reports/dev/latest")), false);
        });
    }
});

describe("a preview with a rule that cannot be loaded", function () {
    this.timeout(120_000);

    it("could not run, which is not a violation", async () => {
        const workspace = await Workspace.create();
        try {
            await workspace.replace(
                "policies/catalogue.ts",
                "/** Every rule of the project. */",
                'throw new Error("out of order");\n/** Every rule of the project. */',
            );

            assert.equal((await workspace.preview()).exitCode, 2);
        } finally {
            await workspace.remove();
        }
    });
});

describe("a preview of a faulty configuration", function () {
    this.timeout(120_000);

    it("names every fault at once, registers nothing and gives no verdict", async () => {
        const workspace = await Workspace.create();
        try {
            await workspace.replace("Pulumi.dev.yaml", "location: francecentral", "location: uksouth");
            await workspace.replace("Pulumi.dev.yaml", "logRetentionDays: 180", "logRetentionDay: 90");

            const { exitCode, stdout, stderr } = await workspace.preview("--stack", "dev");

            assert.equal(exitCode, 2, stdout + stderr);
            assert.match(stderr, /azure-native:location: expected .*, got "uksouth"/);
            assert.match(stderr, /logRetentionDay: expected a declared key, .*nearest: logRetentionDays/);
            assert.doesNotMatch(stderr, /\bat .*\.ts:\d+/);
            assert.equal(existsSync(workspace.path("reports/dev/latest")), false);
        } finally {
            await workspace.remove();
        }
    });
});
