import { credentials } from "@grpc/grpc-js";
import { EngineClient } from "@pulumi/pulumi/proto/engine_grpc_pb";
import { LogRequest, LogSeverity } from "@pulumi/pulumi/proto/engine_pb";

/** Tells the engine what happens to a resource. */
export class Engine {
    private readonly client: EngineClient;

    /** @param address Where the engine listens, as it says when it attaches. */
    public constructor(address: string) {
        this.client = new EngineClient(address, credentials.createInsecure(), {
            "grpc.enable_http_proxy": 0,
        });
    }

    /** Shows a line beside a resource until the next one. */
    public progress(urn: string, line: string): void {
        this.log(urn, line, LogSeverity.INFO, true);
    }

    /** Leaves a warning of a resource in the output. */
    public warn(urn: string, line: string): void {
        this.log(urn, line, LogSeverity.WARNING, false);
    }

    public close(): void {
        this.client.close();
    }

    private log(urn: string, line: string, severity: LogSeverity, ephemeral: boolean): void {
        const request = new LogRequest()
            .setUrn(urn)
            .setMessage(line)
            .setSeverity(severity)
            .setEphemeral(ephemeral);
        // A line is lost only when the engine is gone, and the run with it.
        this.client.log(request, () => undefined);
    }
}
