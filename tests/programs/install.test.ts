import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { installed, type Program } from "./install";
import { checkSha256 } from "./install/checksum";
import { mariadbClient, startMariadb, type MariadbServer } from "./install/mariadb-server";

const log = (line: string) => {
    console.log(line);
};

/** Allows for the downloads of a first run. */
const INSTALL_MS = 10 * 60_000;

/** What a program prints, whether it succeeds or not. */
const run = async (program: Program, own: readonly string[]) => {
    const { command, args } = await installed(program, log);
    const { stdout, stderr } = spawnSync(command, [...args, ...own], { encoding: "utf8" });
    return `${stdout}${stderr}`;
};

describe("installed programs", () => {
    before(async function () {
        this.timeout(INSTALL_MS);
        await Promise.all([installed("mariadbd", log), installed("nginx", log)]);
    });

    it("have the series that the platform deploys", async () => {
        assert.match(await run("mariadbd", ["--version"]), /Ver 11\.8\.\d+-MariaDB/);
        assert.match(await run("mariadb", ["--version"]), /from 11\.8\.\d+-MariaDB/);
        const [, minor] = /nginx\/1\.(\d+)\.\d+/.exec(await run("nginx", ["-v"])) ?? [];
        assert.ok(Number(minor) >= 28, `nginx: expected 1.28 or newer, got 1.${String(minor)}`);
    });

    it("answer at once when they are there", async () => {
        const lines: string[] = [];
        await installed("mariadbd", (line) => lines.push(line));
        assert.deepEqual(lines, []);
    });
});

describe("a program that cannot be installed", () => {
    let cache: string;
    before(async () => {
        cache = await mkdtemp(join(tmpdir(), "cache-"));
    });
    after(() => rm(cache, { recursive: true, force: true }));

    /** What a process says that installs a program with nothing on PATH. */
    const failure = (module: string, call: string) => {
        const program = `require("./tests/programs/${module}").${call}.catch((error) => console.log(error.message))`;
        return spawnSync(process.execPath, ["--require", "tsx/cjs", "--eval", program], {
            encoding: "utf8",
            env: { XDG_CACHE_HOME: cache, PATH: cache },
        }).stdout;
    };
    const silent = "() => undefined";

    it("names the remedy, and leaves nothing behind", async () => {
        const noApt =
            "apt-get: expected it on PATH, got none; the tests install programs from Debian packages, so run them on Debian or Ubuntu\n";
        const noPython =
            'python3: expected it on PATH, got none; run "apt-get install python3 python3-venv"\n';
        assert.equal(failure("install", `installed("nginx", ${silent})`), noApt);
        assert.equal(failure("install/chromium", `chromium(${silent})`), noApt);
        assert.equal(failure("install/trestle", `trestle(${silent})`), noPython);
        assert.equal(failure("install/verapdf", `verapdf(${silent})`), noPython);
        assert.equal(
            failure("install/schemas", `schemaOf("sarif-2.1.0", ${silent})`),
            "go: expected it on PATH, got none; install Go\n",
        );
        assert.deepEqual(await readdir(join(cache, "audioprothese-plus/programs")), []);
    });

    it("is not kept where it is not the file that is pinned", () => {
        assert.throws(() => {
            checkSha256("a.jar", "b", "c");
        }, /^UserError: a\.jar: expected SHA-256 c, got 3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d/);
    });
});

describe("an installed nginx", () => {
    let directory: string;
    before(async () => {
        directory = await mkdtemp(join(tmpdir(), "nginx-"));
    });
    after(() => rm(directory, { recursive: true, force: true }));

    const check = async (http: string) => {
        const file = join(directory, "nginx.conf");
        const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
            (what) => `${what}_temp_path ${directory}/${what};`,
        );
        await writeFile(
            file,
            `pid ${directory}/nginx.pid; events {} http { access_log off; ${folders.join(" ")} ${http} }`,
        );
        return run("nginx", ["-t", "-c", file]);
    };

    it("knows servers of an upstream whose names are resolved again", async () => {
        const upstream = "upstream u { zone u 64k; server backend.example:8080 resolve; }";
        assert.match(await check(`resolver 127.0.0.1; ${upstream}`), /test is successful/);
    });

    it("refuses a directive that it does not know", async () => {
        assert.match(await check("no_such_directive on;"), /unknown directive "no_such_directive"/);
    });
});

