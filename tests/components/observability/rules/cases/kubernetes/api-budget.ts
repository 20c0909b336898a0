import type { Duration } from "../../../../../../components/observability/rules/rule";
import type { Series } from "../../promtool";
import { type AlertCase, apiserver, type Firing } from "../case";

/** Long enough for three times six hours, the longest of the short windows. */
const MINUTES = 1100;

/** Requests a minute since the beginning. */
const counted = (perMinute: number) => `0+${perMinute.toString()}x${MINUTES.toString()}`;

interface Requests {
    readonly verb: string;
    readonly scope: string;
    /** Bound of their objective, as the bucket has it. */
    readonly most: string;
}

const OBJECTS: Requests = { verb: "GET", scope: "resource", most: "1.0" };
const CLUSTER: Requests = { verb: "LIST", scope: "cluster", most: "30.0" };
const NAMESPACE: Requests = { verb: "LIST", scope: "namespace", most: "5.0" };
const WRITES: Requests = { verb: "PATCH", scope: "resource", most: "1.0" };

/** A thousand requests a minute, of which some are too slow and some fail. */
const requests = ({ verb, scope, most }: Requests, slow: number, failed: number): Series => ({
    ...apiserver("apiserver_request_sli_duration_seconds_count", { verb, scope }, counted(1000)),
    ...apiserver(
        "apiserver_request_sli_duration_seconds_bucket",
        { verb, scope, le: most },
        counted(1000 - slow),
    ),
    ...apiserver("apiserver_request_total", { verb, code: "200" }, counted(1000 - failed)),
    ...apiserver("apiserver_request_total", { verb, code: "503" }, counted(failed)),
});

/** A watch lasts for as long as somebody watches: it is no slow request, and none at all. */
const WATCHES = {
    ...apiserver(
        "apiserver_request_sli_duration_seconds_count",
        { verb: "WATCH", scope: "cluster" },
        counted(1000),
    ),
    ...apiserver("apiserver_request_total", { verb: "WATCH", code: "200" }, counted(100_000)),
};

/** Of a thousand requests a minute as many fail until a minute, and then as many. */
function failing(first: number, until: number, then: number): Series {
    const rest = MINUTES - until;
    const total = (code: string, before: number, after: number) =>
        apiserver(
            "apiserver_request_total",
            { verb: "GET", code },
            `0+${before.toString()}x${until.toString()} ${(before * until + after).toString()}+${after.toString()}x${rest.toString()}`,
        );
    return {
        ...requests(OBJECTS, 0, 0),
        ...total("200", 1000 - first, 1000 - then),
        ...total("503", first, then),
    };
}

const minutes = (count: number) => `${count.toString()}m` as Duration;

/** @param most how many of a thousand may fail or be slow. @param short minutes of the short window. */
function burn(alert: string, most: number, short: number): AlertCase {
    const fires = (series: Series): Firing => ({ series, from: "1m", labels: {} });
    return {
        alert,
        fires: [
            fires(requests(OBJECTS, 0, most * 1.1)),
            fires({ ...requests(OBJECTS, most * 1.1, 0), ...WATCHES }),
            fires(requests(CLUSTER, most * 1.1, 0)),
            fires(requests(NAMESPACE, most * 1.1, 0)),
            fires(requests(WRITES, most * 1.1, 0)),
        ],
        silent: [
            { series: requests(OBJECTS, 0, most * 0.9) },
            { series: requests(OBJECTS, most * 0.9, 0) },
            { series: WATCHES },
            // It is almost over: the long window alone remembers.
            { series: failing(900, 20, most * 0.9), at: minutes(short + 30) },
            // It has only begun: the long window still remembers how well it went.
            { series: failing(0, short * 0.6, most * 1.2), at: minutes(short * 3) },
        ],
    };
}

export const apiBudgetCases: readonly AlertCase[] = [
    burn("ApiBudgetBurn1h", 144, 20),
    burn("ApiBudgetBurn6h", 60, 40),
];
