import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { type RunningProgram, startProgram } from "../../components/observability/metrics/program";
import { freePort } from "../nginx/network";
import { ARGS, localised, write } from "./rendered";

/** Ports of one replica, on loopback. */
export interface Ports {
    readonly http: number;
    readonly gossip: number;
}

export const freePorts = async (): Promise<Ports> => ({ http: await freePort(), gossip: await freePort() });

/** What a test changes of how the platform starts a replica, besides the places of its files and its addresses. */
export interface ReplicaOptions {
    readonly config?: (config: string) => string;
    readonly args: (args: readonly string[]) => readonly string[];
}

/** A replica of Alertmanager as the platform runs it, on loopback. */
export class Replica {
    private program: RunningProgram | undefined;

    /** @param all ports of every replica, in their order. */
    constructor(
        readonly folder: string,
        readonly ports: Ports,
        private readonly all: readonly Ports[],
        private readonly options: ReplicaOptions,
    ) {}

    async start(): Promise<void> {
        await write(this.folder, this.options.config);
        await mkdir(join(this.folder, "data"), { recursive: true });
        const address = (port: number) => `127.0.0.1:${port.toString()}`;
        const own = address(this.ports.gossip);
        const args = this.options.args(ARGS).map((arg) =>
            localised(arg, this.folder)
                .replace("=0.0.0.0:9094", `=${own}`)
                .replace("=$(POD_IP):9094", `=${own}`)
                .replace(
                    /^--cluster\.peer=alertmanager-(\d)\..*$/,
                    (_, ordinal: string) =>
                        `--cluster.peer=${address((this.all[Number(ordinal)] ?? this.ports).gossip)}`,
                ),
        );
        this.program = await startProgram("alertmanager", {
            args: [...args, `--web.listen-address=${address(this.ports.http)}`],
            ready: this.urlOf("/-/ready"),
        });
    }

    /** Everything that it has logged. */
    get log(): string {
        return this.program?.output() ?? "";
    }

    async text(path: string): Promise<string> {
        return (await fetch(this.urlOf(path))).text();
    }

    async post(path: string, body: object): Promise<void> {
        const answer = await fetch(this.urlOf(path), {
            method: "POST",
            headers: { "Content-Type": "application/json" },
            body: JSON.stringify(body),
        });
        if (!answer.ok) {
            throw new Error(`alertmanager: expected it to take ${path}, got "${await answer.text()}"`);
        }
    }

    /** Value of a metric without labels. */
    async metric(name: string): Promise<string | undefined> {
        return new RegExp(`^${name} (.*)$`, "m").exec(await this.text("/metrics"))?.[1];
    }

    async stop(): Promise<void> {
        await this.program?.stop();
        this.program = undefined;
    }

    private urlOf(path: string): string {
        return `http://127.0.0.1:${this.ports.http.toString()}${path}`;
    }
}
