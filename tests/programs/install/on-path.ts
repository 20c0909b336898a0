import { delimiter, join } from "node:path";

import { isExecutable } from "../../../sandbox/pulumi-on-path";
import { run } from "./apt";

/** A program of the system, where it is on PATH and its answer is as wanted; its path, and what it answered. */
export async function onPath(
    name: string,
    versionOption: string,
    wanted: (answer: string) => boolean = () => true,
): Promise<{ readonly path: string; readonly answer: string } | undefined> {
    const path = (process.env.PATH ?? "")
        .split(delimiter)
        .map((folder) => join(folder, name))
        .find(isExecutable);
    if (path === undefined) {
        return undefined;
    }
    const answer = await run(path, [versionOption]).catch(() => undefined);
    return answer !== undefined && wanted(answer) ? { path, answer } : undefined;
}
