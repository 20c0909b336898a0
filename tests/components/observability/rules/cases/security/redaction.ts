import { type AlertCase, always, changing, type Labels, program } from "../case";
import { growing } from "../platform/counter";

const derived = program("log-metrics", 8889);
const canaries = (labels: Labels, values: string) => derived("log_canaries_total", labels, values);
const redactions = (labels: Labels, values: string) => derived("log_redactions_total", labels, values);

const BACKEND = { namespace: "openmrs", workload: "openmrs-backend" };

/** In an hour so many lines. */
const hourly = (count: number) => changing(0, count / 60);

export const redactionCases: readonly AlertCase[] = [
    {
        ...growing("RedactionFailing", canaries, { result: "leaked" }, {}),
        silent: [
            {
                series: {
                    ...canaries({ result: "leaked" }, always(5)),
                    ...canaries({ result: "masked" }, changing(0, 4)),
                    ...canaries({ result: "leaked", job: "autre" }, changing(0, 4)),
                },
            },
        ],
    },
    {
        alert: "RedactionUnproven",
        fires: [
            { series: canaries({ result: "masked", job: "autre" }, changing(0, 4)), labels: {} },
            {
                series: canaries({ result: "masked" }, always(9)),
                labels: {},
            },
        ],
        silent: [{ series: canaries({ result: "masked" }, "0+4x600") }],
    },
    {
        alert: "RedactionBurst",
        fires: [
            {
                series: redactions({ kind: "nir", ...BACKEND }, "90x70 90+0.342x100"),
                from: "129m",
                labels: BACKEND,
            },
            { series: redactions({ kind: "nir", ...BACKEND }, "_x20 21x100"), from: "20m", labels: BACKEND },
        ],
        silent: [
            {
                series: {
                    ...redactions({ kind: "nir", ...BACKEND }, hourly(19)),
                    ...redactions({ kind: "email", ...BACKEND }, hourly(100)),
                    ...redactions({ kind: "nir", ...BACKEND, job: "autre" }, hourly(100)),
                },
            },
        ],
    },
];
