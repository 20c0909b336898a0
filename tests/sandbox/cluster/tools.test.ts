/** The build of the cluster's programs, with a shell script in the place of Go. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

import { Children } from "../../../sandbox/children";
import {
    clusterTools,
    DEFINITION_FILES,
    GO_VERSION,
    STAGE_FILES,
    VERSIONS,
    type Tools,
} from "../../../sandbox/cluster/tools";
import { UserError } from "../../../sandbox/user-error";

const CLUSTER = join(__dirname, "../../../sandbox/cluster");

/** A definition, with prose, a property of that name and several versions, one that nobody needs, and another object. */
const YAML = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: sidecars.networking.istio.io }
spec:
    versions:
        - { name: v1, served: true, storage: false, description: prose, properties: { description: { type: string } } }
        - { name: v1beta1, served: true, storage: true }
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: things.example.org }
spec: { versions: [{ name: v1, served: true, storage: true }] }
---
apiVersion: v1
kind: ConfigMap
metadata: { name: other }
---
`;

/** Writes a file for each package, and says that every module is in one folder. */
const WORKING_GO = `
    case $1 in
    build)
        while [ "$1" != -o ]; do shift; done
        folder=$2; shift 2
        for package in "$@"; do
            case $package in go.etcd.io/*) name=server ;; *) name=\${package##*/} ;; esac
            echo program > "$folder/$name"
        done ;;
    list) echo "$HOME/module" ;;
    esac
`;

/** The id of a process that has ended. */
function deadProcess(): number {
    return spawnSync("true").pid;
}

describe("clusterTools", () => {
    let home: string;
    let children: Children;
    let lines: string[];

    beforeEach(async () => {
        home = await mkdtemp(join(tmpdir(), "tools-"));
        children = new Children();
        lines = [];
        for (const path of Object.values({ ...DEFINITION_FILES, ...STAGE_FILES }).flat()) {
            const file = join(home, "module", path);
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, path.includes("stage") ? `kind: Stage # ${basename(path)}\n` : YAML);
        }
    });
    afterEach(async () => {
        await children.close();
        await rm(home, { recursive: true });
    });

    async function go(text: string): Promise<void> {
        const file = join(home, "go/go");
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, `#!/bin/sh\necho "$1" >> "$HOME/calls"\n${text}`);
        await chmod(file, 0o755);
    }

    function tools(): Promise<Tools> {
        return clusterTools(
            { PATH: `${join(home, "go")}:/usr/bin:/bin`, HOME: home },
            { log: (line) => lines.push(line), children },
        );
    }

    function cached(): Promise<string[]> {
        return readdir(join(home, ".cache/audioprothese-plus/cluster")).catch(() => []);
    }

    const failure = (reason: string): UserError =>
        new UserError(
            `Kubernetes ${VERSIONS.kubernetes}: ${reason}; install Go ${GO_VERSION} or later (https://go.dev/dl/) and let it reach its module proxy`,
        );

    it("builds the programs and gathers their files, once", async () => {
        await go(WORKING_GO);
        const first = await tools();
        const folder = dirname(first.etcd);
        assert.deepEqual(
            (await readdir(folder)).sort(),
            Object.values(first)
                .map((path) => basename(path))
                .sort(),
        );
        assert.match(lines[0] ?? "", /^Kubernetes [\d.]+: its programs are built from Go modules, once\./);
        assert.match(lines.at(-1) ?? "", /^Kubernetes [\d.]+: built in \d+ s\.$/);

        const calls = await readFile(join(home, "calls"), "utf8");
        assert.deepEqual(await tools(), first);
        assert.equal(await readFile(join(home, "calls"), "utf8"), calls);
        assert.deepEqual(await cached(), [basename(folder)]);
    });

    it("keeps the definitions of the platform's kinds alone, without their prose and older versions", async () => {
        await go(WORKING_GO);
        const definitions = JSON.parse(await readFile((await tools()).definitions, "utf8")) as unknown[];
        assert.equal(definitions.length, Object.values(DEFINITION_FILES).flat().length);
        assert.deepEqual(definitions[0], {
            apiVersion: "apiextensions.k8s.io/v1",
            kind: "CustomResourceDefinition",
            metadata: { name: "sidecars.networking.istio.io" },
            spec: {
                versions: [
                    {
                        name: "v1",
                        served: true,
                        storage: true,
                        properties: { description: { type: "string" } },
                    },
                ],
            },
        });
    });

    it("builds anew when a file is gone", async () => {
        await go(WORKING_GO);
        const first = await tools();
        await rm(first.kwok);
        await rm(first.stages);
        assert.deepEqual(await tools(), first);
        assert.equal(existsSync(first.kwok) && existsSync(first.stages), true);
    });

    it("removes what killed commands have left of their builds, and nothing else", async () => {
        await go(WORKING_GO);
        const folder = basename(dirname((await tools()).etcd));
        const cache = join(home, ".cache/audioprothese-plus/cluster");
        await rm(join(cache, folder), { recursive: true });
        const running = `v0.${String(process.pid)}.${randomUUID()}`;
        for (const name of [`v0.${String(deadProcess())}.${randomUUID()}`, running, "v0"]) {
            await mkdir(join(cache, name));
        }
        await tools();
        assert.deepEqual((await cached()).sort(), [folder, running, "v0"].sort());
    });

    it("takes what another command has built meanwhile", async () => {
        await go(WORKING_GO);
        const [one, other] = await Promise.all([tools(), tools()]);
        assert.deepEqual(one, other);
        assert.equal((await cached()).length, 1);
    });

    it("leaves nothing of a build that fails, and says why in Go's words", async () => {
        await go(`case "$1 $PWD" in "build "*/kwok) echo 'disk full' >&2; exit 1 ;; esac\n${WORKING_GO}`);
        await assert.rejects(tools(), failure('expected go build -trimpath to succeed, got "disk full"'));
        assert.deepEqual(await cached(), []);
    });

    it("says that Go is not there", async () => {
        await assert.rejects(tools(), failure("expected go on PATH, got none"));
        assert.deepEqual(await cached(), []);
    });
});

describe("the versions of the cluster's programs", () => {
    it("ask for the Go that the newest of the modules does", async () => {
        const least = await Promise.all(
            ["control-plane", "kwok", "crds"].map(async (folder) => {
                const text = await readFile(join(CLUSTER, folder, "go.mod"), "utf8");
                return /^go (\d+\.\d+)/m.exec(text)?.[1];
            }),
        );
        assert.equal(least.sort().at(-1), GO_VERSION);
    });

    it("are those that the modules pin", async () => {
        const pins = await Promise.all(
            ["control-plane", "kwok"].map((folder) => readFile(join(CLUSTER, folder, "go.mod"), "utf8")),
        );
        for (const [module, version] of [
            ["k8s.io/kubernetes", VERSIONS.kubernetes],
            ["go.etcd.io/etcd/server/v3", VERSIONS.etcd],
            ["sigs.k8s.io/kwok", VERSIONS.kwok],
        ] as const) {
            assert.ok(pins.join("\n").includes(`${module} v${version}\n`), module);
        }
    });
});
