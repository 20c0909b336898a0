import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rulesFile } from "../../../../components/observability/rules/render";
import { sloGroups } from "../../../../components/observability/rules/slo";
import { BURN_RATES } from "../../../../components/observability/rules/slo/burn-rate";
import { budgetOf, OBJECTIVES } from "../../../../components/observability/rules/slo/objectives";
import { goProgram } from "../../../programs/install/go-programs";
import { always, changing, series } from "./cases/case";
import { histogram, openmrs, spans } from "./cases/openmrs/targets";
import { SETTINGS } from "./harness";
import { type Series, tryRules } from "./promtool";

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

const DAYS_30 = 30 * 86_400;

const RULES = Object.fromEntries(
    sloGroups.map((group) => [group.name, rulesFile(group, SETTINGS.inCluster)]),
);

const CALLS = "openmrs_calls_total";

const requests = (status: "UNSET" | "ERROR", values: string, operation = "patient") =>
    spans(CALLS, { operation, status_code: `STATUS_CODE_${status}` }, values);

const signIns = (status: string, perMinute: number) =>
    spans(CALLS, { operation: "login", status_code: status }, changing(0, perMinute));

const home = (values: string) => series("probe_success", { job: "blackbox", probe: "home" }, values);

/** What is recorded at a time, to three digits; nothing where it is not recorded. */
interface Question {
    readonly record: string;
    readonly slo: string;
    readonly at: string;
    readonly value?: number;
}

