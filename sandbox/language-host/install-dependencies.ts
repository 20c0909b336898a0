import { InstallDependenciesResponse } from "@pulumi/pulumi/proto/language_pb";

import type { Children } from "../children";

/** What an installation needs besides its directory. */
export interface InstallContext {
    readonly children: Children;
    /** Sends a part of npm's output to the engine. */
    readonly send: (part: InstallDependenciesResponse) => void;
    /** Aborted when the engine gives up the call. */
    readonly signal: AbortSignal;
}

/** Installs a directory's npm packages as the real host does, with `npm install`; fails when npm does. */
export async function installDependencies(directory: string, context: InstallContext): Promise<void> {
    const child = context.children.spawn("npm", ["install", "--loglevel=error"], {
        killing: "now",
        cwd: directory,
        stdio: ["ignore", "pipe", "pipe"],
    });
    context.signal.addEventListener("abort", () => {
        child.signal("SIGKILL");
    });
    child.process.stdout?.on("data", (part: Buffer) => {
        context.send(new InstallDependenciesResponse().setStdout(part));
    });
    child.process.stderr?.on("data", (part: Buffer) => {
        context.send(new InstallDependenciesResponse().setStderr(part));
    });
    await new Promise<void>((resolve, reject) => {
        child.process.once("error", reject);
        child.process.once("close", (code) => {
            if (code === 0) {
                resolve();
            } else {
                reject(new Error(`npm install failed in ${directory}`));
            }
        });
    });
}
