import * as assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { passwordSecretOf } from "../../components/database/accounts";
import { CERTIFICATE_SECRETS } from "../../components/database/places";
import { Pod, programsIn, Way } from "./mariadb-pod";
import { Vault } from "./mariadb-vault";

/** Allows for the downloads of a first run. */
const INSTALL_MS = 10 * 60_000;

/** What must be found nowhere in clear. */
const MARKER = "marker-of-a-patient";

/** Everything under a folder. */
async function filesUnder(folder: string): Promise<readonly string[]> {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

/** What runs here is what is deployed, but for paths, ports, and the Unix user that the monitor is known by. */
describe("MariaDB as it is configured", function () {
    this.timeout(60_000);

    let folder: string;
    let vault: Vault;
    let nobody: Way;
    let pod: Pod;

    before(async function () {
        this.timeout(INSTALL_MS);
        folder = await mkdtemp(join(tmpdir(), "ap-"));
        vault = await Vault.make(join(folder, "vault"));
        await programsIn(join(folder, "programs"));
        nobody = await Way.to(() => undefined);
        pod = new Pod(0, join(folder, "0"), join(folder, "programs"), vault, nobody);
        await pod.start(0);
    });
    after(async () => {
        await pod.stop();
        await nobody.close();
        await rm(folder, { recursive: true, force: true });
    });

    const openmrs = async (sql: string, ...args: string[]) => pod.as("openmrs", sql, ...args);

    /** What an account is told that may not do something. */
    const refused = async (userName: string, sql: string) => {
        const { code, errors } = await pod.as(userName, sql);
        assert.notEqual(code, 0, `${userName}: expected a refusal of "${sql}", got none`);
        assert.match(errors, /ERROR (1044|1045|1142|1227|1290|1370)/);
    };

    describe("on the network", () => {
        it("speaks TLS 1.3 to a client that knows its authority and its name", async () => {
            assert.deepEqual(await openmrs("SHOW STATUS LIKE 'Ssl_version'"), {
                code: 0,
                output: "Ssl_version\tTLSv1.3\n",
                errors: "",
            });
        });

        it("refuses TLS 1.2", async () => {
            const { code, errors } = await openmrs("DO 0", "--tls-version=TLSv1.2");
            assert.notEqual(code, 0);
            assert.match(errors, /TLS\/SSL error/);
        });

        it("refuses a connection without TLS", async () => {
            const { code, errors } = await openmrs("DO 0", "--skip-ssl", "--skip-ssl-verify-server-cert");
            assert.notEqual(code, 0);
            assert.match(errors, /ERROR 3159|ERROR 1045/);
        });

        it("is refused by a client that knows another authority", async () => {
            const stranger = await Vault.make(join(folder, "stranger"));
            const { code, errors } = await openmrs(
                "DO 0",
                `--ssl-ca=${stranger.file(CERTIFICATE_SECRETS.authority)}`,
            );
            assert.notEqual(code, 0);
            assert.match(errors, /certificate/);
        });
    });

    describe("its accounts", () => {
        it("let a service make, fill, change and drop what its database is made of", async () => {
            const { code, errors } = await openmrs(
                [
                    "CREATE TABLE openmrs.a (id INT AUTO_INCREMENT PRIMARY KEY, x VARCHAR(99)) ENGINE = InnoDB",
                    "CREATE TABLE openmrs.b (a INT, FOREIGN KEY (a) REFERENCES openmrs.a (id))",
                    "ALTER TABLE openmrs.a ADD COLUMN y INT, ADD INDEX (y)",
                    `INSERT INTO openmrs.a (x, y) VALUES ('${MARKER}', 1)`,
                    "UPDATE openmrs.a SET y = 2",
                    "CREATE VIEW openmrs.v AS SELECT * FROM openmrs.a",
                    "CREATE FUNCTION openmrs.f () RETURNS INT NOT DETERMINISTIC RETURN (SELECT MAX(y) FROM openmrs.a)",
                    "CREATE TRIGGER openmrs.t BEFORE INSERT ON openmrs.b FOR EACH ROW SET NEW.a = 1",
                    "CREATE TEMPORARY TABLE openmrs.c SELECT * FROM openmrs.v WHERE y = openmrs.f()",
                    "LOCK TABLES openmrs.a WRITE",
                    "UNLOCK TABLES",
                    "DROP TRIGGER openmrs.t",
                    "DROP FUNCTION openmrs.f",
                    "DROP VIEW openmrs.v",
                    "DROP TABLE openmrs.b",
                ].join("; "),
            );
            assert.deepEqual({ code, errors }, { code: 0, errors: "" });
        });

        for (const sql of [
            "SELECT * FROM mysql.user",
            "SELECT * FROM mysql.global_priv",
            "CREATE DATABASE other",
            "USE mysql",
            "CREATE USER thief IDENTIFIED BY 'x'",
            "GRANT SELECT ON openmrs.* TO replication",
            "SELECT * FROM openmrs.a INTO OUTFILE '/tmp/x'",
            "LOAD DATA INFILE '/etc/passwd' INTO TABLE openmrs.a",
            "SET GLOBAL read_only = OFF",
            "SET GLOBAL server_audit_logging = OFF",
            "SHOW BINARY LOGS",
            "CREATE EVENT openmrs.e ON SCHEDULE EVERY 1 DAY DO DELETE FROM openmrs.a",
            "SHUTDOWN",
        ]) {
            it(`keep a service from ${sql}`, async () => {
                await refused("openmrs", sql);
            });
        }

        it("show a service no process but its own, and no database but its own", async () => {
            const { output } = await openmrs(
                "SHOW DATABASES; SELECT COUNT(DISTINCT user) FROM information_schema.processlist",
            );
            assert.equal(output, "information_schema\nopenmrs\n1\n");
        });

        it("let replication read no table, and copying write none", async () => {
            await refused("replication", "SELECT * FROM openmrs.a");
            await refused("replication", "SELECT * FROM mysql.global_priv");
            await refused("copy", "DELETE FROM openmrs.a");
            await refused("copy", "SELECT * FROM mysql.global_priv");
            await refused("copy", "SET GLOBAL read_only = ON");
        });

        it("are known by password only over TLS, root not at all", async () => {
            assert.equal((await pod.asMonitor("SELECT CURRENT_USER()")).output, "mysql@localhost\n");
            const { errors } = await pod.over(["--user=root"], "DO 0");
            assert.match(errors, /ERROR 1698/);
            const { output } = await pod.asMonitor("SHOW GRANTS");
            assert.match(
                output,
                /^GRANT PROCESS, BINLOG MONITOR, SLAVE MONITOR ON \*\.\* TO `mysql`@`localhost`/,
            );
        });
    });

    describe("on its disk", () => {
        it("leaves nothing in clear: tables, redo, undo and binary logs", async () => {
            await openmrs(
                `CREATE TABLE openmrs.m (x TEXT); INSERT INTO openmrs.m VALUES ('${MARKER}'); UPDATE openmrs.m SET x = '${MARKER}-2'`,
            );
            await pod.restart(0);
            const files = await filesUnder(pod.file("disk"));
            for (const name of ["ibdata1", "ib_logfile0", "m.ibd", "mariadb-bin.000001", "undo001"]) {
                assert.ok(
                    files.some((file) => file.endsWith(`/${name}`)),
                    `${name}: expected among the files`,
                );
            }
            for (const file of files) {
                assert.equal((await readFile(file)).includes(MARKER), false, `${file}: found in clear`);
            }
            assert.match((await openmrs("SELECT x FROM openmrs.m")).output, new RegExp(`^${MARKER}-2$`, "m"));
        });

        it("keeps the secrets out of everything but memory", async () => {
            const password = await readFile(vault.file(passwordSecretOf({ userName: "openmrs" })), "utf8");
            const files = await Promise.all(["disk", "audit"].map((name) => filesUnder(pod.file(name))));
            for (const file of files.flat()) {
                assert.equal((await readFile(file)).includes(password), false, `${file}: found a password`);
            }
            for (const file of await filesUnder(pod.file("role"))) {
                assert.equal((await stat(file)).mode & 0o077, 0, `${file}: others may read it`);
            }
        });
    });

    describe("its audit log", () => {
        const audit = async () => readFile(pod.file("audit/server_audit.log"), "utf8");

        it("tells who connected, who was refused, and who changed tables", async () => {
            await openmrs("CREATE TABLE openmrs.seen (x INT)");
            await pod.over(["--user=openmrs", "--password=wrong"], "DO 0");
            const log = await audit();
            assert.match(log, /,openmrs,[^,]*,\d+,0,CONNECT,/);
            assert.match(log, /,openmrs,[^,]*,\d+,0,FAILED_CONNECT,/);
            assert.match(log, /QUERY,.*CREATE TABLE openmrs\.seen/);
        });

        it("tells who tried to change a right, without the password", async () => {
            await refused(
                "openmrs",
                "GRANT SELECT ON mysql.* TO openmrs IDENTIFIED BY 'secret-in-a-statement'",
            );
            const log = await audit();
            assert.match(log, /QUERY,.*GRANT SELECT ON mysql/);
            assert.doesNotMatch(log, /secret-in-a-statement/);
        });

        it("tells nothing of patients", async () => {
            await openmrs(`SELECT '${MARKER}'; INSERT INTO openmrs.m VALUES ('${MARKER}')`);
            assert.doesNotMatch(await audit(), new RegExp(MARKER));
        });

        it("cannot be switched off by unloading it", async () => {
            await refused("openmrs", "UNINSTALL PLUGIN server_audit");
            const { output } = await pod.asMonitor(
                "SELECT load_option FROM information_schema.plugins WHERE plugin_name IN ('SERVER_AUDIT', 'file_key_management')",
            );
            assert.equal(output, "FORCE_PLUS_PERMANENT\nFORCE_PLUS_PERMANENT\n");
        });
    });

    it("knows every line of its configuration", async () => {
        assert.doesNotMatch(await pod.errorLog(), /unknown|deprecated|\[ERROR\]/i);
    });

    it("takes no writes and is not healthy where its first statements failed", async () => {
        await pod.stop();
        await pod.start(0, (sql) => sql.replace("STOP REPLICA;", "NO SUCH STATEMENT;"));
        const { errors } = await openmrs("CREATE TABLE openmrs.n (x INT)");
        assert.match(errors, /ERROR 1290/);
        assert.match((await pod.asMonitor("DO 0")).errors, /ERROR 4151/);
        await pod.restart(0);
        assert.equal((await pod.asMonitor("DO 0")).errors, "");
    });

    it("does not start without its key, its certificate or a password", async () => {
        for (const [secret, reason] of [
            [passwordSecretOf({ userName: "openmrs" }), /database-openmrs-password: expected a file in/],
            [CERTIFICATE_SECRETS.key, /SSL|key/],
        ] as const) {
            const other = await Vault.make(join(folder, `without-${secret}`));
            await rm(other.file(secret));
            const without = new Pod(
                0,
                join(folder, `pod-${secret}`),
                join(folder, "programs"),
                other,
                nobody,
            );
            try {
                await assert.rejects(without.start(0), reason);
            } finally {
                await without.stop();
            }
        }
    });

    describe("its binary logs", () => {
        it("go when their time has come, whether or not a replica follows", async () => {
            await pod.stop();
            await pod.start(
                0,
                (sql) =>
                    `${sql}SET GLOBAL binlog_expire_logs_seconds = 1;\nDO SLEEP(3);\nFLUSH BINARY LOGS;\n`,
            );
            const files = await filesUnder(pod.file("disk"));
            assert.deepEqual(
                files.filter((file) => file.endsWith("/mariadb-bin.000001")),
                [],
            );
        });
    });
});
