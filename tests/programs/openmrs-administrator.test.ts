import * as assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { administratorScript } from "../../components/openmrs/backend-database";
import { installed } from "./install";
import { mariadbClient, type MariadbServer, startMariadb } from "./install/mariadb-server";

const log = (line: string) => {
    console.log(line);
};

/** Allows for the download of a first run. */
const INSTALL_MS = 10 * 60_000;

/** The columns of OpenMRS' table that matter here, as its schema has them. */
const TABLE = `CREATE TABLE openmrs.users (
    user_id INT AUTO_INCREMENT PRIMARY KEY, system_id VARCHAR(50) NOT NULL,
    password VARCHAR(128), salt VARCHAR(128), date_changed DATETIME) CHARACTER SET utf8mb3`;

/** How OpenMRS hashes a password (Security.encodeString of password and salt). */
const hash = (password: string, salt: string) =>
    createHash("sha512")
        .update(password + salt)
        .digest("hex");

describe("the script that brings the administrator's password up to date", () => {
    let directory: string;
    let server: MariadbServer;

    before(async function () {
        this.timeout(INSTALL_MS);
        directory = await mkdtemp(join(tmpdir(), "administrator-"));
        execFileSync(
            "openssl",
            [
                ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"],
                ...["-keyout", "server.key", "-out", "database-authority.pem", "-subj", "/CN=localhost"],
                ...["-addext", "subjectAltName=DNS:localhost"],
            ],
            { cwd: directory, stdio: "ignore" },
        );
        const config = `[mariadbd]
ssl_cert = ${directory}/database-authority.pem
ssl_key = ${directory}/server.key
tls_version = TLSv1.3
require_secure_transport = ON
`;
        await mkdir(join(directory, "server"));
        server = await startMariadb({ directory: join(directory, "server"), config, log });
        const { command, args, options } = await installed("mariadb", log);
        await mkdir(join(directory, "bin"));
        await writeFile(
            join(directory, "bin/mariadb"),
            `#!/bin/sh\nexec ${[command, ...args].join(" ")} "$@" ${options.join(" ")}\n`,
            { mode: 0o755 },
        );
        await writeFile(join(directory, "database-password"), "databasePassword1");
    });
    after(async () => {
        await server.stop();
        await rm(directory, { recursive: true, force: true });
    });

    beforeEach(async () => {
        const answer = await sql(
            "DROP DATABASE IF EXISTS openmrs; CREATE DATABASE openmrs; " +
                "CREATE OR REPLACE USER openmrs@'%' IDENTIFIED BY 'databasePassword1' REQUIRE SSL; GRANT ALL ON openmrs.* TO openmrs@'%'",
        );
        assert.equal(answer, "");
    });

    async function sql(text: string): Promise<string> {
        const { output, errors } = await mariadbClient(
            [`--socket=${server.socket}`, "--user=root"],
            text,
            log,
        );
        assert.equal(errors, "");
        return output;
    }

    /** Runs the script as the container does, with its files and its server where the test has them. */
    async function run(password: string | undefined, clustered = false) {
        await rm(join(directory, "admin-password"), { force: true });
        if (password !== undefined) {
            await writeFile(join(directory, "admin-password"), password);
        }
        const script = administratorScript(
            {
                server: { host: "localhost", port: server.port },
                engine: "mariadb",
                databaseName: "openmrs",
                userName: "openmrs",
                passwordSecret: "openmrs-database-password",
                authoritySecret: "database-authority",
            },
            clustered,
        ).replaceAll("/run/secrets/vault/", `${directory}/`);
        const { status, stderr } = spawnSync("sh", ["-c", script], {
            encoding: "utf8",
            env: { ...process.env, PATH: `${directory}/bin:${process.env.PATH ?? ""}` },
        });
        return { status, stderr };
    }

    const administrator = async () => {
        const rows = await sql("SELECT password, salt FROM openmrs.users WHERE system_id = 'admin'");
        const [password = "", salt = ""] = rows.trim().split("\t");
        return { password, salt };
    };

    it("leaves an empty database to the server's first start", async () => {
        assert.deepEqual(await run("Secret1"), { status: 0, stderr: "" });
    });

    it("refuses an empty database where several servers would set it up at once", async () => {
        assert.deepEqual(await run("Secret1", true), {
            status: 1,
            stderr: "database: expected one that a single server has set up, got an empty one\n",
        });
    });

    it("sets the password as OpenMRS hashes it, with a new salt, and leaves other accounts alone", async () => {
        await sql(`${TABLE}; INSERT INTO openmrs.users (system_id, password, salt)
            VALUES ('admin', '${hash("Admin123", "s")}', 's'), ('daemon', 'kept', 'salt')`);
        assert.deepEqual(await run("Secret1"), { status: 0, stderr: "" });
        const { password, salt } = await administrator();
        assert.match(salt, /^[0-9a-f]{128}$/);
        assert.equal(password, hash("Secret1", salt));
        assert.equal(
            await sql("SELECT password, salt FROM openmrs.users WHERE system_id = 'daemon'"),
            "kept\tsalt\n",
        );
    });

    it("follows a renewed password, and changes nothing where it is the same", async () => {
        await sql(`${TABLE}; INSERT INTO openmrs.users (system_id, password, salt)
            VALUES ('admin', '${hash("Secret1", "s")}', 's')`);
        await run("Secret1", true);
        assert.equal((await administrator()).salt, "s");
        await run("Secret2", true);
        const { password, salt } = await administrator();
        assert.equal(password, hash("Secret2", salt));
    });

    it("takes a password for what it is, whatever it is made of, and for no SQL", async () => {
        await sql(`${TABLE}; INSERT INTO openmrs.users (system_id, password, salt)
            VALUES ('admin', 'old', 's'), ('daemon', 'kept', 'salt')`);
        const strange = `é$(exit 3)\`\\'; DELETE FROM users; -- "`;
        assert.deepEqual(await run(`${strange}\n`), { status: 0, stderr: "" });
        const { password, salt } = await administrator();
        assert.equal(password, hash(strange, salt));
        assert.equal(await sql("SELECT COUNT(*) FROM openmrs.users"), "2\n");
    });

    it("sets nothing without a password", async () => {
        await sql(
            `${TABLE}; INSERT INTO openmrs.users (system_id, password, salt) VALUES ('admin', 'old', 's')`,
        );
        for (const password of [undefined, "", "\n"]) {
            const { status, stderr } = await run(password);
            assert.notEqual(status, 0);
            assert.match(
                stderr,
                /admin-password: No such file|password: expected the administrator's, got none/,
            );
            assert.deepEqual(await administrator(), { password: "old", salt: "s" });
        }
    });

    it("fails where the database refuses it, so that the pod is started again", async () => {
        await sql("ALTER USER openmrs@'%' IDENTIFIED BY 'another'");
        const { status, stderr } = await run("Secret1");
        assert.notEqual(status, 0);
        assert.match(stderr, /Access denied for user 'openmrs'/);
    });
});
