/** `npm run cluster -- up | down | status`: a Kubernetes API server for the sandbox. Exits with 2 when it could not run. */
import { join } from "node:path";

import { clusterCommand } from "./cluster/command";
import { userMessage } from "./user-error";

clusterCommand(process.argv.slice(2), {
    sandboxDirectory: join(__dirname, "..", ".sandbox"),
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
