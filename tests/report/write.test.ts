import * as assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writeAll } from "../../report/write";

describe("reports are written", () => {
    let root: string;
    let directory: string;
    beforeEach(async () => {
        root = await mkdtemp(join(tmpdir(), "report-test-"));
        directory = join(root, "reports", "dev");
    });
    afterEach(() => rm(root, { recursive: true }));

    const contents = async (): Promise<Record<string, string>> => {
        const found: Record<string, string> = {};
        for (const name of await readdir(directory)) {
            found[name] = await readFile(join(directory, name), "utf8");
        }
        return found;
    };

    it("into a new folder, with nothing left beside it", async () => {
        await writeAll(directory, { "a.json": "1", "b.html": "2" });

        assert.deepEqual(await contents(), { "a.json": "1", "b.html": "2" });
        assert.deepEqual(await readdir(join(root, "reports")), ["dev"]);
    });

    it("over older ones, leaving other files alone", async () => {
        await writeAll(directory, { "a.json": "old" });
        await writeFile(join(directory, "note.txt"), "mine");

        await writeAll(directory, { "a.json": "new", "b.html": "2" });

        assert.deepEqual(await contents(), { "a.json": "new", "b.html": "2", "note.txt": "mine" });
    });

    it("all or none: a file that cannot be written leaves the older ones", async () => {
        await writeAll(directory, { "a.json": "old a", "b.html": "old b" });

        await assert.rejects(
            writeAll(directory, { "a.json": "new a", "b.html": "new b", "missing/c": "c" }),
            {
                code: "ENOENT",
            },
        );

        assert.deepEqual(await contents(), { "a.json": "old a", "b.html": "old b" });
        assert.deepEqual(await readdir(join(root, "reports")), ["dev"]);
    });

    it("all or none: a file that cannot be put in place takes back those before it", async () => {
        // Its name is just short enough for a file, and too long for the copy kept of the older one.
        const last = "c".repeat(253);
        await writeAll(directory, { "a.json": "old a", [last]: "old c" });

        await assert.rejects(writeAll(directory, { "a.json": "new a", "b.html": "new b", [last]: "new c" }), {
            code: "ENAMETOOLONG",
        });

        assert.deepEqual(await contents(), { "a.json": "old a", [last]: "old c" });
        assert.deepEqual(await readdir(join(root, "reports")), ["dev"]);
    });
});