async function assertRecorded(given: Series, questions: readonly Question[]): Promise<void> {
    const promtool = await goProgram("promtool", console.log);
    const folder = await mkdtemp(join(tmpdir(), "slo-"));
    try {
        for (const [name, text] of Object.entries(RULES)) {
            await writeFile(join(folder, `${name}.json`), text);
        }
        const test = {
            rule_files: Object.keys(RULES).map((name) => `${name}.json`),
            evaluation_interval: "1m",
            tests: [
                {
                    interval: "1m",
                    input_series: Object.entries(given).map(([name, values]) => ({ series: name, values })),
                    promql_expr_test: questions.map(({ record, slo, at, value }) => ({
                        expr: `round(${record}{slo="${slo}"}, 0.001)`,
                        eval_time: at,
                        exp_samples: value === undefined ? [] : [{ labels: `{slo="${slo}"}`, value }],
                    })),
                },
            ],
        };
        await writeFile(join(folder, "test.json"), JSON.stringify(test));
        const { status, stdout, stderr } = spawnSync(promtool, ["test", "rules", "test.json"], {
            cwd: folder,
            encoding: "utf8",
        });
        assert.equal(status, 0, `${stdout}${stderr}`);
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

/** Minutes at which an alert fires, of those that are looked at. */
async function minutesFiring(alert: string, given: Series, minutes: readonly number[]) {
    const [outcomes] = await tryRules([
        { files: RULES, alert, situations: [{ series: given, times: minutes.map((minute) => minute * 60) }] },
    ]);
    const [outcome] = outcomes ?? [];
    if (outcome === undefined || outcome instanceof Error) {
        throw outcome ?? new Error("promtool did not try it");
    }
    return minutes.filter((minute) => (outcome.get(minute * 60) ?? []).length > 0);
}

describe("the objectives of service", function () {
    this.timeout(BUILD_MS);

    it("count requests that end in an error, whatever they are for", () =>
        assertRecorded(
            {
                ...requests("UNSET", changing(0, 58)),
                ...requests("UNSET", changing(0, 40), "fhir"),
                ...requests("ERROR", changing(0, 2), "other"),
                // The agent counts the health pages too, under the route of a request that fails early.
                ...openmrs(
                    "http_server_request_duration_seconds_count",
                    { http_route: "/openmrs/*", http_response_status_code: "200" },
                    changing(0, 900),
                ),
            },
            [
                { record: "slo:error_ratio:5m", slo: "disponibilite-api", at: "30m", value: 0.02 },
                { record: "slo:error_ratio:1h", slo: "disponibilite-api", at: "90m", value: 0.02 },
                // Per second, times the seconds of an hour.
                { record: "slo:failures:1h", slo: "disponibilite-api", at: "90m", value: 120 },
            ],
        ));

    it("count as none the failures of a kind that has not been seen yet", () =>
        assertRecorded(requests("UNSET", changing(0, 60)), [
            { record: "slo:error_ratio:5m", slo: "disponibilite-api", at: "30m", value: 0 },
            { record: "slo:error_budget_remaining:ratio", slo: "disponibilite-api", at: "30m", value: 1 },
        ]));

    it("say nothing of what nobody asks for", () =>
        assertRecorded(requests("UNSET", always(60)), [
            { record: "slo:error_ratio:5m", slo: "disponibilite-api", at: "30m" },
            { record: "slo:error_ratio:1h", slo: "disponibilite-api", at: "30m" },
            { record: "slo:error_budget_remaining:ratio", slo: "disponibilite-api", at: "30m" },
        ]));

    it("weigh the hours by how much is asked in them", () =>
        // Half an hour of 10 requests a minute that all fail, then half an hour of 990 that all succeed.
        assertRecorded(
            {
                ...requests("ERROR", "1000+10x30 1300x60"),
                ...requests("UNSET", "1000x30 1990+990x60"),
            },
            [{ record: "slo:error_ratio:1h", slo: "disponibilite-api", at: "61m", value: 0.01 }],
        ));

    it("count searches that take more than a second", () =>
        assertRecorded(
            {
                ...histogram(spans, "openmrs_duration_seconds", { operation: "patient-search" }, 50, {
                    "0.5": 0.8,
                    "1.0": 0.9,
                    "2.0": 0.95,
                }),
                ...histogram(spans, "openmrs_duration_seconds", { operation: "patient" }, 500, {
                    "1.0": 0.1,
                }),
            },
            [
                { record: "slo:error_ratio:5m", slo: "recherche-patient", at: "30m", value: 0.1 },
                // Twice what 5 % allow.
                {
                    record: "slo:error_budget_remaining:ratio",
                    slo: "recherche-patient",
                    at: "30m",
                    value: -1,
                },
            ],
        ));

    it("count sign-ins that end in an error of the server", () =>
        assertRecorded(
            {
                ...signIns("STATUS_CODE_UNSET", 39.8),
                ...signIns("STATUS_CODE_ERROR", 0.2),
                ...spans(CALLS, { operation: "fhir", status_code: "STATUS_CODE_ERROR" }, changing(0, 40)),
            },
            [
                { record: "slo:error_ratio:30m", slo: "connexion", at: "60m", value: 0.005 },
                { record: "slo:error_budget_remaining:ratio", slo: "connexion", at: "60m", value: 0.5 },
            ],
        ));

    it("count openings of the home page that failed", () =>
        assertRecorded(
            {
                ...home("1x29 0x2 1x100"),
                ...series("probe_success", { job: "blackbox", probe: "session" }, always(0)),
            },
            [{ record: "slo:error_ratio:1h", slo: "pages", at: "75m", value: 0.05 }],
        ));

    it("tell of a whole outage within eight minutes, and stop ten after its end", async () => {
        const given = {
            ...requests("UNSET", "1000+60x60 4600x20 4660+60x60"),
            ...requests("ERROR", "1000x60 1060+60x20 2260x60"),
        };
        const firing = await minutesFiring("SloApiBurn1h", given, [60, 62, 68, 80, 90, 110]);
        assert.deepEqual(firing, [68, 80]);
    });

    it("call nobody for a few failures of the night", async () => {
        // Twelve requests an hour, of which two in a row fail: a sixth of them.
        const given = {
            ...requests("UNSET", changing(1000, 0.2)),
            ...requests("ERROR", "10x90 11x5 12x90"),
        };
        assert.deepEqual(await minutesFiring("SloApiBurn1h", given, [92, 94, 96, 98, 100, 104]), []);
    });

    it("spend by each burn rate what it says of the budget", () => {
        for (const { factor, seconds, long, spent } of BURN_RATES) {
            assert.equal(`${Math.round((100 * factor * seconds) / DAYS_30).toString()} %`, spent, long);
        }
    });

    it("leave the budget that their sentences promise", () => {
        assert.deepEqual(
            Object.fromEntries(OBJECTIVES.map((objective) => [objective.name, budgetOf(objective)])),
            { "disponibilite-api": 0.005, "recherche-patient": 0.05, connexion: 0.01, pages: 0.001 },
        );
        for (const { statement, percent } of OBJECTIVES) {
            assert.ok(statement.startsWith(`${percent.toString().replace(".", ",")} % `), statement);
        }
    });

    it("stand in the documentation, word for word, with their alerts", async () => {
        const page = await readFile(join(__dirname, "../../../../docs/slo.md"), "utf8");
        const text = page.replaceAll(/\s+/g, " ");
        for (const { name, statement, leastFailures } of OBJECTIVES) {
            assert.ok(text.includes(statement), statement);
            assert.match(page, new RegExp(`^\\| \`${name}\` .*\\| ${leastFailures.toString()} +\\|$`, "m"));
        }
        for (const { factor, long, short } of BURN_RATES) {
            const row = [factor.toString().replace(".", ","), long, short].map((cell) => `${cell} *\\|`);
            assert.match(page, new RegExp(`^\\|.*\\b${row.join(" *")}`, "m"));
        }
    });
});
