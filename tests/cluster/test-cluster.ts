import { Api } from "../../sandbox/cluster/api";
import { putUp, takeDown } from "../../sandbox/cluster/cluster";
import { type Credentials, parseKubeconfig } from "../../sandbox/cluster/kubeconfig";
import { ensureStack, openSandbox, type Pulumi } from "../../sandbox/sandbox";
import { OPTIONS } from "../engine/output";
import { Workspace, type CommandResult } from "../support/workspace";

/** A copy of the repository whose sandbox has a cluster. */
export class TestCluster {
    private running:
        { readonly api: Api; readonly credentials: Credentials; readonly supervisor: number } | undefined;
    private applying: Promise<CommandResult> | undefined;

    private constructor(public readonly workspace: Workspace) {
        // Not even a test run that is interrupted leaves it behind.
        process.once("exit", this.kill);
        process.once("SIGTERM", this.endTestRun);
    }

    public static async start(log: (line: string) => void = () => undefined): Promise<TestCluster> {
        const cluster = new TestCluster(await Workspace.create());
        await cluster.putUp(log);
        return cluster;
    }

    /** The API of the cluster, for its administrator. */
    public get api(): Api {
        return this.up.api;
    }

    /** Where its API server is, and whom it must be. */
    public get credentials(): Pick<Credentials, "server" | "authority"> {
        return this.up.credentials;
    }

    /** Where the sandbox of the copy is. */
    public get sandboxDirectory(): string {
        return this.workspace.path(".sandbox");
    }

    /** Applies the platform, or has done so: it takes minutes, most of them waiting, in which another cluster may be tested. */
    public applied(stack: string): Promise<CommandResult> {
        this.applying ??= this.pulumi("up", "--stack", stack, "--yes", "--skip-preview");
        return this.applying;
    }

    /** Runs a command of the CLI in the copy. */
    public pulumi(...args: readonly string[]): Promise<CommandResult> {
        return this.workspace.pulumi(...args, ...OPTIONS);
    }

    /** Lets another stack have the cluster; its objects must be gone. */
    public async forgetStack(): Promise<void> {
        await this.api.delete("/api/v1/namespaces/kube-system/configmaps/pulumi-stack");
    }

    /** Opens the sandbox for another project, on this cluster. */
    public async openFor(projectDirectory: string, log: (line: string) => void): Promise<Pulumi> {
        const pulumi = await openSandbox({ projectDirectory, directory: this.sandboxDirectory, log });
        await ensureStack(pulumi, "dev");
        return pulumi;
    }

    public async end(): Promise<void> {
        await this.applying;
        this.running?.api.close();
        this.running = undefined;
        await takeDown({ sandboxDirectory: this.sandboxDirectory, log: () => undefined });
        process.off("exit", this.kill);
        process.off("SIGTERM", this.endTestRun);
        await this.workspace.remove();
    }

    private async putUp(log: (line: string) => void): Promise<void> {
        const { kubeconfig, state } = await putUp({ sandboxDirectory: this.sandboxDirectory, log });
        const credentials = parseKubeconfig(kubeconfig);
        this.running = { api: new Api(credentials), credentials, supervisor: state.supervisor.pid };
    }

    private get up() {
        if (this.running === undefined) {
            throw new Error("cluster: expected it to be up, got none");
        }
        return this.running;
    }

    private readonly endTestRun = (): void => {
        process.exit(143);
    };

    private readonly kill = (): void => {
        if (this.running !== undefined) {
            process.kill(this.running.supervisor, "SIGTERM");
        }
    };
}

/** Runs a command of the CLI and collects what it prints. */
export async function collected(
    pulumi: Pulumi,
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
): Promise<CommandResult> {
    let [stdout, stderr] = ["", ""];
    const exitCode = await pulumi.run(args, {
        stdout: (part) => (stdout += part),
        stderr: (part) => (stderr += part),
        env,
    });
    return { exitCode, stdout, stderr };
}
