/**
 * A line of log with identifiers that nobody has, which is sent again and again: the collector masks them, says whether it
 * did, and keeps nothing. The number's department and town (99, 999) do not exist; its key is right.
 */
export const CANARY = {
    /** The resource attribute service.name, by which the collector knows it. */
    service: "redaction-canary",

    identifiers: {
        nir: "1 85 05 99 999 999 53",
        email: "canari@redaction.example",
        phone: "01 99 00 12 34",
    },
} as const;

const { nir, email, phone } = CANARY.identifiers;

/** The line, as an export of logs by OTLP/HTTP in JSON. */
export const CANARY_EXPORT = JSON.stringify({
    resourceLogs: [
        {
            resource: {
                attributes: [{ key: "service.name", value: { stringValue: CANARY.service } }],
            },
            scopeLogs: [
                {
                    logRecords: [
                        {
                            severityNumber: 9,
                            severityText: "INFO",
                            body: { stringValue: `Canari : NIR ${nir}, ${email}, ${phone}` },
                        },
                    ],
                },
            ],
        },
    ],
});
