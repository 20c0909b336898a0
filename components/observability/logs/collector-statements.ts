import { CANARY, CANARY_EXPORT } from "../metrics/canary";
import { quoted, replace } from "./ottl";
import { REPLACEMENTS } from "./redaction";
import { CONSULTATION, FROM_BACKEND, STREAMS } from "./streams";

/** Where a line comes from: labels of Loki, with its stream. */
export const ORIGIN = ["cluster", "namespace", "workload", "container"] as const;

const attribute = (name: string) => `log.attributes[${quoted(name)}]`;

/**
 * Who consulted Grafana: the name that they signed in with, an address most of the time, which is masked in the text.
 * Whoever reads the logs of a health platform is to be told apart (article 32 of the GDPR).
 */
export const USER = attribute("user");

/** All that is kept of a line besides its text, its time, its origin and its trace. */
const KEPT_ATTRIBUTES = [...ORIGIN, "stream", "pod", "level", "exception.type", "user"];

/** Grafana's field; inside of the others, a quotation mark has a backslash before it. */
const USER_FIELD = String.raw`[{,]"uname":"(?P<user>[^"\\]+)"`;

const resource = (name: string) => `resource.attributes[${quoted(name)}]`;
const list = (values: readonly string[]) => `[${values.map(quoted).join(", ")}]`;

/** What the Java agent says of the pod, as attributes of OpenTelemetry's, by our name. */
const FROM_AGENT = { namespace: "k8s.namespace.name", workload: "service.name", pod: "k8s.pod.name" };

const LEVEL = String.raw`(?:^|[\s"\[=|])(?P<level>TRACE|DEBUG|INFO|WARN|ERROR|FATAL|trace|debug|info|warn|error|fatal)(?:ING|ing)?(?:[\s"\],:|]|$)`;

/** Who wrote a line, and of which stream it is: what collectors of logs and agents say, each in its way. */
export function originStatements(cluster: string): readonly string[] {
    return [
        // The agents' names for what they pass on.
        ...Object.entries(FROM_AGENT).map(
            ([name, theirs]) =>
                `set(${attribute(name)}, ${resource(theirs)}) where ${attribute(name)} == nil`,
        ),
        `set(${attribute("container")}, "backend") where ${FROM_BACKEND} and ${attribute("container")} == nil`,
        `set(${attribute("cluster")}, ${quoted(cluster)})`,
        // Loki refuses what has no label, and counters what lacks one.
        ...["namespace", "workload", "container"].map(
            (name) => `set(${attribute(name)}, "unknown") where ${attribute(name)} == nil`,
        ),
        `set(log.body, String(log.body)) where log.body != nil and not IsString(log.body)`,
        `set(log.body, Concat([log.body, ${attribute("exception.stacktrace")}], "\\n")) where ${attribute("exception.stacktrace")} != nil`,
        `set(${attribute("stream")}, nil)`,
        ...Object.entries(STREAMS).flatMap(([stream, { conditions }]) => {
            const others = conditions.length === 0 ? ["true"] : conditions;
            return `set(${attribute("stream")}, ${quoted(stream)}) where ${attribute("stream")} == nil and (${others.map((condition) => `(${condition})`).join(" or ")})`;
        }),
        `set(log.cache["level"], ExtractPatterns(log.body, ${quoted(LEVEL)})) where ${attribute("stream")} == "application" and log.severity_text == "" and log.body != nil`,
        `set(log.severity_text, log.cache["level"]["level"]) where log.cache["level"]["level"] != nil`,
        `set(${USER}, nil)`,
        `set(log.cache["user"], ExtractPatterns(log.body, ${quoted(USER_FIELD)})) where ${CONSULTATION}`,
        `set(${USER}, log.cache["user"]["user"]) where log.cache["user"]["user"] != nil`,
        `set(${attribute("level")}, ToLowerCase(log.severity_text)) where log.severity_text != ""`,
        `keep_keys(log.attributes, ${list(KEPT_ATTRIBUTES)})`,
    ];
}

/** Attribute of a canary: whether it was masked. */
export const CANARY_RESULT = "result";

/** The canary's text as it must come out. */
function maskedCanary(): string {
    const sent = JSON.parse(CANARY_EXPORT) as {
        readonly resourceLogs: readonly [
            {
                readonly scopeLogs: readonly [
                    { readonly logRecords: readonly [{ readonly body: { readonly stringValue: string } }] },
                ];
            },
        ];
    };
    return Object.entries(CANARY.identifiers).reduce(
        (text, [kind, identifier]) =>
            text.replace(identifier, REPLACEMENTS[kind as keyof typeof CANARY.identifiers]),
        sent.resourceLogs[0].scopeLogs[0].logRecords[0].body.stringValue,
    );
}

/** Says of the canaries what became of them. */
export function canaryStatements(): readonly string[] {
    const isCanary = `${resource("service.name")} == ${quoted(CANARY.service)}`;
    return [
        `set(${attribute(CANARY_RESULT)}, "leaked") where ${isCanary}`,
        `set(${attribute(CANARY_RESULT)}, "masked") where ${isCanary} and log.body == ${quoted(maskedCanary())}`,
    ];
}

/** Counter of each kind of masked identifier, before they become one. */
export const redactionCounter = (kind: string) => `log_redactions_${kind}`;

/** What the counts become on their way to Prometheus. */
export const COUNTER_STATEMENTS = [
    {
        context: "datapoint",
        statements: [
            ...Object.keys(REPLACEMENTS).map(
                (kind) =>
                    `set(datapoint.attributes["kind"], ${quoted(kind)}) where metric.name == ${quoted(redactionCounter(kind))}`,
            ),
            // The exporter adds up what begins when the last count ended, and drops what is older: let all be one moment.
            "set(datapoint.start_time_unix_nano, 1)",
            "set(datapoint.time_unix_nano, 1)",
        ],
    },
    {
        context: "metric",
        statements: [replace("metric.name", `^${redactionCounter("")}.*`, "log_redactions")],
    },
    // Counts of several pods are one.
    { context: "resource", statements: ["keep_keys(resource.attributes, [])"] },
] as const;
