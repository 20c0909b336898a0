import type { Log } from "./cache";
import { jar } from "./java";

/** The jar of OpenTelemetry's Java agent, of the version that is deployed: `java -javaagent:FILE`. */
export function otelAgent(log: Log): Promise<string> {
    return jar(
        {
            name: "otel-agent",
            coordinates: "io.opentelemetry.javaagent:opentelemetry-javaagent:2.32.0",
            sha256: "f787eb6c7f3d18e69a431e108a15278d25ee37f83d68b678f621e063f3988f82",
        },
        log,
    );
}
