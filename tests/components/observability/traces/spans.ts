import { createHash } from "node:crypto";

type Value = string | number | boolean;
type Attributes = Readonly<Record<string, Value>>;

/** A span as the tests speak of it. */
export interface Span {
    readonly name: string;

    /** Defaults to a request of a browser. */
    readonly kind?: "server" | "client" | "internal";

    readonly attributes?: Attributes;

    /** Message of its failure. */
    readonly error?: string;

    /** Message of an exception that it met, with a stack. */
    readonly exception?: string;

    /** Defaults to 0.1. */
    readonly seconds?: number;

    /** Defaults to a span of its own trace, that of its name. */
    readonly trace?: string;

    /** Name of the span in the same trace that it belongs to. */
    readonly parent?: string;
}

/** A span as the collector hands it on. */
export interface KeptSpan {
    readonly traceId: string;
    readonly name: string;
    readonly kind: number;
    readonly attributes: Attributes;
    readonly status?: { readonly message?: string; readonly code?: number };
    readonly events: readonly { readonly name: string; readonly attributes: Attributes }[];
    readonly resource: Attributes;
    readonly scope: Attributes;
}

const KINDS = { internal: 1, server: 2, client: 3 } as const;
const ERROR = 2;

const id = (text: string, digits: number) => createHash("sha256").update(text).digest("hex").slice(0, digits);

/** The same for the same name, so that samples are the same at each run. */
export const traceIdOf = (name: string) => id(name, 32);

const valueOf = (value: Value) => {
    if (typeof value === "number") {
        return { intValue: value.toString() };
    }
    return typeof value === "boolean" ? { boolValue: value } : { stringValue: value };
};

const listed = (attributes: Attributes) =>
    Object.entries(attributes).map(([key, value]) => ({ key, value: valueOf(value) }));

function exported(span: Span) {
    const { name, kind = "server", attributes = {}, seconds = 0.1, trace = name } = span;
    const end = Date.now();
    const nanoseconds = (milliseconds: number) => `${Math.round(milliseconds).toString()}000000`;
    return {
        traceId: traceIdOf(trace),
        spanId: id(`${trace} ${name}`, 16),
        ...(span.parent !== undefined && { parentSpanId: id(`${trace} ${span.parent}`, 16) }),
        name,
        kind: KINDS[kind],
        startTimeUnixNano: nanoseconds(end - seconds * 1000),
        endTimeUnixNano: nanoseconds(end),
        attributes: listed(attributes),
        status: span.error === undefined ? {} : { code: ERROR, message: span.error },
        events:
            span.exception === undefined
                ? []
                : [
                      {
                          name: "exception",
                          timeUnixNano: nanoseconds(end),
                          attributes: listed({
                              "exception.type": "java.lang.IllegalStateException",
                              "exception.message": span.exception,
                              "exception.stacktrace": `java.lang.IllegalStateException: ${span.exception}`,
                          }),
                      },
                  ],
    };
}

/** What a program says of itself, some of which is nobody's business. */
const RESOURCE = {
    "service.name": "openmrs-backend",
    "service.namespace": "openmrs",
    "k8s.pod.name": "openmrs-backend-0",
    "process.command_args": "java -Dpassword=opensesame",
};

/** Spans of OpenMRS's server as an export of OTLP/HTTP in JSON. */
export const exportOf = (spans: readonly Span[]) =>
    JSON.stringify({
        resourceSpans: [
            {
                resource: { attributes: listed(RESOURCE) },
                scopeSpans: [
                    {
                        scope: { name: "test", attributes: listed({ "scope.secret": "x" }) },
                        spans: spans.map(exported),
                    },
                ],
            },
        ],
    });

type Listed = readonly {
    readonly key: string;
    readonly value: { readonly stringValue?: string; readonly intValue?: string };
}[];

interface Exported {
    readonly resourceSpans: readonly {
        readonly resource: { readonly attributes?: Listed };
        readonly scopeSpans: readonly {
            readonly scope: { readonly attributes?: Listed };
            readonly spans: readonly (Omit<KeptSpan, "attributes" | "events" | "resource" | "scope"> & {
                readonly attributes?: Listed;
                readonly events?: readonly { readonly name: string; readonly attributes?: Listed }[];
            })[];
        }[];
    }[];
}

const named = (attributes: Listed = []): Attributes =>
    Object.fromEntries(
        attributes.map(({ key, value: { stringValue, intValue } }) => [
            key,
            stringValue ?? Number(intValue ?? 0),
        ]),
    );

/** The spans of what the collector's file exporter wrote: an export in JSON in each line. */
export const spansIn = (text: string): readonly KeptSpan[] =>
    text
        .split("\n")
        .filter((line) => line !== "")
        .flatMap((line) => (JSON.parse(line) as Exported).resourceSpans)
        .flatMap(({ resource, scopeSpans }) =>
            scopeSpans.flatMap(({ scope, spans }) =>
                spans.map((span) => ({
                    ...span,
                    attributes: named(span.attributes),
                    events: (span.events ?? []).map((event) => ({
                        name: event.name,
                        attributes: named(event.attributes),
                    })),
                    resource: named(resource.attributes),
                    scope: named(scope.attributes),
                })),
            ),
        );
