import { worseFrom } from "../kit/looks";

/** Requests by route. What its filters answer themselves, the health pages among it, is all of one route, which is none. */
export const ROUTES = 'job="openmrs-backend", http_route!="/openmrs/*"';

/** Operations of users, counted from traces before any is left out. */
export const SPANS = 'job="span-metrics"';

/** Rate of the users' requests, without the health pages, which the platform itself asks for. */
export const requestsOf = (range: string) => `sum(rate(openmrs_calls_total{${SPANS}}[${range}]))`;

/** Rate of those that end in a server's error. */
export const errorsOf = (range: string) =>
    `(sum(rate(openmrs_calls_total{${SPANS}, status_code="STATUS_CODE_ERROR"}[${range}])) or vector(0))`;

/** Seconds under which a share of the requests is answered, for each set of labels. */
export const percentile = (share: number, histogram: string, selector: string, by: readonly string[] = []) =>
    `histogram_quantile(${share.toString()}, sum by (${["le", ...by].join(", ")}) (rate(${histogram}_bucket{${selector}}[$__rate_interval])))`;

/** Seconds: what is promised of a search, and what is slow. */
export const LATENCY_LIMITS = worseFrom(1, 2);
