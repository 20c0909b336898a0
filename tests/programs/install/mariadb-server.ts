import { once } from "node:events";
import { closeSync, existsSync, openSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, connect, type AddressInfo } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { Children, type Child } from "../../../sandbox/children";
import { end } from "../../support/end";
import { installed, type InstalledProgram } from ".";

/** What a test's own server is made of. */
export interface MariadbOptions {
    /** Where the server keeps all of its own; made by the caller, and removed by it. Data that lie there are kept. */
    readonly directory: string;
    /** The text of `my.cnf`. Where data, socket and logs lie, and the port, is decided here whatever it says. */
    readonly config: string;
    /** Further options of the server. Defaults to none. */
    readonly options?: readonly string[];
    readonly log: (line: string) => void;
}

/** A server that answers on a socket and on a loopback port. */
export interface MariadbServer {
    readonly socket: string;
    readonly port: number;
    /** What the server has logged. */
    errorLog(): Promise<string>;
    /** Ends the server in order, and waits for its end. */
    stop(): Promise<void>;
}

/** What `mariadb` answered. */
export interface ClientAnswer {
    readonly code: number;
    /** Rows as text, columns apart by tabs, without names. */
    readonly output: string;
    readonly errors: string;
}

const START_MS = 60_000;

/** The tables of the system, in the order in which `mariadb-install-db` makes them; without help texts. */
const SYSTEM_TABLES = [
    "mariadb_system_tables.sql",
    "mariadb_performance_tables.sql",
    "mariadb_system_tables_data.sql",
    "maria_add_gis_sp_bootstrap.sql",
    "mariadb_sys_schema.sql",
];

/** Starts a server with the given configuration, on new data unless the folder has some: root has no password there. */
export async function startMariadb({
    directory,
    config,
    options = [],
    log,
}: MariadbOptions): Promise<MariadbServer> {
    const program = await installed("mariadbd", log);
    const port = await freePort();
    const children = new Children();
    const server = new Server(program, directory, port, children);
    try {
        await writeFile(join(directory, "my.cnf"), config);
        if (!existsSync(server.data)) {
            await server.initialise();
        }
        return await server.start(options);
    } catch (error) {
        await children.close();
        throw error;
    }
}

/** Runs SQL with the client; `args` say where and as whom, such as `--socket=…`, `--user=…`. */
export async function mariadbClient(
    args: readonly string[],
    sql: string,
    log: (line: string) => void,
): Promise<ClientAnswer> {
    const program = await installed("mariadb", log);
    const children = new Children();
    try {
        const child = children.spawn(
            program.command,
            [...program.args, "--no-defaults", "--batch", "--skip-column-names", ...args, ...program.options],
            { killing: "now", stdio: ["pipe", "pipe", "pipe"] },
        ).process;
        let output = "";
        let errors = "";
        child.stdout?.on("data", (part: Buffer) => (output += part.toString()));
        child.stderr?.on("data", (part: Buffer) => (errors += part.toString()));
        // A client that was refused reads no further.
        child.stdin?.on("error", () => undefined);
        child.stdin?.end(sql);
        const [code] = (await once(child, "close")) as [number | null];
        return { code: code ?? 1, output, errors };
    } finally {
        await children.close();
    }
}

class Server implements MariadbServer {
    readonly data: string;
    readonly socket: string;
    private readonly logFile: string;
    private child: Child | undefined;

    constructor(
        private readonly program: InstalledProgram,
        private readonly directory: string,
        readonly port: number,
        private readonly children: Children,
    ) {
        this.data = join(directory, "data");
        this.socket = join(directory, "mariadb.sock");
        this.logFile = join(directory, "error.log");
    }

    /** Makes the system's tables, whole or not at all. */
    async initialise(): Promise<void> {
        await mkdir(this.data);
        try {
            const files = SYSTEM_TABLES.map((file) => join(this.program.root, "usr/share/mariadb", file));
            const tables = await Promise.all(files.map((file) => readFile(file, "utf8")));
            const child = this.spawn(["--bootstrap", "--skip-log-bin"]).process;
            // A server that failed reads no further.
            child.stdin?.on("error", () => undefined);
            child.stdin?.end(
                `CREATE DATABASE mysql;\nUSE mysql;\nSET @auth_root_socket = NULL;\n${tables.join("")}`,
            );
            const [code] = (await once(child, "close")) as [number | null];
            if (code !== 0) {
                throw new Error(await this.failure("to make its system tables"));
            }
        } catch (error) {
            await rm(this.data, { recursive: true, force: true });
            throw error;
        }
    }

    async start(options: readonly string[]): Promise<this> {
        this.child = this.spawn(options);
        const { process } = this.child;
        const limit = performance.now() + START_MS;
        while (!(await greets(this.socket))) {
            if (process.exitCode !== null || process.signalCode !== null) {
                throw new Error(await this.failure("to start"));
            }
            if (performance.now() > limit) {
                throw new Error(await this.failure(`to answer within ${String(START_MS / 1000)} s`));
            }
            await sleep(50);
        }
        return this;
    }

    async stop(): Promise<void> {
        if (this.child !== undefined) {
            await end(this.child);
        }
        // Kills what did not end by itself.
        await this.children.close();
    }

    async errorLog(): Promise<string> {
        return existsSync(this.logFile) ? readFile(this.logFile, "utf8") : "";
    }

    private spawn(options: readonly string[]): Child {
        const { directory, program } = this;
        const asRoot = process.getuid?.() === 0 ? ["--user=root"] : [];
        // Faults of the configuration come before the server opens its log.
        const errors = openSync(this.logFile, "a");
        const child = this.children.spawn(
            program.command,
            [
                ...program.args,
                `--defaults-file=${join(directory, "my.cnf")}`,
                ...options,
                ...asRoot,
                `--datadir=${this.data}`,
                `--tmpdir=${directory}`,
                `--socket=${this.socket}`,
                `--pid-file=${join(directory, "mariadb.pid")}`,
                `--log-error=${this.logFile}`,
                "--bind-address=127.0.0.1",
                `--port=${String(this.port)}`,
                ...program.options,
            ],
            { killing: "now", cwd: directory, stdio: ["pipe", "ignore", errors] },
        );
        closeSync(errors);
        return child;
    }

    private async failure(what: string): Promise<string> {
        const lines = (await this.errorLog()).trim().split("\n");
        const errors = lines.filter((line) => line.includes("ERROR"));
        return `mariadbd: expected it ${what}, got "${(errors.length > 0 ? errors : lines).slice(-5).join("; ")}"`;
    }
}

/** Whether a server greets who connects to a socket, as MariaDB does when it is ready. */
async function greets(socket: string): Promise<boolean> {
    return new Promise((resolve) => {
        const connection = connect(socket);
        const end = (answer: boolean) => {
            connection.destroy();
            resolve(answer);
        };
        connection.once("data", () => {
            end(true);
        });
        connection.once("error", () => {
            end(false);
        });
        connection.once("close", () => {
            end(false);
        });
    });
}

async function freePort(): Promise<number> {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    server.close();
    await once(server, "close");
    return port;
}
