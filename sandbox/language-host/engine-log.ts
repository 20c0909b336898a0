import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";
import type { Readable } from "node:stream";
import { createInterface } from "node:readline";

/**
 * Sends a program's output to the engine line by line.
 *
 * The CLI reads the output of a language host that it started itself, but not of one that it attaches to. The engine
 * shows both alike; only the event of a line on stderr says severity "info" here, and "info#err" there.
 */
export class EngineLog {
    private readonly client: EngineClient;
    private sent: Promise<void> = Promise.resolve();

    public constructor(engineAddress: string) {
        this.client = new EngineClient(engineAddress, credentials.createInsecure());
    }

    /** Forwards the lines of a stream that are not blank; `streamId` groups them in the engine's display. */
    public forward(stream: Readable, streamId: number): void {
        createInterface({ input: stream, crlfDelay: Infinity }).on("line", (line) => {
            if (line.trim() !== "") {
                this.sent = this.sent.then(() => this.log(`${line}\n`, streamId));
            }
        });
    }

    /** Waits until the engine has all lines, and disconnects. */
    public async close(): Promise<void> {
        await this.sent;
        this.client.close();
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
