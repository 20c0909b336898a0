import type { Pulumi } from "../../sandbox/cli";
import { UserError } from "../../sandbox/user-error";

/** The first CLI that this project takes to send its events over gRPC: major and minor. */
const OLDEST = [3, 206] as const;

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

/** @throws UserError when the CLI is too old to send its events, or does not tell its version. */
export async function requireEvents(pulumi: Pulumi): Promise<void> {
    const version = await engineVersion(pulumi);
    const [, major = 0, minor = 0] = (/^(\d+)\.(\d+)\./.exec(version) ?? []).map(Number);
    if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
        throw new UserError(
            `Pulumi : attendu la version ${OLDEST.join(".")} ou une plus récente, qui transmet ses événements par gRPC, obtenu « ${version} »`,
        );
    }
}
