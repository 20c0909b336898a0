import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ruleGroups } from "../../../../components/observability/rules";
import { alertPages } from "../../../../components/observability/rules/pages";
import { rulesFiles } from "../../../../components/observability/rules/render";
import type { AlertRule } from "../../../../components/observability/rules/rule";
import type { RuleSettings } from "../../../../components/observability/rules/rule-settings";
import { goProgram } from "../../../programs/install/go-programs";
import { CASES } from "./cases";
import { SETTINGS, subjects } from "./harness";
import { secondsOf } from "./promtool";

const ROOT = join(__dirname, "../../../..");

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

/** Prometheus asks each target every 30 s: a shorter range may hold a single sample, of which there is no rate. */
const SHORTEST_RANGE_S = 120;

/** Of Azure's logs. */
const NO_ALERTS = new Set(["AzureDiagnostics", "MySqlAuditLogs"]);

for (const [mode, settings] of Object.entries(SETTINGS)) {
    describe(`the rules of a stack with the ${mode} database`, () => {
        checksOf(settings);
    });
}

function checksOf(settings: RuleSettings): void {
    const groups = ruleGroups(settings);
    const alerts = groups.flatMap((group) => (group.alerts ?? []).map((rule) => ({ group, rule })));
    const rules = groups.flatMap(({ alerts: own = [], recordings = [] }) => [...own, ...recordings]);

    it("are loaded by Prometheus without a word of its linter", async function () {
        this.timeout(BUILD_MS);
        const promtool = await goProgram("promtool", console.log);
        const folder = await mkdtemp(join(tmpdir(), "rules-"));
        try {
            const files = rulesFiles(settings);
            for (const [name, text] of Object.entries(files)) {
                await writeFile(join(folder, name), text);
            }
            const { status, stdout, stderr } = spawnSync(
                promtool,
                ["check", "rules", "--lint=all", "--lint-fatal", ...Object.keys(files)],
                { cwd: folder, encoding: "utf8" },
            );
            assert.equal(status, 0, `${stdout}${stderr}`);
            assert.equal(stdout.match(/SUCCESS: \d+ rules found/g)?.length, Object.keys(files).length);
        } finally {
            await rm(folder, { recursive: true, force: true });
        }
    });

    it("have groups and alerts of different names", () => {
        const groupNames = groups.map(({ name }) => name);
        const alertNames = alerts.map(({ rule }) => rule.alert.toLowerCase());
        assert.deepEqual([...new Set(groupNames)], groupNames);
        assert.deepEqual([...new Set(alertNames)], alertNames);
        for (const name of groupNames) {
            assert.match(name, /^[a-z0-9-]+$/);
        }
        for (const { rule } of alerts) {
            assert.match(rule.alert, /^[A-Z][A-Za-z0-9]+$/);
        }
    });

    it("look back far enough for two samples at least", () => {
        for (const { expr } of rules) {
            for (const [, range = ""] of expr.matchAll(/\[(\w+)/g)) {
                assert.ok(secondsOf(range) >= SHORTEST_RANGE_S, `${expr}: expected 2m or more, got ${range}`);
            }
        }
    });

    it("say in French, and whole, what happens and what to do", () => {
        for (const { rule } of alerts) {
            const { meaning, impact, checks, remedies } = rule.runbook;
            for (const text of [rule.summary, rule.description, meaning, impact, ...checks, ...remedies]) {
                assert.notEqual(text.trim(), "", rule.alert);
                // A straight apostrophe may stand in a command alone.
                assert.doesNotMatch(prose(text), /\p{L}'\p{L}/u, rule.alert);
            }
            assert.match(rule.description, /[.…]$/, rule.alert);
            assert.notEqual(checks.length, 0, rule.alert);
            assert.notEqual(remedies.length, 0, rule.alert);
        }
    });

    it("lead their readers to other alerts that exist", () => {
        const names = new Set(subjects().map(({ rule }) => rule.alert));
        for (const { rule } of alerts) {
            const { meaning, impact, checks, remedies } = rule.runbook;
            for (const text of [rule.description, meaning, impact, ...checks, ...remedies]) {
                for (const [, name = ""] of text.matchAll(/`([A-Z][a-z]+[A-Z]\w+)`/g)) {
                    assert.ok(
                        names.has(name) || NO_ALERTS.has(name),
                        `${rule.alert}: expected an alert, got ${name}`,
                    );
                }
            }
        }
    });

    it("lead to pages of the documentation that have a heading for each alert", () => {
        const pages = alertPages();
        for (const { rule, url } of rendered(settings)) {
            const [, page = "", anchor = ""] =
                /^\/alertes\/([a-z0-9-]+)\/#([a-z0-9]+)$/.exec(url.slice(settings.documentationUrl.length)) ??
                [];
            const path = `docs/alertes/${page}.md`;
            assert.ok(existsSync(join(ROOT, path)), `${rule}: expected ${path}, got no such file`);
            for (const text of [pages[path], readFileSync(join(ROOT, path), "utf8")]) {
                const anchors = [...(text ?? "").matchAll(/^## (\w+)$/gm)].map(([, heading = ""]) =>
                    heading.toLowerCase(),
                );
                assert.ok(
                    anchors.includes(anchor),
                    `${rule}: expected a heading ${anchor} in ${path}, got none`,
                );
            }
        }
    });
}

/** Labels of alerts, which go to Slack and PagerDuty: places and kinds, none of which is ever a person's. */
const HARMLESS = new Set([
    ...["namespace", "workload", "pod", "container", "node", "job", "job_name", "instance", "integration"],
    ...[
        "deployment",
        "statefulset",
        "daemonset",
        "horizontalpodautoscaler",
        "poddisruptionbudget",
        "cronjob",
    ],
    ...[
        "persistentvolume",
        "persistentvolumeclaim",
        "resourcequota",
        "resource",
        "phase",
        "condition",
        "reason",
    ],
    ...["device", "mountpoint", "interface", "eviction_signal", "operation_type", "name", "priority_level"],
    ...["probe", "collector", "exporter", "rule_group", "scrape_job", "route", "handler", "datasource"],
    ...["centre", "operation", "tomcat_thread_pool_name"],
]);

describe("the labels of alerts", () => {
    it("name places and kinds of things, and nobody", () => {
        const labels = new Set(
            CASES.flatMap(({ fires }) => fires.flatMap((firing) => [firing.labels].flat())).flatMap((own) =>
                Object.keys(own),
            ),
        );
        assert.deepEqual(
            [...labels].filter((label) => !HARMLESS.has(label)),
            [],
        );
    });
});

describe("the pages on the alerts", () => {
    it("lead to files that exist", () => {
        for (const [path, text] of Object.entries(alertPages())) {
            for (const [, link = ""] of text.matchAll(/\]\(([^)#]+\.md)[^)]*\)/g)) {
                const target = join(ROOT, path, "..", link);
                assert.ok(existsSync(target), `${path}: expected ${link}, got no such file`);
            }
        }
    });
});

const prose = (text: string) => text.replace(/`[^`]*`|\{\{[^}]*\}\}/g, "");

interface RenderedAlert {
    readonly alert?: AlertRule["alert"];
    readonly annotations?: { readonly runbook_url: string };
}

/** Each alert and where it sends its reader, as Prometheus is given both. */
function rendered(settings: RuleSettings): readonly { readonly rule: string; readonly url: string }[] {
    return Object.values(rulesFiles(settings))
        .map(
            (text) =>
                JSON.parse(text) as {
                    readonly groups: readonly { readonly rules: readonly RenderedAlert[] }[];
                },
        )
        .flatMap(({ groups }) => groups.flatMap(({ rules }) => rules))
        .flatMap(({ alert, annotations }) =>
            alert === undefined || annotations === undefined
                ? []
                : [{ rule: alert, url: annotations.runbook_url }],
        );
}
