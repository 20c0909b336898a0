/**
 * `supervisor.ts DIRECTORY TOOLS`: runs a cluster until it is told to end, or one of its programs ends, and tells whoever
 * started it, over the channel of Node's `fork`, how it gets on. It lives on when that one has gone.
 */
import { writeFile } from "node:fs/promises";
import { setTimeout as wait } from "node:timers/promises";

import { UserError, userMessage } from "../user-error";
import { installAddons } from "./addons";
import { Api } from "./api";
import { provideDisks } from "./azure-disks";
import { prepareControlPlane, type Program } from "./control-plane";
import { kubeconfigOf } from "./kubeconfig";
import { provideLoadBalancers } from "./load-balancers";
import { bringNodes } from "./nodes";
import { identify, type ProcessIdentity } from "./processes";
import { Programs } from "./programs";
import { kubeconfigFile, logsFolder, readState, writeState, type ClusterState } from "./state";
import type { Tools } from "./tools";

/** What a supervisor tells whoever started it. */
export type SupervisorMessage =
    { readonly progress: string } | { readonly up: true } | { readonly failure: string };

/** How long the API server may take to answer. */
const ANSWER_MS = 60_000;

const POLL_MS = 50;

/** How often to look whether the cluster's folder is still there. */
const FOLDER_CHECK_MS = 1_000;

/** How long after the API failed the end of its program is known, which tells more. */
const CAUSE_MS = 1_000;

async function main([directory = "", tools = ""]: readonly string[]): Promise<void> {
    const self = await identify(process.pid);
    if (self === undefined) {
        throw new UserError("process: expected the system to tell when this one started, got nothing");
    }
    const ending = new AbortController();
    const end = (): void => {
        ending.abort();
    };
    process.on("SIGTERM", end).on("SIGINT", end).on("SIGHUP", end);
    const cluster = new Cluster(directory, JSON.parse(tools) as Tools, self, ending.signal);
    process.on("disconnect", () => {
        // Whoever waited for the cluster was killed, and nobody knows of a half of it.
        if (cluster.phase === "starting") {
            end();
        }
    });
    if (!process.connected) {
        end();
    }
    await cluster.run();
    ending.abort();
}

class Cluster {
    private readonly programs: Programs;
    private state: ClusterState;

    public constructor(
        private readonly directory: string,
        private readonly tools: Tools,
        self: ProcessIdentity,
        private readonly signal: AbortSignal,
    ) {
        this.programs = new Programs(logsFolder(directory));
        this.state = { supervisor: self, phase: "starting", programs: [] };
    }

    public get phase(): ClusterState["phase"] {
        return this.state.phase;
    }

    /** Runs the cluster until the signal; says so if it fails before. */
    public async run(): Promise<void> {
        const asked = new Promise<void>((resolve) => {
            const end = (): void => {
                resolve();
            };
            this.signal.addEventListener("abort", end);
            if (this.signal.aborted) {
                end();
            }
        });
        try {
            await this.note({});
            await Promise.race([asked, this.programs.failure, this.work().catch(this.afterItsCause)]);
        } catch (error) {
            const failure = userMessage(error) ?? (error as Error).stack ?? String(error);
            console.error(failure);
            // First, as there may be no folder, or no room in it, to note anything.
            tell({ failure });
            await this.note({ phase: "failed", failure });
        } finally {
            await this.programs.stop();
        }
    }

    /** Brings the cluster up and stands in for Azure, until the signal or until the cluster's folder is gone. */
    private async work(): Promise<void> {
        const plane = await prepareControlPlane(this.directory, this.tools);
        const api = new Api(plane.credentials);
        await this.start(plane.api);
        await this.answering(api);
        tell({ progress: "the API server answers" });
        await this.start(plane.controllers);
        await Promise.all([
            installAddons(api, this.tools.definitions).then(() => {
                tell({ progress: "the kinds of AKS and its add-ons are defined" });
            }),
            bringNodes(api).then(() => {
                tell({ progress: "all nodes are ready" });
            }),
        ]);
        await writeFile(kubeconfigFile(this.directory), kubeconfigOf(plane.credentials), { mode: 0o600 });
        await this.note({ phase: "up" });
        tell({ up: true });
        await Promise.race([
            this.folderIsGone(),
            provideDisks(api, console.log, this.signal),
            provideLoadBalancers(api, console.log, this.signal),
        ]);
    }

    /** Fails with the end of a program, if one has ended, and else with what went wrong. */
    private readonly afterItsCause = async (error: unknown): Promise<never> => {
        await Promise.race([this.programs.failure, wait(CAUSE_MS)]);
        throw error;
    };

    private async start(programs: readonly Program[]): Promise<void> {
        const started = await Promise.all(programs.map((program) => this.programs.start(program)));
        await this.note({ programs: [...this.state.programs, ...started] });
    }

    private async answering(api: Api): Promise<void> {
        const end = performance.now() + ANSWER_MS;
        for (;;) {
            try {
                await api.text("/readyz");
                return;
            } catch (error) {
                this.signal.throwIfAborted();
                if (performance.now() > end) {
                    throw error;
                }
                await wait(POLL_MS);
            }
        }
    }

    /** Whoever deletes the folder wants no cluster, and has no other way to it left. */
    private async folderIsGone(): Promise<void> {
        const isOurs = async (): Promise<boolean> => {
            const { pid, started } = (await readState(this.directory))?.supervisor ?? {};
            return pid === this.state.supervisor.pid && started === this.state.supervisor.started;
        };
        while (!this.signal.aborted && (await isOurs())) {
            await wait(FOLDER_CHECK_MS);
        }
    }

    private async note(change: Partial<ClusterState>): Promise<void> {
        this.state = { ...this.state, ...change };
        await writeState(this.directory, this.state);
    }
}

function tell(message: SupervisorMessage): void {
    if (process.connected) {
        process.send?.(message, () => undefined);
    }
}

main(process.argv.slice(2)).then(
    () => {
        // Connections to the API, and the channel to whoever started this, are left open.
        process.exit(0);
    },
    (error: unknown) => {
        console.error(userMessage(error) ?? error);
        process.exit(1);
    },
);
