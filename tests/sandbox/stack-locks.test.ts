import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

import { removeDeadLocks } from "../../sandbox/stack-locks";

describe("removeDeadLocks", () => {
    let state: string;
    let locks: string;

    beforeEach(async () => {
        state = await mkdtemp(join(tmpdir(), "stack-locks-"));
        locks = join(state, ".pulumi", "locks", "organization", "tiny", "dev");
        await mkdir(locks, { recursive: true });
    });
    afterEach(async () => {
        await rm(state, { recursive: true });
    });

    /** The id of a process that has ended. */
    const dead = spawnSync("true").pid;

    async function left(content: string): Promise<string[]> {
        await writeFile(join(locks, "lock.json"), content);
        await removeDeadLocks(state);
        return await readdir(locks);
    }

    it("removes the lock of a process that has ended", async () => {
        assert.deepEqual(await left(JSON.stringify({ pid: dead, hostname: hostname() })), []);
    });

    it("leaves the lock of a process that lives", async () => {
        assert.deepEqual(await left(JSON.stringify({ pid: process.pid, hostname: hostname() })), [
            "lock.json",
        ]);
    });

    it("leaves the lock of another machine", async () => {
        assert.deepEqual(await left(JSON.stringify({ pid: dead, hostname: "elsewhere" })), ["lock.json"]);
    });

    it("leaves a lock that is being written", async () => {
        assert.deepEqual(await left('{"pid": 1'), ["lock.json"]);
    });

    it("does nothing to a state without locks", async () => {
        await rm(join(state, ".pulumi"), { recursive: true });
        await removeDeadLocks(state);
    });
});
