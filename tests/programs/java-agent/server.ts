import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { AGENT_PORT, agentEnv } from "../../../components/openmrs/agent";
import { LOG4J, LOG4J_FILE, TOMCAT_LOGGING } from "../../../components/openmrs/backend-logging";
import { Children } from "../../../sandbox/children";
import { run } from "../install/apt";
import type { Log } from "../install/cache";
import { type Jar, jar, java } from "../install/java";
import { otelAgent } from "../install/otel-agent";
import { end } from "../../support/end";
import { freePort } from "../nginx/network";

/** A compiler that needs no more than a Java runtime. */
const COMPILER: Jar = {
    name: "ecj",
    coordinates: "org.eclipse.jdt:ecj:3.26.0",
    sha256: "ac0ba5876eaf7ebb47749a0d1be179c51f194b9dd0b875d1c09e1b530f5a2db5",
};

/** What OpenMRS has, in these or like versions, and a database in memory. */
const LIBRARIES: readonly Jar[] = [
    {
        name: "tomcat",
        coordinates: "org.apache.tomcat.embed:tomcat-embed-core:9.0.98",
        sha256: "93cd8259690732cd6e25eb084090ea9e21db95631ca1ec8e05b26002379f185a",
    },
    {
        name: "tomcat-annotations",
        coordinates: "org.apache.tomcat:tomcat-annotations-api:9.0.98",
        sha256: "a6451be75cbe373e79f30d626f199e77b70020bd164a23632e5f4f58eaffbaef",
    },
    {
        name: "c3p0",
        coordinates: "com.mchange:c3p0:0.9.5.5",
        sha256: "96cec5ddfe2f08b8407125d8228eb0392121e1bf2239ca621bb19228b67f741a",
    },
    {
        name: "mchange-commons",
        coordinates: "com.mchange:mchange-commons-java:0.2.19",
        sha256: "03761838ba2a7c9cce56ba84781633f107c8befb4e3607b336ee3010f915165d",
    },
    {
        name: "h2",
        coordinates: "com.h2database:h2:2.2.224",
        sha256: "b9d8f19358ada82a4f6eb5b174c6cfe320a375b5a9cb5a4fe456d623e6e55497",
    },
    {
        name: "log4j-api",
        coordinates: "org.apache.logging.log4j:log4j-api:2.25.3",
        sha256: "e886682920fa0fb9d6eb6395dcb4de088443f8646c89c5e5846e168e327f406f",
    },
    {
        name: "log4j-core",
        coordinates: "org.apache.logging.log4j:log4j-core:2.25.3",
        sha256: "362b7fcb65b73aa46cc4bc53abf4eb216f444a83b5d1a037cb6fdfff0ae9f0f9",
    },
];

const POD = "openmrs-backend-0";

/** On a busy machine the agent takes half a minute to look through what is loaded. */
const START_MS = 180_000;

/** A small server with the agent and its settings, on loopback. */
export interface AgentServer {
    /** Asks it for a page under /openmrs; gives the status. */
    get(path: string, headers?: Readonly<Record<string, string>>): Promise<number>;

    /** Its metrics, in one of the formats that Prometheus asks for. */
    metrics(format?: string): Promise<string>;

    /** All that it has written. */
    output(): string;

    stop(): Promise<void>;
}

/**
 * Starts Server.java with the platform's settings of its logs and of the agent, which sends to this port on loopback, sooner than there: it
 * waits neither seconds for more to send, nor a minute before it asks Tomcat.
 */
export async function startAgentServer(collector: number, log: Log): Promise<AgentServer> {
    const folder = await mkdtemp(join(tmpdir(), "ap-agent-"));
    const [runtime, agent, compiler, port, metricsPort] = await Promise.all([
        java(log),
        otelAgent(log),
        jar(COMPILER, log),
        freePort(),
        freePort(),
    ]);
    const libraries: string[] = [];
    for (const library of LIBRARIES) {
        libraries.push(await jar(library, log));
    }
    const classes = join(folder, "classes");
    const source = join(__dirname, "Server.java");
    await run(runtime, [
        ...["-jar", compiler, "-11", "-nowarn", "-proc:none", "-d", classes],
        ...["-classpath", libraries.join(delimiter), source],
    ]);
    const [log4j, logging] = [join(folder, LOG4J_FILE), join(folder, "logging.properties")];
    await Promise.all([writeFile(log4j, LOG4J), writeFile(logging, TOMCAT_LOGGING)]);
    const children = new Children();
    const child = children.spawn(
        runtime,
        [
            `-javaagent:${agent}`,
            // Little, so that it is cleaned up soon: only then are there metrics of that.
            "-Xmx128m",
            `-Dlog4j2.configurationFile=${log4j}`,
            "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
            `-Djava.util.logging.config.file=${logging}`,
            ...["-classpath", [classes, ...libraries].join(delimiter)],
            ...["Server", port.toString(), join(folder, "tomcat")],
        ],
        {
            killing: "now",
            stdio: ["ignore", "pipe", "pipe"],
            env: { ...process.env, ...env(collector, metricsPort) },
        },
    );
    let output = "";
    for (const stream of [child.process.stdout, child.process.stderr]) {
        stream?.on("data", (part: Buffer) => (output += part.toString()));
    }
    const stop = async () => {
        await end(child);
        await children.close();
        await rm(folder, { recursive: true, force: true });
    };
    const get = async (path: string, headers: Readonly<Record<string, string>> = {}) =>
        (await fetch(`http://127.0.0.1:${port.toString()}/openmrs${path}`, { headers })).status;
    const limit = performance.now() + START_MS;
    while ((await get("/health/started").catch(() => 0)) !== 200) {
        if (child.process.exitCode !== null || performance.now() > limit) {
            await stop();
            throw new Error(`Server.java: expected it to answer, got "${output}"`);
        }
        await sleep(200);
    }
    return {
        get,
        metrics: async (format = "text/plain;version=0.0.4") =>
            (
                await fetch(`http://127.0.0.1:${metricsPort.toString()}/metrics`, {
                    headers: { Accept: format },
                })
            ).text(),
        output: () => output,
        stop,
    };
}

function env(collector: number, metricsPort: number): Readonly<Record<string, string>> {
    const at = { namespace: "observability", workload: "collector", port: collector };
    const settings = agentEnv(
        { namespace: "openmrs", workload: "openmrs-backend" },
        { traces: at, logs: at },
    );
    return {
        ...Object.fromEntries(
            Object.entries(settings).map(([name, value]) => [
                name,
                value
                    .replace("collector.observability.svc.cluster.local", "127.0.0.1")
                    .replace("0.0.0.0", "127.0.0.1")
                    .replace(new RegExp(`^${AGENT_PORT.toString()}$`), metricsPort.toString())
                    .replace("$(POD_NAME)", POD),
            ]),
        ),
        OTEL_BSP_SCHEDULE_DELAY: "200",
        OTEL_BLRP_SCHEDULE_DELAY: "200",
        OTEL_JMX_DISCOVERY_DELAY: "500",
    };
}
