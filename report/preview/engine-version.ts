import type { Pulumi } from "../../sandbox/cli";

/** The version that a CLI tells, without its "v". */
export async function engineVersion(pulumi: Pulumi): Promise<string> {
    let version = "";
    await pulumi.run(["version"], {
        stdout: (text) => {
            version += text;
        },
        stderr: () => undefined,
    });
    return version.trim().replace(/^v/, "");
}
