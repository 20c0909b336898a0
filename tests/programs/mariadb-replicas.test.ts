import * as assert from "node:assert/strict";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { passwordSecretOf } from "../../components/database/accounts";
import { eventuallyIs } from "../support/eventually";
import { exporterBeside, valuesIn } from "./mariadb-exporter";
import { Pod, programsIn, Way } from "./mariadb-pod";
import { Vault } from "./mariadb-vault";

/** Allows for the downloads of a first run. */
const INSTALL_MS = 10 * 60_000;

const WAIT_MS = 30_000;

const TWO_PRIMARIES = /expected the other replica to take no writes beside this primary, got one that does/;

const eventually = (question: () => Promise<unknown>, expected: unknown) =>
    eventuallyIs(question, expected, WAIT_MS);

/** A field of what a replica says of how it follows the other one. */
const following = async (pod: Pod, field: string) => {
    const { output } = await pod.asMonitor("SHOW ALL REPLICAS STATUS\\G", "--column-names");
    return new RegExp(`^ *${field}: (.*)$`, "m").exec(output)?.[1];
};

const variable = async (pod: Pod, name: string) => (await pod.asMonitor(`SELECT @@${name}`)).output.trim();

const rows = async (pod: Pod) =>
    (await pod.as("openmrs", "SELECT GROUP_CONCAT(x ORDER BY x) FROM openmrs.t")).output.trim();

const write = async (pod: Pod, x: string) => {
    const { code, errors } = await pod.as("openmrs", `INSERT INTO openmrs.t VALUES ('${x}')`);
    assert.deepEqual({ code, errors }, { code: 0, errors: "" });
};

