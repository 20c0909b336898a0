import type { Pulumi } from "../../sandbox/cli";
import { serveEvents } from "./event-server";
import { printable } from "./engine-text";
import { readEvent } from "./events";
import { RunRecord } from "./record";

/** Milliseconds between two looks at how far the run has come. */
const PROGRESS_INTERVAL = 200;

/** Characters of the CLI's own output that are kept, for runs that fail before the first event. */
const TAIL = 8_000;

export interface PackPreviewOptions {
    readonly stack: string;
    /** Folders of the policy packs. */
    readonly packs: readonly string[];
    /** Called several times a second while the run lasts. */
    readonly onProgress: (record: RunRecord) => void;
}

export interface JudgedRun {
    readonly exitCode: number;
    readonly record: RunRecord;
    /** The end of what the CLI wrote on its error output. */
    readonly errorOutput: string;
}

/**
 * Previews a stack with the packs and gathers what the engine tells.
 *
 * @throws UserError when an event cannot be read.
 */
export async function previewWithPacks(
    pulumi: Pulumi,
    { stack, packs, onProgress }: PackPreviewOptions,
): Promise<JudgedRun> {
    const record = new RunRecord();
    let count = 0;
    let unreadable: Error | undefined;
    const events = await serveEvents((text) => {
        try {
            record.add(readEvent(text, ++count));
        } catch (error) {
            unreadable ??= error as Error;
        }
    });
    const progress = setInterval(onProgress, PROGRESS_INTERVAL, record);
    let errorOutput = "";
    try {
        const exitCode = await pulumi.run(
            [
                ...["preview", "--stack", stack, "--non-interactive", "--color", "never"],
                ...packs.flatMap((pack) => ["--policy-pack", pack]),
                ...["--event-log", events.address],
            ],
            {
                stdout: () => undefined,
                stderr: (text) => {
                    errorOutput = (errorOutput + text).slice(-TAIL);
                },
                // The CLI knows --event-log only with its debugging commands.
                env: { PULUMI_DEBUG_COMMANDS: "true" },
            },
        );
        if (unreadable !== undefined) {
            throw unreadable;
        }
        return { exitCode, record, errorOutput: printable(errorOutput) };
    } finally {
        clearInterval(progress);
        events.close();
    }
}
