import * as assert from "node:assert/strict";
import type { CommandResult } from "../support/workspace";

/** Of every command that the tests give to the CLI. */
export const OPTIONS = ["--color", "never", "--non-interactive"];

/** The counts that the CLI ends with, such as `{ unchanged: 107 }`. */
export function counts({ exitCode, stdout, stderr }: CommandResult): Record<string, number> {
    assert.equal(exitCode, 0, stdout + stderr);
    return countsOf(stdout);
}

/** The same of a run that may have failed. */
export function countsOf(output: string): Record<string, number> {
    const summary = /^Resources:\n((?: +.+\n)+)/m.exec(output)?.[1] ?? "";
    return Object.fromEntries(
        [...summary.matchAll(/(\d+) ([a-z]+)/g)]
            .map(([, count, operation = ""]) => [operation, Number(count)] as const)
            // The sum of the others.
            .filter(([operation]) => operation !== "changes"),
    );
}

/** What a preview would change, such as `~ kubernetes:apps/v1:Deployment openmrs-gateway`. */
export function changedResources(output: string): string[] {
    // A row may follow the dots by which the CLI shows that it is still at work.
    return [...output.matchAll(/^(?:@ [a-z ]+\.+)? *([~+-]+ +\S+:\S+ \S+)/gm)]
        .map(([, line]) => String(line).replace(/ +/g, " "))
        .sort();
}

/** What a preview would delete, be it to make it anew. */
export function lostResources(output: string): string[] {
    return changedResources(output).filter((line) => /^\S*-/.test(line));
}

/** What an update or a destroy did, in the order that it did it, such as `deleted azure-native:keyvault:Key vault-key-etcd`. */
export function steps(output: string): string[] {
    return [...output.matchAll(/^ *[~+-]+ +(\S+:\S+ \S+) ([a-z]+(?: original| replacement)?) \(/gm)].map(
        ([, resource, step]) => `${String(step)} ${String(resource)}`,
    );
}
