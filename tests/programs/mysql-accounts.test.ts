import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { exporterOptions } from "../../components/database/exporter";
import { accountsTask, ADMINISTRATOR_SECRET } from "../../components/database/mysql-accounts";
import { exporterConfig } from "../../components/database/mysql-exporter";
import { type Authority, createAuthority } from "../../sandbox/cluster/certificates";
import { metricsOf } from "../components/observability/metrics/program";
import { installed } from "./install";
import { type ClientAnswer, mariadbClient, type MariadbServer, startMariadb } from "./install/mariadb-server";
import { valuesIn } from "./mariadb-exporter";
import { freePort } from "./nginx/network";

const log = (line: string) => {
    console.log(line);
};

/**
 * The task's own script and SQL, against a MariaDB in the place of Azure's MySQL: both know these statements. Only places
 * are changed, and the authority: Azure's certificates are public ones.
 */
describe("the task that makes accounts in the managed database", () => {
    let directory: string;
    let authority: Authority;
    let server: MariadbServer;

    const vault = (name: string) => join(directory, "vault", name);

    before(async function () {
        this.timeout(0);
        directory = await mkdtemp(join(tmpdir(), "mysql-accounts-"));
        await Promise.all(["vault", "work", "bin"].map((folder) => mkdir(join(directory, folder))));
        authority = await createAuthority("authority");
        const { certificate, key } = await authority.issue({
            name: "localhost",
            hosts: [{ type: "dns", value: "localhost" }],
        });
        await writeFile(join(directory, "server.pem"), certificate);
        await writeFile(join(directory, "server.key"), key);
        server = await startMariadb({
            directory,
            config: [
                "[mariadbd]",
                "require_secure_transport = ON",
                "tls_version = TLSv1.3",
                `ssl_cert = ${join(directory, "server.pem")}`,
                `ssl_key = ${join(directory, "server.key")}`,
            ].join("\n"),
            log,
        });
        await asRoot(
            "CREATE USER ap_db IDENTIFIED BY 'Operator1'; GRANT ALL ON *.* TO ap_db WITH GRANT OPTION;",
        );
        await asRoot("CREATE DATABASE openmrs; CREATE DATABASE other;");
        await writeFile(vault(ADMINISTRATOR_SECRET), "Operator1");
        await writeFile(vault("database-openmrs-password"), "First1");
        await writeFile(vault("database-exporter-password"), "Watch1");
        const { command, args, options } = await installed("mariadb", log);
        const shim = join(directory, "bin", "mariadb");
        await writeFile(shim, `#!/bin/sh\nexec ${[command, ...args].join(" ")} "$@" ${options.join(" ")}\n`);
        await chmod(shim, 0o755);
    });

    after(async () => {
        await server.stop();
        await rm(directory, { recursive: true, force: true });
    });

    async function asRoot(sql: string): Promise<void> {
        const args = [`--socket=${server.socket}`, "--user=root", "--skip-ssl"];
        const { errors } = await mariadbClient(args, sql, log);
        assert.equal(errors, "");
    }

    const asService = (password: string, sql: string) =>
        mariadbClient(
            [
                ...["--host=localhost", "--protocol=tcp", `--port=${server.port.toString()}`],
                ...["--user=openmrs", `--password=${password}`],
                ...[`--ssl-ca=${join(directory, "authorities.pem")}`, "--ssl-verify-server-cert"],
            ],
            sql,
            log,
        );

    /** Runs the task; `certificate` is that of the authority which it trusts. */
    async function run(certificate = authority.certificate): Promise<ClientAnswer> {
        const task = accountsTask({
            namespace: "database",
            image: "mariadb",
            server: { host: "localhost", port: server.port },
            administrator: "ap_db",
            credentialsRotatedOn: "2026-11-01",
        });
        const setup = task.volumes?.setup;
        assert.ok(setup?.kind === "files");
        const authorities = join(directory, "authorities.pem");
        await writeFile(authorities, certificate);
        await rm(join(directory, "setup"), { recursive: true, force: true });
        await mkdir(join(directory, "setup"));
        for (const [name, content] of Object.entries(setup.files)) {
            const here = content
                .replaceAll("/etc/audioprothese", join(directory, "setup"))
                .replaceAll("/run/secrets/vault", join(directory, "vault"))
                .replaceAll("/run/work", join(directory, "work"))
                .replaceAll("/etc/ssl/certs/ca-certificates.crt", authorities);
            await writeFile(join(directory, "setup", name), here);
        }
        const child = spawn("bash", [join(directory, "setup", "accounts.sh")], {
            env: { PATH: `${join(directory, "bin")}:${process.env.PATH ?? ""}` },
            stdio: ["ignore", "pipe", "pipe"],
            detached: true,
        });
        let [output, errors] = ["", ""];
        child.stdout.on("data", (part: Buffer) => (output += part.toString()));
        child.stderr.on("data", (part: Buffer) => {
            errors += part.toString();
            // From there on it would ask again and again; what it waits with ends along.
            if (errors.includes("no answer yet") && child.pid !== undefined) {
                process.kill(-child.pid, "SIGKILL");
            }
        });
        const [code] = (await once(child, "close")) as [number | null];
        return { code: code ?? 1, output, errors };
    }

    it("makes each service's account, which owns its database, over TLS, and nothing else", async () => {
        const answer = await run();
        assert.deepEqual([answer.code, answer.errors], [0, "accounts: the accounts are up to date\n"]);
        const own = await asService(
            "First1",
            "CREATE TABLE openmrs.t (a INT PRIMARY KEY); INSERT INTO openmrs.t VALUES (1); SELECT * FROM openmrs.t; SHOW STATUS LIKE 'Ssl_version';",
        );
        assert.deepEqual([own.output, own.code], ["1\nSsl_version\tTLSv1.3\n", 0]);
        for (const sql of [
            "SELECT * FROM mysql.user",
            "CREATE TABLE other.t (a INT)",
            "CREATE USER thief",
            "GRANT SELECT ON openmrs.* TO ap_db",
        ]) {
            assert.match((await asService("First1", sql)).errors, /denied/, sql);
        }
    });

    it("makes the exporter's account, which tells the server's metrics over TLS and sees no data", async () => {
        const config = join(directory, "exporter.cnf");
        await writeFile(config, exporterConfig({ host: "localhost", port: server.port }, "Watch1"));
        const port = await freePort();
        const answer = (authorities: string) =>
            metricsOf(
                "mysqld_exporter",
                port,
                [...exporterOptions("mysql", config), `--web.listen-address=127.0.0.1:${port.toString()}`],
                // In the place of the public authorities of the image.
                { env: { SSL_CERT_FILE: authorities, SSL_CERT_DIR: join(directory, "none") } },
            );
        const text = await answer(join(directory, "authorities.pem"));
        assert.deepEqual(valuesIn(text, /^mysql_(up|global_status_threads_connected)$/), {
            mysql_up: 1,
            mysql_global_status_threads_connected: 1,
        });
        assert.deepEqual(
            [...text.matchAll(/^mysql_exporter_collector_success\{collector="collect\.(.*)"\} (\d)$/gm)].map(
                ([, name, success]) => [name, success],
            ),
            [
                ["global_status", "1"],
                ["global_variables", "1"],
            ],
        );
        // To a server that nobody vouches for it gives no password.
        const stranger = join(directory, "stranger.pem");
        await writeFile(stranger, (await createAuthority("stranger")).certificate);
        assert.deepEqual(valuesIn(await answer(stranger), /^mysql_up$/), { mysql_up: 0 });

        const asExporter = (sql: string, ...args: string[]) =>
            mariadbClient(
                [
                    ...["--host=localhost", "--protocol=tcp", `--port=${server.port.toString()}`],
                    ...["--user=exporter", "--password=Watch1", ...args],
                ],
                sql,
                log,
            );
        const trusted = [`--ssl-ca=${join(directory, "authorities.pem")}`, "--ssl-verify-server-cert"];
        const { output } = await asExporter("SHOW GRANTS", ...trusted);
        assert.match(output, /^GRANT USAGE ON \*\.\* TO .* REQUIRE SSL WITH MAX_USER_CONNECTIONS 4\n$/);
        for (const sql of [
            "SELECT * FROM openmrs.t",
            "SELECT * FROM mysql.user",
            "CREATE TABLE openmrs.u (a INT)",
        ]) {
            assert.match((await asExporter(sql, ...trusted)).errors, /denied/, sql);
        }
        assert.match((await asExporter("DO 0", "--skip-ssl")).errors, /ERROR (1045|3159)/);
    });

    it("brings in a new password, and ends the old one", async () => {
        await writeFile(vault("database-openmrs-password"), "Second2");
        assert.equal((await run()).code, 0);
        assert.match((await asService("First1", "DO 0")).errors, /Access denied/);
        assert.equal((await asService("Second2", "DO 0")).code, 0);
    });

    it("leaves no password where it is not in memory, and none in what it says", async () => {
        const answer = await run();
        const setup = join(directory, "setup");
        const files = await Promise.all(
            (await readdir(setup)).map((name) => readFile(join(setup, name), "utf8")),
        );
        const said = [...files, answer.output, answer.errors].join("\n");
        assert.doesNotMatch(said, /Operator1|Second2|Watch1/);
    });

    it("speaks to no server that another authority vouches for", async () => {
        const { certificate } = await createAuthority("another");
        const answer = await run(certificate);
        assert.equal(answer.code, 1);
        assert.match(answer.errors, /TLS\/SSL error|certificate/i);
        assert.match(answer.errors, /accounts: no answer yet/);
    });

    it("ends with an error for a password that is missing, or is none", async () => {
        await writeFile(vault("database-openmrs-password"), "it's");
        assert.match((await run()).errors, /database-openmrs-password: expected letters and digits/);
        await rm(vault("database-openmrs-password"));
        const answer = await run();
        assert.equal(answer.code, 1);
        assert.match(answer.errors, /database-openmrs-password: expected a file in .*, got none/);
    });
});
