import { UserError } from "../user-error";
import { putUp, takeDown, type ClusterOptions } from "./cluster";
import { clusterStatus } from "./status";
import { GO_VERSION } from "./tools";

/** The first line of every command that has to do with the cluster. */
export const SIMULATION_BANNER =
    "Bac à sable\u00a0: les nœuds du cluster sont simulés par kwok\u00a0; aucun conteneur ne tourne. / Sandbox: the cluster’s nodes are simulated by kwok; no container runs.";

const HELP = `npm run cluster -- up | down | status

A real Kubernetes control plane on this machine, on the loopback interface: etcd, API server, controllers, scheduler,
with the kinds that AKS and its add-ons bring. Nodes are simulated: pods become ready, no container runs. Azure's disks and
load balancers have stand-ins. Its programs are built from Go modules at the first "up", once for all clones: this takes
Go ${GO_VERSION} or later, about 5 minutes, and 350 MB in the user's cache.

  up      puts it up, if it is not; exit 0 when it is up, 2 when it cannot be
  down    ends it and forgets its data
  status  versions, nodes, pods, memory; exit 0 when it is up, 1 when it is not

While it is up, "npm run pulumi" sends what it applies to it.
`;

type Command = (options: ClusterOptions) => Promise<number>;

const COMMANDS: Readonly<Record<string, Command>> = {
    up: async (options) => {
        const start = performance.now();
        const { isNew } = await putUp(options);
        const { isUp, lines } = await clusterStatus(options.sandboxDirectory);
        lines.forEach(options.log);
        if (!isUp) {
            return 2;
        }
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        options.log(
            isNew
                ? `It came up in ${seconds} s. Apply the platform to it with: npm run pulumi -- up --stack dev`
                : "It was up already.",
        );
        return 0;
    },
    down: async (options) => {
        options.log(
            (await takeDown(options)) ? "cluster: ended, its data forgotten" : "cluster: down already",
        );
        return 0;
    },
    status: async ({ sandboxDirectory, log }) => {
        const { isUp, lines } = await clusterStatus(sandboxDirectory);
        lines.forEach(log);
        return isUp ? 0 : 1;
    },
};

/** `npm run cluster -- ARGS`: gives the exit code. */
export async function clusterCommand(args: readonly string[], options: ClusterOptions): Promise<number> {
    const { log } = options;
    if (args.length === 0 || (args.length === 1 && args[0] === "--help")) {
        log(HELP);
        return 0;
    }
    const command = args.length === 1 ? COMMANDS[args[0] ?? ""] : undefined;
    if (command === undefined) {
        throw new UserError(`cluster: expected up, down, status or --help, got "${args.join(" ")}"`);
    }
    log(SIMULATION_BANNER);
    return await command(options);
}
