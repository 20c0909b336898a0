import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { ENCRYPTION_SALT } from "../../sandbox/environment";
import {
    commandWords,
    copyStackConfig,
    isStackInit,
    namedStack,
    selectedStack,
} from "../../sandbox/stack-config";
import { UserError } from "../../sandbox/user-error";

describe("namedStack", () => {
    const cases: readonly (readonly [string, string | undefined])[] = [
        ["up --stack dev --yes", "dev"],
        ["up --stack=dev", "dev"],
        ["-s prod preview", "prod"],
        ["up -sdev", "dev"],
        ["stack init dev", "dev"],
        ["stack select dev", "dev"],
        ["stack init --secrets-provider passphrase dev", "dev"],
        ["-C elsewhere stack select dev", "dev"],
        ["preview --stack organization/tiny/dev", "dev"],
        ["preview -s=organization/tiny/dev", "dev"],
        ["stack select organization/tiny/dev", "dev"],
        ["stack ls", undefined],
        ["up", undefined],
        ["up --stack", undefined],
        ["up -- --stack dev", undefined],
    ];
    for (const [line, stack] of cases) {
        it(`finds ${String(stack)} in "${line}"`, () => {
            assert.equal(namedStack(line.split(" ")), stack);
        });
    }
});

describe("commandWords", () => {
    const cases: readonly (readonly [string, readonly string[]])[] = [
        ["config set key value", ["config", "set", "key", "value"]],
        ["-s dev config", ["config"]],
        ["--stack=dev --yes up", ["up"]],
        ["stack -C elsewhere ls -- config", ["stack", "ls"]],
    ];
    for (const [line, words] of cases) {
        it(`finds "${words.join(" ")}" in "${line}"`, () => {
            assert.deepEqual(commandWords(line.split(" ")), words);
        });
    }
});

describe("isStackInit", () => {
    it("tells the creation of a stack from other commands", () => {
        assert.equal(isStackInit(["stack", "init", "dev"]), true);
        assert.equal(isStackInit(["--color", "never", "stack", "init", "dev"]), true);
        assert.equal(isStackInit(["stack", "ls"]), false);
    });
});

describe("the sandbox's copies of stack configuration", () => {
    let project: string;
    let copies: string;

    beforeEach(async () => {
        project = await mkdtemp(join(tmpdir(), "stack-config-"));
        copies = join(project, "copies");
        await writeFile(join(project, "Pulumi.yaml"), "name: tiny\n");
    });
    afterEach(async () => {
        await rm(project, { recursive: true });
    });

    async function copyOf(config: string): Promise<string> {
        await writeFile(join(project, "Pulumi.dev.yaml"), config);
        const copy = await copyStackConfig(project, "dev", copies);
        assert.equal(copy, join(copies, "Pulumi.dev.yaml"));
        return await readFile(copy, "utf8");
    }

    it("give the passphrase's salt and the project's own settings", async () => {
        assert.equal(
            await copyOf("config:\n  tiny:size: 3\n"),
            `encryptionsalt: ${ENCRYPTION_SALT}\nconfig:\n  tiny:size: 3\n`,
        );
    });

    it("leave out the secrets provider of the real stack", async () => {
        assert.equal(
            await copyOf(
                "secretsprovider: azurekeyvault://vault\nencryptedkey: abc\nconfig:\n  tiny:size: 3\n",
            ),
            `encryptionsalt: ${ENCRYPTION_SALT}\nconfig:\n  tiny:size: 3\n`,
        );
    });

    it("keep a secret set in the sandbox", async () => {
        const config = `encryptionsalt: ${ENCRYPTION_SALT}\nconfig:\n  tiny:key:\n    secure: v1:abc\n`;
        assert.equal(await copyOf(config), config);
    });

    it("refuse a secret of a real stack", async () => {
        await assert.rejects(
            copyOf("config:\n  tiny:key:\n    secure: v1:abc\n"),
            new UserError(
                "Pulumi.dev.yaml: expected no secret of a real stack in the sandbox, got one on line 3",
            ),
        );
    });

    it("come with the project's Pulumi.yaml, and leave nothing half written", async () => {
        await copyOf("config: {}\n");
        assert.deepEqual((await readdir(copies)).sort(), ["Pulumi.dev.yaml", "Pulumi.yaml"]);
        assert.equal(await readFile(join(copies, "Pulumi.yaml"), "utf8"), "name: tiny\n");
    });

    it("are not made for a stack without a file", async () => {
        assert.equal(await copyStackConfig(project, "other", copies), undefined);
    });
});

describe("selectedStack", () => {
    it("reads the choice that the CLI keeps for the project", async () => {
        const home = await mkdtemp(join(tmpdir(), "selected-stack-"));
        const name = createHash("sha1").update("/project/Pulumi.yaml").digest("hex");
        await mkdir(join(home, "workspaces"));
        await writeFile(
            join(home, "workspaces", `tiny-${name}-workspace.json`),
            JSON.stringify({ stack: "organization/tiny/dev" }),
        );
        assert.equal(await selectedStack(home, "/project"), "dev");
        assert.equal(await selectedStack(home, "/elsewhere"), undefined);
        await rm(home, { recursive: true });
    });
});
