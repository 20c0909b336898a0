import { type AlertCase, always, changing, target } from "../case";
import { spans } from "./targets";

const CALLS = "openmrs_calls_total";

/** Few calls, so that an hour holds less than one. */
const calling = (centre: string) => spans(CALLS, { centre, operation: "patient" }, changing(50, 0.005));
const idle = (centre: string) => spans(CALLS, { centre, operation: "patient" }, always(50));

/** The same counted by another program. */
const elsewhere = (centre: string) => target({ job: "autre" })(CALLS, { centre }, changing(50, 5));

const nantesAlone = {
    ...calling("lyon"),
    ...calling("rennes"),
    ...idle("nantes"),
    ...elsewhere("nantes"),
};

export const centreCases: readonly AlertCase[] = [
    {
        alert: "CentreSilent",
        fires: [
            // A Monday, from ten o'clock on.
            {
                series: nantesAlone,
                start: "2026-03-02T08:00:00Z",
                from: "120m",
                labels: { centre: "nantes" },
            },
            {
                series: { ...calling("lyon"), ...idle("nantes"), ...idle("rennes") },
                start: "2026-03-02T08:00:00Z",
                from: "120m",
                labels: [{ centre: "nantes" }, { centre: "rennes" }],
            },
            // A Friday afternoon; it has not called since the collector started.
            {
                series: { ...calling("lyon"), ...calling("rennes") },
                start: "2026-03-06T13:00:00Z",
                from: "1m",
                labels: { centre: "nantes" },
            },
        ],
        silent: [
            { series: nantesAlone, start: "2026-03-02T08:10:00Z", at: "45m" },
            { series: nantesAlone, start: "2026-03-02T16:10:00Z", at: "45m" },
            { series: nantesAlone, start: "2026-03-01T12:00:00Z" },
            { series: nantesAlone, start: "2026-03-07T12:00:00Z" },
            // Everybody works.
            {
                series: { ...calling("lyon"), ...calling("nantes"), ...calling("rennes") },
                start: "2026-03-02T10:00:00Z",
            },
            // Nobody of ours does.
            {
                series: { ...idle("lyon"), ...idle("nantes"), ...calling("inconnu"), ...elsewhere("lyon") },
                start: "2026-03-02T10:00:00Z",
            },
        ],
    },
];
