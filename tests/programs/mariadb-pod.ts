import { execFile } from "node:child_process";
import { chmod, mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer, type Server } from "node:net";
import { once } from "node:events";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";

import {
    AUDIT_LOG,
    CERTIFICATE_SECRETS,
    DISK,
    ROLE,
    SETUP,
    SOCKET,
    VAULT,
} from "../../components/database/places";
import { passwordSecretOf } from "../../components/database/accounts";
import { SETUP_FILES } from "../../components/database/replication";
import { serverConfig } from "../../components/database/server-config";
import { installed } from "./install";
import { type ClientAnswer, mariadbClient, type MariadbServer, startMariadb } from "./install/mariadb-server";
import type { Vault } from "./mariadb-vault";

const log = (line: string) => {
    console.log(line);
};

const SCRIPT_MS = 60_000;

/** The programs of the image under their own names, in a folder for PATH. */
export async function programsIn(folder: string): Promise<void> {
    const { command, args, root } = await installed("mariadbd", log);
    const [option = "", libraries = ""] = args;
    const program = (path: string, end = "") =>
        // mariadb-upgrade looks for the other programs beside itself.
        `exec '${command}' --argv0 "$0" ${option} '${libraries}' '${join(root, "usr", path)}' "$@" ${end}\n`;
    // The image finds the platform's file among its own; here both make one.
    const oneFile =
        'case "$1" in --defaults-extra-file=*)\n' +
        'cat "$PLATFORM" "${1#*=}" >"$PLATFORM.all"; shift; set -- --defaults-file="$PLATFORM.all" "$@";; esac\n';
    const asRoot = process.getuid?.() === 0 ? "--user=root" : "";
    const base = `--basedir='${folder}' --plugin-dir='${root}/usr/lib/mysql/plugin'`;
    const scripts = {
        "sbin/mariadbd": oneFile + program("sbin/mariadbd", `${base} ${asRoot}`),
        "bin/mariadb": program("bin/mariadb"),
        "bin/mariadb-check": program("bin/mariadb-check"),
        "bin/mariadb-dump": program("bin/mariadb-dump"),
        "bin/mariadb-upgrade": program("bin/mariadb-upgrade"),
        "bin/my_print_defaults": program("bin/my_print_defaults"),
        "bin/resolveip": program("bin/resolveip"),
        "bin/mariadb-install-db": `${oneFile}exec sh '${root}/usr/bin/mariadb-install-db' "$@" --basedir='${folder}'\n`,
    };
    for (const [path, script] of Object.entries(scripts)) {
        const file = join(folder, path);
        await mkdir(dirname(file), { recursive: true });
        await writeFile(file, `#!/bin/sh\n${script}`);
        await chmod(file, 0o755);
    }
    await symlink(join(root, "usr/share"), join(folder, "share"));
}

interface ScriptAnswer {
    readonly code: number;
    readonly output: string;
}

/** A replica: its disk, which outlives the pod, and what a pod's containers do in turn. */
export class Pod {
    private server: MariadbServer | undefined;

    /** Seconds that it waits for the other replica where that is wise. */
    patience = 1;

    /** @param way where the other replica is found. */
    constructor(
        readonly ordinal: 0 | 1,
        private readonly folder: string,
        private readonly programs: string,
        private readonly vault: Vault,
        private readonly way: Way,
    ) {}

    private readonly at = (path: string) => join(this.folder, path);

    /** Paths of the pod are folders of the test, and the other replica's host and port those of its way. */
    private mapped(text: string): string {
        return (
            [
                [DISK, this.at("disk")],
                [ROLE, this.at("role")],
                [SETUP, this.at("setup")],
                [VAULT, this.vault.folder],
                [dirname(AUDIT_LOG), this.at("audit")],
                [dirname(SOCKET), this.at("disk")],
                ["MASTER_PORT = 3306", `MASTER_PORT = ${this.way.port.toString()}`],
                ["port = 3306", `port = ${this.way.port.toString()}`],
                ["peer=${HOSTNAME%-*}-$((1 - ordinal)).$SERVICE", "peer=localhost"],
                ["patience=60", `patience=${this.patience.toString()}`],
                ["sleep 5", "sleep 0.5"],
                ["MASTER_CONNECT_RETRY = 5", "MASTER_CONNECT_RETRY = 1"],
                // A primary alone waits this long for the other replica, once.
                [
                    "rpl_semi_sync_master_enabled = ON",
                    "rpl_semi_sync_master_enabled = ON\nrpl_semi_sync_master_timeout = 500",
                ],
                // The test starts it.
                ["exec mariadbd", "exec true"],
                // The user of the tests stands for the image's.
                ["VIA unix_socket", `VIA unix_socket AS '${userInfo().username}'`],
            ] as const
        ).reduce((mapped, [from, to]) => mapped.replaceAll(from, to), text);
    }

