import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Children } from "../../../sandbox/children";
import { installed } from "../install";

const log = (line: string) => {
    console.log(line);
};

const START_MS = 10_000;

/** Who runs nginx as root gets workers of another user, who may not read the test's files. */
const asRoot = process.getuid?.() === 0 ? " user root;" : "";

/** An nginx that runs on loopback. */
export interface NginxServer {
    /** Everything that it has logged. */
    log(): Promise<string>;
    /** Ends it in order, and waits for its end. */
    stop(): Promise<void>;
}

/**
 * A rendered nginx.conf, changed in what a test cannot have and nothing else: the place of its files, the addresses it
 * listens on, and the cluster's DNS.
 *
 * @param ports the port in the place of each.
 * @param resolver address and port of a DNS server in the place of the cluster's.
 */
export function localised(
    config: string,
    directory: string,
    ports: Readonly<Record<number, number>>,
    resolver = "127.0.0.1",
): string {
    return Object.entries(ports)
        .reduce(
            (text, [port, own]) =>
                text.replaceAll(
                    new RegExp(`listen (?:127\\.0\\.0\\.1:)?${port}\\b`, "g"),
                    `listen 127.0.0.1:${own.toString()}`,
                ),
            config,
        )
        .replace(/resolver \S+/, `resolver ${resolver}`)
        .replaceAll("/tmp/", `${directory}/`)
        .replaceAll("/run/secrets/tls/", `${directory}/tls/`)
        .replaceAll("/usr/share/nginx/html", `${directory}/html`)
        .replaceAll("/dev/stdout", `${directory}/access.log`)
        .replaceAll("/dev/stderr", `${directory}/error.log`)
        .replace("/etc/nginx/mime.types", `${directory}/mime.types`);
}

async function command(directory: string, config: string): Promise<[string, string[]]> {
    const { command: file, args, root } = await installed("nginx", log);
    await mkdir(join(directory, "tls"), { recursive: true });
    await writeFile(
        join(directory, "mime.types"),
        await readFile(join(root, "etc/nginx/mime.types"), "utf8"),
    );
    await writeFile(join(directory, "nginx.conf"), config);
    return [
        file,
        [
            ...args,
            "-e",
            `${directory}/error.log`,
            "-c",
            `${directory}/nginx.conf`,
            "-g",
            `daemon off;${asRoot}`,
        ],
    ];
}

/** What `nginx -t` says of a configuration. */
export async function checked(directory: string, config: string): Promise<string> {
    const [file, args] = await command(directory, config);
    const children = new Children();
    try {
        const child = children.spawn(file, [...args, "-t"], {
            killing: "now",
            stdio: ["ignore", "ignore", "pipe"],
        }).process;
        let errors = "";
        child.stderr?.on("data", (part: Buffer) => (errors += part.toString()));
        await once(child, "close");
        return errors;
    } finally {
        await children.close();
    }
}

/** Starts nginx with a configuration, and waits until it accepts connections on a port of it. */
export async function startNginx(directory: string, config: string, port: number): Promise<NginxServer> {
    const [file, args] = await command(directory, config);
    const children = new Children();
    const child = children.spawn(file, args, { killing: "now", stdio: ["ignore", "ignore", "ignore"] });
    const logged = async () =>
        (
            await Promise.all(
                ["access.log", "error.log"].map((name) =>
                    readFile(join(directory, name), "utf8").catch(() => ""),
                ),
            )
        ).join("");
    const limit = performance.now() + START_MS;
    while (!(await accepts(port))) {
        if (child.process.exitCode !== null || performance.now() > limit) {
            await children.close();
            throw new Error(`nginx: expected it to start, got "${await logged()}"`);
        }
        await sleep(20);
    }
    return {
        log: logged,
        stop: async () => {
            const end = once(child.process, "exit");
            // What the image's containers are stopped with.
            child.signal("SIGQUIT");
            await Promise.race([end, sleep(START_MS, undefined, { ref: false })]);
            await children.close();
        },
    };
}

async function accepts(port: number): Promise<boolean> {
    return new Promise((resolve) => {
        const connection = connect(port, "127.0.0.1");
        connection.once("connect", () => {
            connection.destroy();
            resolve(true);
        });
        connection.once("error", () => {
            resolve(false);
        });
    });
}
