/** The lock that commands about one cluster take. */
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readdir, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { withLock } from "../../../sandbox/cluster/lock";
import { identify } from "../../../sandbox/cluster/processes";

describe("withLock", () => {
    let folder: string;

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "lock-"));
    });
    afterEach(() => rm(folder, { recursive: true }));

    const mustNotWait = (): void => {
        throw new Error("waited");
    };

    /** The identity of this process, as if it had started at another time. */
    async function deadHolder(): Promise<string> {
        return JSON.stringify({ ...(await identify(process.pid)), started: "another time" });
    }

    it("lets one act at a time, and the others wait", async () => {
        let acting = 0;
        let waiting = 0;
        const results = await Promise.all(
            Array.from({ length: 5 }, (_, index) =>
                withLock(
                    folder,
                    () => waiting++,
                    async () => {
                        assert.equal(++acting, 1);
                        while (waiting < 4 && acting === 1) {
                            await new Promise((resolve) => setImmediate(resolve));
                        }
                        acting--;
                        return index;
                    },
                ),
            ),
        );
        assert.deepEqual(results, [0, 1, 2, 3, 4]);
        assert.equal(waiting, 4);
        assert.deepEqual(await readdir(folder), ["5"]);
    });

    it("is given back when the action fails", async () => {
        const failing = withLock(folder, mustNotWait, () => Promise.reject(new Error("no")));
        await assert.rejects(failing, new Error("no"));
        assert.equal(await withLock(folder, mustNotWait, () => Promise.resolve("yes")), "yes");
    });

    it("tells the action's own failure when the folder is gone", async () => {
        const acting = withLock(folder, mustNotWait, async () => {
            await rm(folder, { recursive: true });
            throw new Error("no");
        });
        await assert.rejects(acting, new Error("no"));
        await mkdir(folder);
    });

    for (const count of [1, 4]) {
        it(`is taken from a dead holder by one of ${String(count)}`, async () => {
            await symlink(await deadHolder(), join(folder, "7"));
            let acting = 0;
            const take = () =>
                withLock(
                    folder,
                    () => undefined,
                    async () => {
                        assert.equal(++acting, 1);
                        await new Promise((resolve) => setImmediate(resolve));
                        acting--;
                    },
                );
            await Promise.all(Array.from({ length: count }, take));
            assert.deepEqual(await readdir(folder), [String(7 + count)]);
        });
    }
});
