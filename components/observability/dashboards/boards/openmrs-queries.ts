import { worseFrom } from "../kit/looks";

/** Requests to OpenMRS's server, without the health pages, which the platform itself asks for. */
export const REQUESTS = 'job="openmrs-backend", http_route!~"/openmrs/health/.*"';

/** Operations of users, counted from traces before any is left out. */
export const SPANS = 'job="span-metrics"';

/** Rate of the requests that end in a server's error. */
export const errorsOf = (range: string) =>
    `rate(http_server_request_duration_seconds_count{${REQUESTS}, http_response_status_code=~"5.."}[${range}])`;

/** Seconds under which a share of the requests is answered, for each set of labels. */
export const percentile = (share: number, histogram: string, selector: string, by: readonly string[] = []) =>
    `histogram_quantile(${share.toString()}, sum by (${["le", ...by].join(", ")}) (rate(${histogram}_bucket{${selector}}[$__rate_interval])))`;

/** Seconds: what is promised of a search, and what is slow. */
export const LATENCY_LIMITS = worseFrom(1, 2);
