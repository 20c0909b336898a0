import { IGNORE_EXEMPTIONS } from "../../policies/pack/names";
import type { Pulumi } from "../../sandbox/cli";
import { printable } from "./engine-text";
import { type EngineEvent, EventReader } from "./events";
import { RunRecord } from "./record";

/** Milliseconds between two looks at how far the run has come. */
const PROGRESS_INTERVAL = 200;

/** Characters of the CLI's own output that are kept, for runs that fail before the first event. */
const TAIL = 8_000;

export interface PackPreviewOptions {
    readonly stack: string;
    /** Folders of the policy packs. */
    readonly packs: readonly string[];
    /** File that configures each of them; without one they are as their rules are. */
    readonly config?: string;
    /** An auditor's choice: no exemption then covers anything. */
    readonly ignoreExemptions?: boolean;
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
 * The events come through a pipe, not a file: the SDK's debugging messages among them quote every output of every
 * resource, secrets too, and nothing of it may touch the disk.
 *
 * @throws UserError when an event cannot be read.
 */
export async function previewWithPacks(
    pulumi: Pulumi,
    { stack, packs, config, ignoreExemptions = false, onProgress }: PackPreviewOptions,
): Promise<JudgedRun> {
    const record = new RunRecord();
    const events = new EventReader();
    let unreadable: Error | undefined;
    const reading = (read: () => readonly EngineEvent[]): void => {
        try {
            read().forEach((event) => {
                record.add(event);
            });
        } catch (error) {
            unreadable ??= error as Error;
        }
    };
    const progress = setInterval(onProgress, PROGRESS_INTERVAL, record);
    let errorOutput = "";
    try {
        const exitCode = await pulumi.run(
            [
                ...["preview", "--stack", stack, "--non-interactive", "--color", "never", "--json"],
                ...packs.flatMap((pack) => ["--policy-pack", pack]),
                ...(config === undefined ? [] : packs.flatMap(() => ["--policy-pack-config", config])),
            ],
            {
                stdout: (text) => {
                    reading(() => events.read(text));
                },
                stderr: (text) => {
                    errorOutput = (errorOutput + text).slice(-TAIL);
                },
                // Without it --json gives one digest at the end, which tells nothing of the packs.
                env: {
                    PULUMI_ENABLE_STREAMING_JSON_PREVIEW: "true",
                    ...(ignoreExemptions && { [IGNORE_EXEMPTIONS]: "true" }),
                },
            },
        );
        reading(() => events.end());
        if (unreadable !== undefined) {
            throw unreadable;
        }
        return { exitCode, record, errorOutput: printable(errorOutput) };
    } finally {
        clearInterval(progress);
    }
}
