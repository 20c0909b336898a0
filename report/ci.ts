import { printable } from "../policies/printable";
import type { Report } from "./model";

interface System {
    readonly name: string;
    readonly actor: string;
    url(env: NodeJS.ProcessEnv): string;
}

/** By the variable that each sets in its jobs. */
const SYSTEMS: Readonly<Record<string, System>> = {
    GITHUB_ACTIONS: {
        name: "GitHub Actions",
        actor: "GITHUB_ACTOR",
        url: (env) =>
            `${env.GITHUB_SERVER_URL ?? ""}/${env.GITHUB_REPOSITORY ?? ""}/actions/runs/${env.GITHUB_RUN_ID ?? ""}`,
    },
    GITLAB_CI: { name: "GitLab CI", actor: "GITLAB_USER_LOGIN", url: (env) => env.CI_JOB_URL ?? "" },
};

/** Who ran this in CI, as the CI system tells; undefined elsewhere, or where it tells no address of the run. */
export function ciOf(env: NodeJS.ProcessEnv): Report["ci"] {
    const system = Object.entries(SYSTEMS).find(([variable]) => env[variable] === "true")?.[1];
    const url = system?.url(env) ?? "";
    return system === undefined || !URL.canParse(url)
        ? undefined
        : { system: system.name, actor: printable(env[system.actor] ?? ""), url };
}