describe("an installed MariaDB", () => {
    let directory: string;
    let server: MariadbServer;

    before(async function () {
        this.timeout(INSTALL_MS);
        directory = await mkdtemp(join(tmpdir(), "mariadb-"));
        selfSigned(directory);
        await writeFile(join(directory, "keys"), `1;${randomBytes(32).toString("hex")}\n`);
        server = await startMariadb({ directory, config: config(directory), log });
    });
    after(async () => {
        await server.stop();
        await rm(directory, { recursive: true, force: true });
    });

    const over = (...args: string[]) =>
        mariadbClient(
            [
                "--protocol=tcp",
                "--host=localhost",
                `--port=${String(server.port)}`,
                "--user=reader",
                "--password=p",
                "--ssl-verify-server-cert",
                ...args,
            ],
            "SHOW STATUS LIKE 'Ssl_version'",
            log,
        );
    const asRoot = (sql: string) => mariadbClient([`--socket=${server.socket}`, "--user=root"], sql, log);

    it("takes SQL from the client over its socket", async () => {
        assert.deepEqual(
            await asRoot("CREATE USER reader@'%' IDENTIFIED BY 'p' REQUIRE SSL; SELECT 1 + 1, 'x'"),
            { code: 0, output: "2\tx\n", errors: "" },
        );
    });

    it("speaks TLS 1.3 to a client that knows its authority", async () => {
        assert.deepEqual(await over(`--ssl-ca=${directory}/ca.pem`), {
            code: 0,
            output: "Ssl_version\tTLSv1.3\n",
            errors: "",
        });
    });

    it("is refused by a client that knows another authority, and refuses TLS 1.2", async () => {
        const other = await over(`--ssl-ca=${directory}/other-ca.pem`);
        assert.match(other.errors, /certificate/);
        assert.notEqual(other.code, 0);
        const old = await over(`--ssl-ca=${directory}/ca.pem`, "--tls-version=TLSv1.2");
        assert.match(old.errors, /TLS\/SSL error/);
        assert.notEqual(old.code, 0);
    });

    it("encrypts its tables and keeps an audit log, with its plugins", async () => {
        const { output } = await asRoot(
            "CREATE DATABASE d; CREATE TABLE d.t (x TEXT); INSERT INTO d.t VALUES ('plaintext-marker'); FLUSH TABLES d.t FOR EXPORT; " +
                "SELECT COUNT(*) > 0, MIN(ENCRYPTION_SCHEME) FROM information_schema.INNODB_TABLESPACES_ENCRYPTION WHERE NAME = 'd/t'",
        );
        assert.equal(output, "1\t1\n");
        assert.equal((await readFile(join(directory, "data/d/t.ibd"))).includes("plaintext-marker"), false);
        assert.match(await readFile(join(directory, "audit.log"), "utf8"), /INSERT INTO d\.t/);
    });

    it("says why it does not start", async () => {
        const broken = await mkdtemp(join(tmpdir(), "mariadb-"));
        try {
            await assert.rejects(
                startMariadb({ directory: broken, config: "[mariadbd]\nno_such_option=1\n", log }),
                /mariadbd: expected it to make its system tables, got ".*unknown variable 'no_such_option=1'/,
            );
        } finally {
            await rm(broken, { recursive: true, force: true });
        }
    });

    it("keeps its data when it is started again", async () => {
        await server.stop();
        server = await startMariadb({ directory, config: config(directory), log });
        assert.equal((await asRoot("SELECT x FROM d.t")).output, "plaintext-marker\n");
    });
});

function config(directory: string): string {
    return `[mariadbd]
ssl_ca = ${directory}/ca.pem
ssl_cert = ${directory}/server.pem
ssl_key = ${directory}/server.key
tls_version = TLSv1.3
require_secure_transport = ON
plugin_load_add = file_key_management
file_key_management_filename = ${directory}/keys
innodb_encrypt_tables = FORCE
innodb_encrypt_log = ON
plugin_load_add = server_audit
server_audit_logging = ON
server_audit_events = CONNECT,QUERY
server_audit_file_path = ${directory}/audit.log
`;
}

/** Writes an authority, another one, and a server's certificate by the first. */
function selfSigned(directory: string): void {
    const openssl = (...args: string[]) =>
        execFileSync("openssl", args, { cwd: directory, stdio: ["ignore", "ignore", "pipe"] });
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
    for (const name of ["ca", "other-ca"]) {
        openssl(
            "req",
            "-x509",
            ...key,
            "-keyout",
            `${name}.key`,
            "-out",
            `${name}.pem`,
            "-subj",
            `/CN=${name}`,
        );
    }
    openssl(
        ...["req", "-x509", ...key, "-keyout", "server.key", "-out", "server.pem", "-subj", "/CN=localhost"],
        ...["-CA", "ca.pem", "-CAkey", "ca.key", "-addext", "subjectAltName=DNS:localhost"],
    );
}
