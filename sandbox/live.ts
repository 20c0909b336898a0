import { Children } from "./children";
import { runCli, type Pulumi } from "./cli";
import { pulumiOnPath } from "./pulumi-on-path";
import { UserError } from "./user-error";

/**
 * The user's own `pulumi` on PATH, with its own login, backend and plugins: commands touch the real Azure.
 *
 * Fails with a UserError when there is none.
 */
export function livePulumi(projectDirectory: string): Pulumi {
    const command = pulumiOnPath(process.env);
    if (command === undefined) {
        throw new UserError(
            "Pulumi CLI: expected one on PATH, got none; install it (https://www.pulumi.com/docs/install/)",
        );
    }
    const children = new Children();
    return {
        run: (args, io = {}) =>
            runCli(children, command, args, projectDirectory, { ...io, env: { ...process.env, ...io.env } }),
        close: () => children.close(),
    };
}
