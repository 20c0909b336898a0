import { quoted, replace } from "../logs/ottl";
import { redactionStatements } from "../logs/redaction";

/** What a request is for, as the metrics and the dashboards tell requests apart. */
export type Operation = "login" | "patient-search" | "patient" | "encounter" | "fhir" | "other";

/** Value of `operation` and of `centre` where nothing else is known. */
const OTHER = "other";

const attribute = (name: string) => `span.attributes[${quoted(name)}]`;
const list = (values: readonly string[]) => `[${values.map(quoted).join(", ")}]`;

const PATH = attribute("url.path");
const CALLER = attribute("client.address");
const matches = (path: string, pattern: string) => `IsMatch(${path}, ${quoted(pattern)})`;
const rest = (resource: string) => matches(PATH, `^/openmrs/ws/rest/v1/${resource}`);
const reads = `${attribute("http.request.method")} == "GET"`;

/** Which requests are for what, in OTTL; of several that hold the last counts. */
const OPERATIONS: Readonly<Record<Exclude<Operation, "other">, string>> = {
    // The end of a session is none.
    login: `${rest("session/?$")} and ${attribute("http.request.method")} != "DELETE"`,
    patient: rest("patient(?:/|$)"),
    "patient-search": `${rest("patient/?$")} and ${reads} and ${matches(attribute("url.query"), "(?:^|&)(?:q|identifier)=")}`,
    encounter: rest("encounter(?:/|$)"),
    fhir: matches(PATH, "^/openmrs/ws/fhir2/"),
};

/** Requests of OpenMRS's server, as against what it asks of others meanwhile. */
export const IS_REQUEST = "span.kind == SPAN_KIND_SERVER";

/** Requests of the kubelet and of the probes, several a minute, which say nothing. */
export const IS_PROBE = matches(PATH, "^/openmrs/health/");

/**
 * All that is kept of a span besides its name, its times, its state and its place in the trace. Neither the caller's address
 * nor what was searched for is of it (article 5(1)(c) of the GDPR).
 */
export const KEPT_ATTRIBUTES = [
    ...["operation", "centre"],
    ...["http.request.method", "http.response.status_code", "http.route", "url.path", "error.type"],
    ...["db.system.name", "db.namespace", "db.operation.name", "db.collection.name", "db.query.summary"],
    ...["db.response.status_code", "server.address", "server.port"],
] as const;

/** All that is kept of who made a span. */
export const KEPT_RESOURCE_ATTRIBUTES = [
    ...["service.name", "service.namespace", "service.instance.id"],
    ...["k8s.namespace.name", "k8s.pod.name"],
] as const;

/** All that is kept of an event: the log has the stack, under the same trace. */
const KEPT_EVENT_ATTRIBUTES = ["exception.type", "exception.message"] as const;

/** Who a record is about is asked of the record, not of a trace. */
const UUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";

/** Texts of a span that requests and exceptions write into. */
const FREE_TEXTS = ["span.name", "span.status.message", PATH] as const;

const withoutPeople = (path: string) => [
    ...redactionStatements(path),
    // Of what is not there there is nothing to replace.
    replace(path, UUID, "{uuid}", `${path} != nil`),
];

/** What becomes of a span: what it is for and whose it is are said, then all goes that is not on the list. */
export function spanStatements(centres: Readonly<Record<string, string>>): readonly string[] {
    const set = (name: string, value: string, condition: string) =>
        `set(${attribute(name)}, ${quoted(value)}) where ${condition}`;
    return [
        // Whatever was said before.
        ...["operation", "centre"].flatMap((name) => [
            `delete_key(span.attributes, ${quoted(name)})`,
            set(name, OTHER, IS_REQUEST),
        ]),
        ...Object.entries(OPERATIONS).map(([operation, condition]) =>
            set("operation", operation, `${IS_REQUEST} and ${condition}`),
        ),
        ...Object.entries(centres).map(([centre, range]) =>
            set(
                "centre",
                centre,
                `${IS_REQUEST} and IsString(${CALLER}) and IsInCIDR(${CALLER}, ${list([range])})`,
            ),
        ),
        `keep_keys(span.attributes, ${list(KEPT_ATTRIBUTES)})`,
        ...FREE_TEXTS.flatMap(withoutPeople),
    ];
}

/** What becomes of the events of spans, which are exceptions. */
export const eventStatements = (): readonly string[] => [
    `keep_keys(spanevent.attributes, ${list(KEPT_EVENT_ATTRIBUTES)})`,
    ...["spanevent.name", 'spanevent.attributes["exception.message"]'].flatMap(withoutPeople),
];

/** What becomes of who made the spans, a program or a part of one. */
export const ORIGIN_STATEMENTS = {
    resource: [`keep_keys(resource.attributes, ${list(KEPT_RESOURCE_ATTRIBUTES)})`],
    scope: ["keep_keys(scope.attributes, [])"],
} as const;
