import { type AlertCase, always, changing, series, target } from "../case";
import { histogram, openmrs, spans } from "./targets";

const OTHER = target({ job: "autre" });

/** Of 20 requests, one takes 2.3 s at least, or 1.9 s. */
const SLOW_2 = { "1.0": 0.9, "2.0": 0.945, "5.0": 1 };
const NEAR_2 = { "1.0": 0.9, "2.0": 0.955, "5.0": 1 };

/** The same for 3.2 s and 2.8 s. */
const SLOW_3 = { "2.0": 0.92, "5.0": 0.995 };
const NEAR_3 = { "2.0": 0.934, "5.0": 0.994 };

const SPANS = "openmrs_duration_seconds";
const HTTP = "http_server_request_duration_seconds";

/** 1.2 requests a minute are the least. */
const ENOUGH = 1.3;
const FEW = 1.1;

type Shares = Readonly<Record<string, number>>;

/** What holds of each alert on a duration: where it is `slow`, and where it is `near` to it. */
function durationCase(
    alert: string,
    of: typeof spans,
    metric: string,
    own: Readonly<Record<string, string>>,
    not: Readonly<Record<string, string>>,
    { slow, near }: { readonly slow: Shares; readonly near: Shares },
): AlertCase {
    return {
        alert,
        fires: [{ series: histogram(of, metric, own, ENOUGH, slow), from: "9m", labels: {} }],
        silent: [
            {
                series: {
                    ...histogram(of, metric, own, ENOUGH, near),
                    // Slow ones, but not of those that are looked at.
                    ...histogram(of, metric, not, 100, { "5.0": 0 }),
                    ...histogram(OTHER, metric, own, 100, { "5.0": 0 }),
                },
            },
            {
                series: {
                    ...histogram(of, metric, own, FEW, slow),
                    ...of(`${metric}_count`, not, changing(0, 100)),
                    ...OTHER(`${metric}_count`, own, changing(0, 100)),
                },
            },
        ],
    };
}

const CALLS = "openmrs_calls_total";
const PATIENT = { operation: "patient" };

/** So many calls a minute, and the share of them that fails. */
const calls = (perMinute: number, failing: number, of = spans) => ({
    ...of(CALLS, { ...PATIENT, status_code: "STATUS_CODE_UNSET" }, changing(100, perMinute * (1 - failing))),
    ...of(CALLS, { ...PATIENT, status_code: "STATUS_CODE_ERROR" }, changing(100, perMinute * failing)),
});

const CLIENT_ERRORS = "openmrs:client_errors:ratio_rate15m";

/** Requests, health pages beside them. */
const requests = (perMinute: number) => ({
    ...openmrs(`${HTTP}_count`, { http_route: "/openmrs/ws/rest/*" }, changing(1000, perMinute)),
    ...openmrs(`${HTTP}_count`, { http_route: "/openmrs/*" }, changing(1000, 100)),
    ...OTHER(`${HTTP}_count`, { http_route: "/openmrs/ws/rest/*" }, changing(0, 100)),
});

export const useCases: readonly AlertCase[] = [
    durationCase(
        "OpenmrsPatientSearchSlow",
        spans,
        SPANS,
        { operation: "patient-search" },
        { operation: "patient" },
        { slow: SLOW_2, near: NEAR_2 },
    ),
    durationCase(
        "OpenmrsSignInSlow",
        spans,
        SPANS,
        { operation: "login" },
        { operation: "patient" },
        { slow: SLOW_3, near: NEAR_3 },
    ),
    durationCase(
        "OpenmrsSlow",
        spans,
        SPANS,
        { operation: "fhir" },
        { operation: "fhir", job: "autre" },
        { slow: SLOW_2, near: NEAR_2 },
    ),
    {
        alert: "OpenmrsOperationFailing",
        fires: [
            {
                series: { ...calls(ENOUGH, 0.055), ...calls(100, 0, OTHER) },
                from: "9m",
                labels: PATIENT,
            },
        ],
        silent: [
            { series: calls(ENOUGH, 0.045) },
            { series: { ...calls(FEW, 0.055), ...calls(100, 0, OTHER) } },
            { series: { ...calls(ENOUGH, 0), ...calls(100, 1, OTHER) } },
        ],
    },
    {
        alert: "OpenmrsClientErrorsUnusual",
        // An hour and some of the usual, and what comes after.
        fires: [{ series: series(CLIENT_ERRORS, {}, "0.035x70 0.11x100"), from: "71m", labels: {} }],
        silent: [
            { series: series(CLIENT_ERRORS, {}, "0.01x70 0.09x100") },
            { series: series(CLIENT_ERRORS, {}, "0.04x70 0.11x100") },
        ],
    },
    {
        alert: "OpenmrsTracesSilent",
        fires: [
            {
                series: {
                    ...requests(6.6),
                    ...spans(CALLS, PATIENT, always(5)),
                    ...OTHER(CALLS, PATIENT, changing(0, 1)),
                },
                from: "9m",
                labels: {},
            },
        ],
        silent: [
            { series: { ...requests(5.4) } },
            { series: { ...requests(6.6), ...spans(CALLS, PATIENT, changing(0, 0.06)) } },
        ],
    },
];
