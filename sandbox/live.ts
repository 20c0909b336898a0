import { Children } from "./children";
import { runCli, type Pulumi } from "./cli";

/** The user's own `pulumi`, with its own login, backend and plugins: commands touch the real Azure. */
export function livePulumi(projectDirectory: string): Pulumi {
    const children = new Children();
    return {
        run: (args, io = {}) =>
            runCli(children, "pulumi", args, projectDirectory, {
                ...io,
                env: { ...userVariables(), ...io.env },
            }),
        close: () => children.close(),
    };
}

function userVariables(): Record<string, string> {
    return Object.fromEntries(
        Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
}