/** Two servers as two pods of the StatefulSet; each test goes on from where the one before it left them. */
describe("MariaDB's two replicas", function () {
    this.timeout(90_000);

    let folder: string;
    let vault: Vault;
    let zero: Pod;
    let one: Pod;
    let ways: readonly Way[];

    before(async function () {
        this.timeout(INSTALL_MS);
        folder = await mkdtemp(join(tmpdir(), "ap-"));
        const programs = join(folder, "programs");
        vault = await Vault.make(join(folder, "vault"));
        await programsIn(programs);
        const toZero = await Way.to(() => zero.port);
        const toOne = await Way.to(() => one.port);
        ways = [toZero, toOne];
        zero = new Pod(0, join(folder, "0"), programs, vault, toOne);
        one = new Pod(1, join(folder, "1"), programs, vault, toZero);
    });
    after(async () => {
        await Promise.all([zero, one].map((pod) => pod.stop()));
        await Promise.all(ways.map((way) => way.close()));
        await rm(folder, { recursive: true, force: true });
    });

    it("start at once: the replica waits for the primary, and copies it", async () => {
        await Promise.all([zero.start(0), one.start(0)]);
        await zero.as(
            "openmrs",
            "CREATE TABLE openmrs.t (x VARCHAR(99)); CREATE VIEW openmrs.v AS SELECT x FROM openmrs.t",
        );
        await write(zero, "a");
        await eventually(() => rows(one), "a");
    });

    it("are a primary whose commits the other one has, and a replica that follows over TLS and takes no writes", async () => {
        const { output } = await zero.asMonitor("SHOW STATUS LIKE 'Rpl_semi_sync_master_clients'");
        assert.equal(output, "Rpl_semi_sync_master_clients\t1\n");
        assert.equal(await following(one, "Master_SSL_Allowed"), "Yes");
        assert.equal(await following(one, "Using_Gtid"), "Slave_Pos");
        assert.deepEqual([await variable(zero, "read_only"), await variable(one, "read_only")], ["0", "1"]);
        const { errors } = await one.as("openmrs", "INSERT INTO openmrs.t VALUES ('x')");
        assert.match(errors, /ERROR 1290/);
    });

    it("tell Prometheus which one takes writes, that the other follows, and that commits wait for it", async () => {
        const seen = (text: string) =>
            valuesIn(
                text,
                /^mysql_(up|global_variables_read_only|global_status_rpl_semi_sync_(master_clients|master_status|slave_status)|slave_status_slave_(io|sql)_running)$/,
            );
        const [primary, replica] = [await exporterBeside(zero), await exporterBeside(one)];
        assert.deepEqual(seen(primary), {
            mysql_up: 1,
            mysql_global_variables_read_only: 0,
            mysql_global_status_rpl_semi_sync_master_clients: 1,
            mysql_global_status_rpl_semi_sync_master_status: 1,
            mysql_global_status_rpl_semi_sync_slave_status: 0,
        });
        assert.deepEqual(seen(replica), {
            mysql_up: 1,
            mysql_global_variables_read_only: 1,
            mysql_global_status_rpl_semi_sync_master_clients: 0,
            mysql_global_status_rpl_semi_sync_master_status: 0,
            mysql_global_status_rpl_semi_sync_slave_status: 1,
            mysql_slave_status_slave_io_running: 1,
            mysql_slave_status_slave_sql_running: 1,
        });
        for (const text of [primary, replica]) {
            const collectors = [
                ...text.matchAll(/^mysql_exporter_collector_success\{collector="(.*)"\} (\d)$/gm),
            ];
            assert.deepEqual(
                collectors.map(([, name, success]) => [name, success]),
                ["global_status", "global_variables", "slave_status"].map((name) => [`collect.${name}`, "1"]),
            );
            // No statement, whose text may be about a patient.
            assert.deepEqual(text.match(/^mysql_(perf|info)_schema.*|.*INSERT INTO.*/gm), null);
        }
    });

    it("go on after new passwords and a new key, which the last pod of the set gets first", async () => {
        const old = await readFile(vault.file(passwordSecretOf({ userName: "openmrs" })), "utf8");
        await vault.renew("2027-10-01");
        await one.restart(0);
        await zero.restart(0);
        const { errors } = await zero.over(["--user=openmrs", `--password=${old}`], "DO 0");
        assert.match(errors, /ERROR 1045/);
        await write(zero, "b");
        await eventually(() => rows(one), "a,b");
    });

    it("make a new copy where a disk was lost", async () => {
        await zero.as(
            "openmrs",
            "CREATE FUNCTION openmrs.f () RETURNS INT RETURN 7; CREATE TRIGGER openmrs.g BEFORE INSERT ON openmrs.t FOR EACH ROW SET @x = 1",
        );
        await one.stop();
        await one.loseDisk();
        await one.start(0);
        assert.equal(await rows(one), "a,b");
        const { output } = await one.as(
            "openmrs",
            "SELECT openmrs.f(), COUNT(*) FROM openmrs.v; SELECT trigger_name FROM information_schema.triggers",
        );
        assert.equal(output, "7\t2\ng\n");
        await write(zero, "c");
        await eventually(() => rows(one), "a,b,c");
    });

    it("lose nothing when the writes move to the other one, though it comes up before the old one goes, which even starts again", async () => {
        await one.stop();
        // Enough to take a while.
        const { errors: none } = await zero.as(
            "openmrs",
            "CREATE TABLE many SELECT seq, REPEAT('x', 1000) FROM seq_1_to_20000",
            "--database=openmrs",
        );
        assert.equal(none, "");
        assert.equal((await one.prepare(1)).code, 0);
        // The old one's container starts again in its pod, after it was told to take no more writes.
        await zero.stop();
        await zero.startServer();
        await write(zero, "d");
        await assert.rejects(one.startServer(), TWO_PRIMARIES);
        await one.start(1);
        assert.equal(await rows(one), "a,b,c,d");
        await write(one, "e");
        const { errors } = await zero.as("openmrs", "INSERT INTO openmrs.t VALUES ('lost')");
        assert.match(errors, /ERROR 1290/);
    });

    it("refuse to be two primaries, where the old one's container starts again in its pod", async () => {
        await zero.stop();
        await assert.rejects(zero.startServer(), TWO_PRIMARIES);
        await zero.start(1);
        await eventually(() => rows(zero), "a,b,c,d,e");
    });

    it("show nobody a write that the other one has not got yet", async () => {
        await Promise.all([zero, one].map((pod) => pod.stop()));
        await one.start(1, (sql) => `SET GLOBAL rpl_semi_sync_master_timeout = 60000;\n${sql}`);
        const written = write(one, "f");
        const states = "SELECT state FROM information_schema.processlist WHERE user = 'openmrs'";
        await eventually(async () => /semi-sync/i.test((await one.asMonitor(states)).output), true);
        assert.equal(await rows(one), "a,b,c,d,e");
        await zero.start(1);
        await written;
        await eventually(() => rows(zero), "a,b,c,d,e,f");
    });

    it("lose nothing when the writes move back", async () => {
        await one.restart(0);
        const { errors } = await one.as("openmrs", "INSERT INTO openmrs.t VALUES ('lost')");
        assert.match(errors, /ERROR 1290/);
        await zero.restart(0);
        assert.equal(await rows(zero), "a,b,c,d,e,f");
        await write(zero, "g");
        await eventually(() => rows(one), "a,b,c,d,e,f,g");
    });

    it("do not change hands while the passwords do", async () => {
        await vault.renew("2028-09-01");
        await one.stop();
        const { code, output } = await one.prepare(1);
        assert.equal(code, 1);
        assert.match(output, /expected an answer, got a refusal/);
        await one.start(0);
        await zero.restart(0);
        await eventually(() => following(one, "Slave_IO_Running"), "Yes");
    });

    it("go on without the old primary where it is gone, and never follow it astray", async () => {
        await one.stop();
        await write(zero, "only-here");
        await zero.stop();
        await one.start(1);
        await write(one, "h");
        await zero.start(1);
        await eventually(() => following(zero, "Slave_IO_Running"), "No");
        assert.match((await following(zero, "Last_IO_Error")) ?? "", /diverged|not in the master's binlog/);
        assert.equal(await rows(zero), "a,b,c,d,e,f,g,only-here");
        assert.equal(await variable(zero, "read_only"), "1");
    });

    it("follow again once the old primary's disk is made new, which may lead at once, after an upgrade of the server", async () => {
        await zero.stop();
        await zero.loseDisk();
        await zero.start(1);
        assert.equal(await rows(zero), "a,b,c,d,e,f,g,h");
        await one.stop();
        // What a server of the series before leaves.
        await one.leftBy("11.4.5-MariaDB");
        await zero.stop();
        await one.start(1);
        assert.match(await one.dataVersion(), /^11\.8\./);
        await zero.start(0);
        await one.restart(0);
        await write(zero, "i");
        await eventually(() => rows(one), "a,b,c,d,e,f,g,h,i");
    });

    it("take no empty disk for the lost one of the primary, though the other one comes up later", async () => {
        await Promise.all([zero, one].map((pod) => pod.stop()));
        await one.loseDisk();
        one.patience = 30;
        const preparing = one.prepare(1);
        await zero.start(1);
        const { code, output } = await preparing;
        assert.equal(code, 1);
        assert.match(output, /expected the data that .* has a copy of, got an empty disk/);
        await zero.restart(0);
        await one.start(0);
        assert.equal(await rows(one), "a,b,c,d,e,f,g,h,i");
    });
});
