import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import type { Readable } from "node:stream";
import { createInterface } from "node:readline";

/** Lines that one message to the engine holds at most. */
const BATCH = 500;

/**
 * Sends a program's output to the engine line by line.
 *
 * The CLI reads the output of a language host that it started itself, but not of one that it attaches to. The engine
 * shows both alike; only the event of a line on stderr says severity "info" here, and "info#err" there.
 */
export class EngineLog {
    private readonly client: EngineClient;
    private readonly waiting: { readonly streamId: number; readonly line: string }[] = [];
    private sending: Promise<void> = Promise.resolve();

    public constructor(engineAddress: string) {
        this.client = new EngineClient(engineAddress, credentials.createInsecure(), {
            "grpc.enable_http_proxy": 0,
        });
    }

    /** Forwards the lines of a stream that are not blank; `streamId` groups them in the engine's display. */
    public forward(stream: Readable, streamId: number): void {
        createInterface({ input: stream, crlfDelay: Infinity }).on("line", (line) => {
            if (line.trim() === "") {
                return;
            }
            this.waiting.push({ streamId, line });
            if (this.waiting.length === 1) {
                this.sending = this.sending.then(() => this.send());
            }
        });
    }

    /** Waits until the engine has all lines, and disconnects. */
    public async close(): Promise<void> {
        await this.sending;
        this.client.close();
    }

    /** Sends all that waits, several lines at a time: one call for each would take minutes for a talkative program. */
    private async send(): Promise<void> {
        while (this.waiting.length > 0) {
            const streamId = this.waiting[0]?.streamId ?? 0;
            const other = this.waiting.slice(0, BATCH).findIndex((entry) => entry.streamId !== streamId);
            const lines = this.waiting.splice(0, other === -1 ? BATCH : other).map(({ line }) => `${line}\n`);
            await this.log(lines.join(""), streamId);
        }
    }

    private log(message: string, streamId: number): Promise<void> {
        const request = new LogRequest();
        request.setSeverity(LogSeverity.INFO);
        request.setMessage(message);
        request.setStreamid(streamId);
        return new Promise((resolve) => {
            // A line is lost only when the engine is gone, and the run with it.
            this.client.log(request, () => {
                resolve();
            });
        });
    }
}