    /** The init container. */
    async prepare(primary: 0 | 1): Promise<ScriptAnswer> {
        for (const folder of ["disk", "role", "setup", "audit"]) {
            await mkdir(this.at(folder), { recursive: true });
        }
        for (const [name, text] of Object.entries(SETUP_FILES)) {
            await writeFile(join(this.at("setup"), name), this.mapped(text));
        }
        await writeFile(this.at("platform.cnf"), this.mapped(serverConfig("256Mi")));
        return this.script("prepare.sh", {
            PRIMARY: primary.toString(),
            SERVICE: "mariadb.database.svc.cluster.local",
            HOSTNAME: `mariadb-${this.ordinal.toString()}`,
        });
    }

    private async script(name: string, env: Readonly<Record<string, string>> = {}): Promise<ScriptAnswer> {
        const PATH = `${this.programs}/bin:${this.programs}/sbin:${process.env.PATH ?? ""}`;
        return new Promise((resolve) => {
            execFile(
                "bash",
                [join(this.at("setup"), name)],
                { timeout: SCRIPT_MS, env: { PATH, PLATFORM: this.at("platform.cnf"), ...env } },
                (error, stdout, stderr) => {
                    const code = error === null ? 0 : typeof error.code === "number" ? error.code : 1;
                    resolve({ code, output: `${stdout}${stderr}` });
                },
            );
        });
    }

    /** The pod: the server's container after the init container, whose SQL may be changed. */
    async start(primary: 0 | 1, change = (sql: string) => sql): Promise<void> {
        const { code, output } = await this.prepare(primary);
        if (code !== 0) {
            throw new Error(output);
        }
        const init = join(this.at("role"), "init.sql");
        await writeFile(init, change(await readFile(init, "utf8")));
        await this.startServer();
    }

    /** The server's container, in the pod as it was prepared. */
    async startServer(): Promise<void> {
        const { code, output } = await this.script("start.sh");
        if (code !== 0) {
            throw new Error(output);
        }
        const platform = await readFile(this.at("platform.cnf"), "utf8");
        this.server = await startMariadb({
            directory: this.at("disk"),
            config: platform + (await readFile(join(this.at("role"), "role.cnf"), "utf8")),
            options: [`--init-file=${join(this.at("role"), "init.sql")}`],
            log,
        });
    }

    async stop(): Promise<void> {
        await this.server?.stop();
        this.server = undefined;
    }

    async restart(primary: 0 | 1): Promise<void> {
        await this.stop();
        await this.start(primary);
    }

    /** As the health probes and the exporter. */
    async asMonitor(sql: string, ...args: string[]): Promise<ClientAnswer> {
        return mariadbClient(["--user=mysql", `--socket=${this.server?.socket ?? ""}`, ...args], sql, log);
    }

    /** As an account, over the network; `args` come first. */
    async as(userName: string, sql: string, ...args: string[]): Promise<ClientAnswer> {
        const password = await readFile(this.vault.file(passwordSecretOf({ userName })), "utf8");
        return this.over([`--user=${userName}`, `--password=${password}`, ...args], sql);
    }

    async over(args: readonly string[], sql: string): Promise<ClientAnswer> {
        const tls = [
            "--ssl-verify-server-cert",
            `--ssl-ca=${this.vault.file(CERTIFICATE_SECRETS.authority)}`,
        ];
        const where = ["--protocol=tcp", "--host=localhost", `--port=${(this.port ?? 0).toString()}`];
        return mariadbClient([...where, ...tls, ...args], sql, log);
    }

    get port(): number | undefined {
        return this.server?.port;
    }

    /** A file of the disk, or of another volume. */
    file(path: string): string {
        return this.at(path);
    }

    async errorLog(): Promise<string> {
        return (await this.server?.errorLog()) ?? "";
    }

    /** Another disk in the place of this one. */
    async loseDisk(): Promise<void> {
        await rm(this.at("disk"), { recursive: true, force: true });
    }

    /** The version that the data on the disk are of. */
    async dataVersion(): Promise<string> {
        return readFile(this.at("disk/data/mariadb_upgrade_info"), "utf8");
    }

    /** Has the disk say that its data are of another version. */
    async leftBy(version: string): Promise<void> {
        await writeFile(this.at("disk/data/mariadb_upgrade_info"), version);
    }
}

/** An address that leads to a replica, whatever port its server has at the moment; to nobody while it is stopped. */
export class Way {
    private constructor(private readonly listener: Server) {}

    static async to(port: () => number | undefined): Promise<Way> {
        const listener = createServer((socket) => {
            const target = port();
            socket.on("error", () => undefined);
            if (target === undefined) {
                socket.destroy();
                return;
            }
            const onward = connect(target, "127.0.0.1");
            onward.on("error", () => socket.destroy());
            onward.on("close", () => socket.destroy());
            socket.on("close", () => onward.destroy());
            socket.pipe(onward).pipe(socket);
        });
        listener.listen(0, "127.0.0.1");
        await once(listener, "listening");
        return new Way(listener);
    }

    get port(): number {
        return (this.listener.address() as AddressInfo).port;
    }

    async close(): Promise<void> {
        this.listener.close();
        await once(this.listener, "close");
    }
}
