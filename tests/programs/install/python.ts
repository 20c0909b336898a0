import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

import { run } from "./apt";
import { installedOnce, type Log } from "./cache";

/** The files of requirements/, which pin packages with their hashes. */
type Requirements = "trestle" | "java" | "oscal" | "junit";

const PYTHON = {
    missing: 'run "apt-get install python3 python3-venv"',
    remedy: 'see that this machine has python3 3.11 or later with venv and pip ("apt-get install python3-venv") and reaches its package index, and try again',
};

const PIP = ["-m", "pip", "--quiet", "--disable-pip-version-check"];

/** The interpreter of a virtual environment with the packages that a file pins. */
export async function pythonWith(name: Requirements, log: Log): Promise<string> {
    const root = await installedOnce(
        {
            name,
            content: pins(name),
            fill: async ({ tree }) => {
                log(`${name}: installing the packages that requirements/${name}.txt pins`);
                await run("python3", ["-m", "venv", tree], PYTHON);
                await run(
                    join(tree, "bin/python"),
                    [...PIP, "install", "--no-deps", "--require-hashes", "--requirement", requirements(name)],
                    PYTHON,
                );
            },
        },
        log,
    );
    return join(root, "bin/python");
}

/** Downloads the only package that a file pins, built or as its source, into a folder that this makes. */
export async function downloadPython(
    name: Requirements,
    form: "--only-binary" | "--no-binary",
    folder: string,
): Promise<void> {
    await mkdir(folder, { recursive: true });
    await run(
        "python3",
        [
            ...[...PIP, "download", "--no-deps", "--require-hashes", form, ":all:"],
            ...["--dest", folder, "--requirement", requirements(name)],
        ],
        PYTHON,
    );
}

/** Changes with the pins of a file. */
export function pins(name: Requirements): string {
    return createHash("sha256")
        .update(readFileSync(requirements(name)))
        .digest("hex");
}

function requirements(name: Requirements): string {
    return join(__dirname, "requirements", `${name}.txt`);
}
