import * as assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { AUDIT_CHECK, AUDIT_SCRIPT } from "../../../components/database/audit";
import { AUDIT_LOG, SOCKET } from "../../../components/database/places";

const line = (who: string, what: string) => `20261101 02:00:00,mariadb-0,${who},7,0,${what},,,0\n`;

/** The container's script and check, with the log and the socket in a folder of the test. */
describe("the audit log's way out", function () {
    this.timeout(30_000);

    let folder: string;
    let log: string;
    let server: Server;
    let follower: ChildProcess;
    let output: string;

    const mapped = (script: string) =>
        script.replaceAll(AUDIT_LOG, log).replaceAll(SOCKET, join(folder, "socket"));

    beforeEach(async () => {
        folder = await mkdtemp(join(tmpdir(), "ap-"));
        log = join(folder, "server_audit.log");
        await writeFile(log, line("openmrs,10.0.0.1", "CONNECT"));
        server = createServer().listen(join(folder, "socket"));
        await once(server, "listening");
        output = "";
        follower = spawn("bash", ["-c", mapped(AUDIT_SCRIPT)], {
            detached: true,
            stdio: ["ignore", "pipe", "ignore"],
        });
        follower.stdout?.on("data", (part: Buffer) => (output += part.toString()));
    });
    afterEach(async () => {
        endAll();
        server.close();
        await rm(folder, { recursive: true, force: true });
    });

    /** The script and what it started have a process group of their own. */
    const endAll = () => {
        if (follower.pid !== undefined && follower.exitCode === null && follower.signalCode === null) {
            process.kill(-follower.pid, "SIGKILL");
        }
    };

    const arrives = async (text: string) => {
        for (let tries = 0; tries < 100 && !output.includes(text); tries += 1) {
            await sleep(50);
        }
        assert.ok(output.includes(text), `expected "${text}", got "${output}"`);
    };

    it("shows what was written before and after it started, also once the server has begun a new file", async () => {
        await arrives("openmrs,10.0.0.1,7,0,CONNECT");
        await rename(log, `${log}.1`);
        await writeFile(log, line("replication,10.0.0.2", "CONNECT"));
        await arrives("replication,10.0.0.2,7,0,CONNECT");
    });

    it("leaves out the connections of the probes, not those that failed", async () => {
        await appendFile(
            log,
            line("mysql,localhost", "CONNECT") +
                line("mysql,localhost", "DISCONNECT") +
                line("mysql,10.0.0.3", "CONNECT") +
                line("mysql,localhost", "FAILED_CONNECT"),
        );
        await arrives("mysql,localhost,7,0,FAILED_CONNECT");
        await arrives("mysql,10.0.0.3,7,0,CONNECT");
        assert.doesNotMatch(output, /mysql,localhost,7,0,(DIS)?CONNECT/);
    });

    it("is checked by whether the file that the server writes is read", async () => {
        await arrives("openmrs");
        const check = async () =>
            new Promise((resolve) => {
                execFile("bash", ["-c", mapped(AUDIT_CHECK)], (error) => {
                    resolve(error === null);
                });
            });
        assert.equal(await check(), true);
        endAll();
        await once(follower, "close");
        assert.equal(await check(), false);
    });

    it("ends after the server, whose last lines it shows", async () => {
        await arrives("openmrs");
        follower.kill("SIGTERM");
        await appendFile(log, line("openmrs,10.0.0.1", "DISCONNECT"));
        await arrives("DISCONNECT");
        assert.equal(follower.exitCode, null);
        server.close();
        await once(follower, "exit");
    });
});
