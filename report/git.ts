import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { Report } from "./model";

const run = promisify(execFile);

/** The commit of a work tree, and whether files differ from it; undefined outside Git or before a first commit. */
export async function commitOf(directory: string): Promise<Report["commit"]> {
    let status: string;
    try {
        ({ stdout: status } = await run("git", ["status", "--porcelain=v2", "--branch"], { cwd: directory }));
    } catch {
        return undefined;
    }
    const lines = status.split("\n").filter((line) => line !== "");
    const id = /^# branch\.oid (?<id>[0-9a-f]{40,64})$/m.exec(status)?.groups?.id;
    return id === undefined ? undefined : { id, modified: lines.some((line) => !line.startsWith("#")) };
}
