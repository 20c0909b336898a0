import * as assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdirSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, join } from "node:path";
import { toldOfDisk } from "../../../report/evidence/disk-error";
import { isStaging } from "../../../report/evidence/staging";
import { verify } from "../../../report/evidence/verify";
import { Bench, sampleOf } from "./sample";

const PUBLISHER = join(__dirname, "publisher.ts");
const NODE = [process.execPath, "--require", createRequire(__filename).resolve("tsx/cjs"), PUBLISHER];

describe("a disk that refuses", () => {
    let bench: Bench;
    beforeEach(() => (bench = new Bench()));
    afterEach(() => {
        chmodSync(bench.root, 0o755);
        bench.remove();
    });

    /** Publishes in a process of its own, which a shell starts with a limit. */
    const publishUnder = (limit: string, language: string) =>
        spawnSync("bash", ["-c", `${limit}; exec "$@"`, "bash", ...NODE, "once", bench.series, language], {
            encoding: "utf8",
        });

    it("files so large, as a full one does, gives a clear error and leaves nothing of the report", async () => {
        const whole = await bench.publish(sampleOf(1));

        // In units of 1,024 bytes; the signal that would kill is ignored, so that the write fails instead.
        const { status, stderr } = publishUnder("ulimit -f 64; trap '' XFSZ", "fr");

        assert.equal(
            stderr.trim(),
            `UserError: ${bench.series} : attendu de la place pour tous les fichiers, obtenu EFBIG ; rien n’y a été écrit`,
        );
        assert.equal(status, 2);
        assert.deepEqual(readdirSync(bench.series).sort(), [basename(whole), "latest"]);
    });

    it("to be written to gives a clear error", () => {
        mkdirSync(bench.series, { recursive: true });
        chmodSync(bench.series, 0o555);
        chmodSync(bench.root, 0o555);

        const { status, stderr } = spawnSync(
            NODE[0] ?? "",
            [...NODE.slice(1), "unprivileged", bench.series, "en"],
            {
                encoding: "utf8",
            },
        );

        assert.match(
            stderr.trim(),
            /^UserError: \S+: expected a folder that can be written to, got EACCES; nothing was written there$/,
        );
        assert.equal(status, 2);
        assert.deepEqual(readdirSync(bench.series), []);
    });

    for (const [code, told] of [
        ["ENOSPC", /^\/reports\/dev : attendu de la place/],
        ["EDQUOT", /^\/reports\/dev : attendu de la place/],
        ["EROFS", /^\/reports\/dev : attendu un dossier où écrire/],
        ["EPERM", /^\/reports\/dev : attendu un dossier où écrire/],
    ] as const) {
        it(`with ${code} is told of, but not in place of another path's fault`, () => {
            const error = (path?: string) => Object.assign(new Error(code), { code, ...(path && { path }) });
            for (const path of [undefined, "/reports/dev/.staging/x", "/reports"]) {
                const shown = toldOfDisk(error(path), "/reports/dev", "fr") as Error;
                assert.equal(shown.name, "UserError");
                assert.match(shown.message, told);
            }
            for (const other of [error("/reports/dev2"), new Error("x"), error("/fonts")]) {
                assert.equal(toldOfDisk(other, "/reports/dev", "fr"), other);
            }
        });
    }
});

/** Runs that are killed; each writes reports one after the other until then. */
const KILLS = 12;

describe("a run that is killed", () => {
    let bench: Bench;
    let child: ChildProcess | undefined;
    beforeEach(() => {
        bench = new Bench();
        mkdirSync(bench.series, { recursive: true });
    });
    afterEach(() => {
        child?.kill("SIGKILL");
        bench.remove();
    });

    it("leaves whole reports only, and what it left is removed by the next", async function () {
        this.timeout(120_000);
        let cutShort = 0;
        for (let kill = 0; kill < KILLS; kill += 1) {
            const [command = "", ...args] = NODE;
            child = spawn(command, [...args, "forever", bench.series, "fr"], {
                stdio: ["ignore", "pipe", "inherit"],
            });
            assert.ok(child.stdout);
            await once(child.stdout, "data");
            await new Promise((resolve) => setTimeout(resolve, (kill * 37) % 90));
            child.kill("SIGKILL");
            await once(child, "exit");

            cutShort += readdirSync(bench.series).some(isStaging) ? 1 : 0;
            if (existsSync(join(bench.series, "latest"))) {
                const { reports, faults } = await verify(bench.series, { required: false }, "fr");
                assert.deepEqual(faults, []);
                assert.deepEqual(
                    reports.flatMap((report) => [...report.faults, ...report.remarks]),
                    [],
                );
            }
        }
        assert.ok(cutShort > 0, "no run was killed while it wrote");

        const last = await bench.publish(sampleOf(30));
        assert.deepEqual(
            readdirSync(bench.series).filter((name) => name.startsWith(".")),
            [],
        );
        assert.deepEqual((await verify(last, { required: false }, "fr")).reports[0]?.faults, []);
    });

    it("whoever looks meanwhile sees whole reports only", async function () {
        this.timeout(60_000);
        const [command = "", ...args] = NODE;
        child = spawn(command, [...args, "forever", bench.series, "fr"], {
            stdio: ["ignore", "pipe", "inherit"],
        });
        assert.ok(child.stdout);
        await once(child.stdout, "data");
        for (let look = 0; look < 15; look += 1) {
            await bench.publish(sampleOf(15));
            const { reports } = await verify(join(bench.series, "latest"), { required: false }, "fr");
            assert.deepEqual(
                reports.flatMap((report) => report.faults),
                [],
            );
        }
    });
});
