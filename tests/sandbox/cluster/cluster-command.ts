/** `npm run cluster` for the tests, for a sandbox of their own: `cluster-command.ts SANDBOX ARGS`. */
import { clusterCommand } from "../../../sandbox/cluster/command";
import { userMessage } from "../../../sandbox/user-error";

const [sandboxDirectory = "", ...args] = process.argv.slice(2);

clusterCommand(args, {
    sandboxDirectory,
    log: (line) => {
        console.log(line);
    },
}).then(
    (exitCode) => {
        process.exitCode = exitCode;
    },
    (error: unknown) => {
        console.error(userMessage(error) ?? error);
        process.exitCode = 2;
    },
);
