import { type AlertCase, always, series } from "../case";
import { beside } from "../beside";

const HOME = {
    job: "blackbox",
    probe: "home",
    instance: "https://openmrs.audioprothese-plus.example/openmrs/spa/home",
};
const SESSION = {
    job: "blackbox",
    probe: "session",
    instance: "https://openmrs.audioprothese-plus.example/openmrs/ws/rest/v1/session",
};

const SUCCESS = "probe_success";
const DURATION = "probe_duration_seconds";
const EXPIRY = "probe_ssl_earliest_cert_expiry";

const selected = ({ job, probe }: typeof HOME) => ({ job, probe });
const named = ({ probe, instance }: typeof HOME) => ({ probe, instance });

/** A value that fires on either way, and one on each that does not, with others that do beside them. */
const wayCase = (
    alert: string,
    metric: string,
    fires: number,
    silent: Readonly<Record<"home" | "session", number>>,
): AlertCase => ({
    alert,
    fires: [
        { series: series(metric, HOME, always(fires)), labels: named(HOME) },
        { series: series(metric, SESSION, always(fires)), labels: named(SESSION) },
    ],
    silent: [
        {
            series: {
                ...series(metric, HOME, always(silent.home)),
                ...series(metric, SESSION, always(silent.session)),
                ...beside(metric, selected(HOME), always(fires)),
            },
        },
    ],
});

const reachedCase = (alert: string, way: typeof HOME): AlertCase => ({
    alert,
    fires: [{ series: series(SUCCESS, way, always(0)), labels: { instance: way.instance } }],
    silent: [
        {
            series: {
                ...series(SUCCESS, way, always(1)),
                ...beside(SUCCESS, selected(way), always(0)),
            },
        },
    ],
});

/** A certificate that expires in so many days, and one of no probe of ours that has expired. */
const expiring = (days: number) => ({
    ...series(EXPIRY, HOME, always(days * 86_400)),
    ...series(EXPIRY, { ...SESSION, job: "autre" }, always(0)),
});

const expiryCase = (alert: string, days: number): AlertCase => ({
    alert,
    fires: [{ series: expiring(days), from: "1m", labels: named(HOME) }],
    silent: [{ series: expiring(days * 1.01 + 0.1) }],
});

export const pathCases: readonly AlertCase[] = [
    reachedCase("HomePageUnreachable", HOME),
    reachedCase("SessionUnreachable", SESSION),
    wayCase("UserPathSlow", DURATION, 2.1, { home: 1.9, session: 1.9 }),
    expiryCase("CertificateExpiringSoon", 21),
    {
        alert: "CertificateExpiringCritical",
        fires: [HOME, SESSION].map((way) => ({
            series: series(EXPIRY, way, always(3 * 86_400)),
            from: "1m",
            labels: named(way),
        })),
        silent: [
            { series: expiring(3.1) },
            // Nobody's care waits for Grafana.
            { series: series(EXPIRY, { job: "blackbox", probe: "grafana", instance: "grafana" }, always(0)) },
        ],
    },
];
