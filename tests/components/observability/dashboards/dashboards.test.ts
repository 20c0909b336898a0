import * as assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FOLDERS, TAG } from "../../../../components/observability/dashboards/places";
import { render } from "../../../../components/observability/dashboards/kit/dashboard";
import { stat } from "../../../../components/observability/dashboards/kit/metrics";
import { alertPages } from "../../../../components/observability/rules/pages";
import { SETTINGS } from "../rules/harness";
import { formFaults } from "./form";
import { FILES, loaded, type LoadedDashboard, panelsOf } from "./loaded";

const ROOT = join(__dirname, "../../../..");

/** What Kubernetes takes in a ConfigMap. */
const MAX_BYTES = 2 ** 20;

const DASHBOARDS = [
    "overview",
    "slo",
    "openmrs",
    "centres",
    "database",
    "cluster",
    "nodes",
    "observability",
    "cost",
    "logs-security",
];

for (const mode of ["inCluster", "managed"] as const) {
    describe(`the dashboards of a stack with the ${mode} database`, () => {
        const dashboards = loaded(mode);

        it("are all there, each once", () => {
            assert.deepEqual(dashboards.map(({ uid }) => uid).sort(), [...DASHBOARDS].sort());
            const titles = dashboards.map(({ title }) => title);
            assert.deepEqual([...new Set(titles)], titles);
        });

        it("have the form that Grafana reads from files", () => {
            assert.deepEqual(dashboards.flatMap(formFaults), []);
        });

        it("lie under their uid in the folders that are provisioned, which fit into a ConfigMap", () => {
            for (const folder of Object.keys(FOLDERS)) {
                const files = Object.entries(FILES[mode]).filter(([path]) => path.startsWith(`${folder}/`));
                assert.notEqual(files.length, 0, folder);
                for (const [path, text] of files) {
                    assert.equal(path, `${folder}/${(JSON.parse(text) as LoadedDashboard).uid}.json`);
                }
                const bytes = files.reduce((sum, [path, text]) => sum + Buffer.byteLength(path + text), 0);
                assert.ok(bytes < MAX_BYTES, `${folder}: expected less than 1 MiB, got ${bytes.toString()}`);
            }
        });

        it("lead to one another and to the pages of the documentation", () => {
            for (const { uid, tags, links } of dashboards) {
                assert.deepEqual(tags, [TAG], uid);
                assert.deepEqual(
                    links.map(({ type }) => type),
                    ["dashboards", "link"],
                    uid,
                );
                assert.equal(links[1]?.url, "https://documentation.example.fr/alertes/", uid);
            }
        });

        it("lead from panels to pages on alerts that exist", () => {
            const pages = alertPages();
            const links = dashboards.flatMap((dashboard) =>
                panelsOf(dashboard).flatMap(({ links: own = [] }) => own),
            );
            assert.ok(links.length > 50, links.length.toString());
            for (const { title, url } of links) {
                const [, page = "", anchor = ""] =
                    /^https:\/\/documentation\.example\.fr\/alertes\/([a-z0-9-]+)\/#([a-z0-9]+)$/.exec(url) ??
                    [];
                assert.equal(anchor, title.toLowerCase(), url);
                assert.match(pages[`docs/alertes/${page}.md`] ?? "", new RegExp(`^## ${title}$`, "m"), url);
            }
        });

        it("name pages of the documentation that exist", () => {
            const texts = dashboards.flatMap((dashboard) =>
                panelsOf(dashboard).map(({ description = "" }) => description),
            );
            const paths = texts.flatMap((text) => text.match(/docs\/\S+?\.md/g) ?? []);
            assert.notEqual(paths.length, 0);
            for (const path of paths) {
                assert.ok(existsSync(join(ROOT, path)), path);
            }
        });

        it("are written in French, with its typography", () => {
            for (const dashboard of dashboards) {
                for (const { title, description = "" } of [dashboard, ...dashboard.panels]) {
                    for (const text of [title, description]) {
                        assert.doesNotMatch(text, /\p{L}'\p{L}| [:;?!»]|« /u, text);
                    }
                }
            }
        });

        it("let centres be chosen, one or all", () => {
            const lists = dashboards.flatMap(({ templating: { list } }) => list);
            assert.deepEqual(
                lists.map(({ name, type, query, includeAll, allValue }) => ({
                    name,
                    type,
                    query,
                    includeAll,
                    allValue,
                })),
                [
                    {
                        name: "centre",
                        type: "custom",
                        query: SETTINGS[mode].centres.join(","),
                        includeAll: true,
                        allValue: ".*",
                    },
                ],
            );
        });
    });
}

describe("a dashboard", () => {
    it("that is the overview fits on one screen", () => {
        const { panels } = loaded("inCluster").find(({ uid }) => uid === "overview") ?? { panels: [] };
        const rows = Math.max(...panels.map(({ gridPos: { y, h } }) => y + h));
        // Of 38 pixels each, on a screen of 1080 without the browser's own and Grafana's bars.
        assert.ok(rows > 0 && rows * 38 <= 900, rows.toString());
    });

    it("is told of in docs/tableaux-de-bord.md", () => {
        const text = readFileSync(join(ROOT, "docs/tableaux-de-bord.md"), "utf8");
        for (const { title } of loaded("inCluster")) {
            assert.match(text, new RegExp(`^### ${title}$`, "m"));
        }
    });

    it("has panels on replication where the cluster has the database, and nowhere else", () => {
        const has = (mode: keyof typeof SETTINGS) =>
            JSON.stringify(loaded(mode)).includes("mysql_slave_status");
        assert.deepEqual([has("inCluster"), has("managed")], [true, false]);
    });

    it("cannot lead to an alert that the stack does not have", () => {
        const panel = stat({
            title: "Essai",
            description: "Un essai.",
            alerts: ["Inconnue"],
            expr: "up",
            unit: "none",
        });
        assert.throws(
            () =>
                render(
                    {
                        uid: "essai",
                        title: "Essai",
                        description: "Un essai.",
                        folder: "exploitation",
                        from: "now-1h",
                        sections: [{ title: "Essai", panels: [panel] }],
                    },
                    { documentationUrl: "https://documentation.example.fr", runbooks: new Map() },
                ),
            new RangeError('essai: expected an alert of the stack, got "Inconnue"'),
        );
    });
});

/** Ways to spoil a dashboard, and the complaint that each brings. */
const SPOILT: Readonly<Record<string, readonly [(dashboard: LoadedDashboard) => void, RegExp]>> = {
    "an id": [(it) => (it.id = 3), /an id of its own/],
    "another schema version": [(it) => (it.schemaVersion = 36), /another schema version/],
    editing: [(it) => (it.editable = true), /editable/],
    "no description": [(it) => (it.description = ""), /overview: no description/],
    "two panels of one id": [(it) => (panel(it, 1).id = panel(it, 0).id), /two panels of one id/],
    "two panels of one title": [(it) => (panel(it, 1).title = panel(it, 0).title), /two panels "/],
    "a panel over another": [(it) => (panel(it, 1).gridPos.x -= 1), /" over "/],
    "a panel off the grid": [(it) => (panel(it, 5).gridPos.x += 1), /outside the grid/],
    "a panel without description": [(it) => delete panel(it, 0).description, /no description in sentences/],
    "an unknown data source": [
        (it) => (panel(it, 0).datasource = { type: "prometheus", uid: "promtheus" }),
        /a data source that is none/,
    ],
    "a data source of another type": [
        (it) => (panel(it, 0).datasource = { type: "loki", uid: "prometheus" }),
        /a data source that is none/,
    ],
    "a panel without question": [(it) => delete panel(it, 0).targets, /no question/],
    "an unknown unit": [
        (it) => (panel(it, 0).fieldConfig = { defaults: { unit: "euros" }, overrides: [] }),
        /a unit that Grafana does not have: euros/,
    ],
    "green where nothing is measured": [
        (it) => delete panel(it, 2).fieldConfig?.defaults.mappings,
        /the colour of a number where there is none/,
    ],
    "a legend by a label that is gone": [
        (it) => (target(it, "Marge").legendFormat = "{{node}}"),
        /a legend by node, which /,
    ],
    "a table without one of its columns": [
        (it) => (target(it, "Alertes en cours").expr = "count by (team) (ALERTS)"),
        /a column that /,
    ],
};

const panel = (dashboard: LoadedDashboard, index: number) => {
    const found = panelsOf(dashboard)[index];
    assert.ok(found !== undefined);
    return found;
};

const target = (dashboard: LoadedDashboard, title: string) => {
    const found = dashboard.panels.find((one) => one.title.startsWith(title))?.targets?.[0];
    assert.ok(found !== undefined);
    return found;
};

describe("the check of a dashboard’s form", () => {
    for (const [what, [spoil, complaint]] of Object.entries(SPOILT)) {
        it(`finds ${what}`, () => {
            const dashboard = loaded("inCluster").find(({ uid }) => uid === "overview");
            assert.ok(dashboard !== undefined);
            assert.deepEqual(formFaults(dashboard), []);
            spoil(dashboard);
            const faults = formFaults(dashboard);
            assert.ok(
                faults.some((fault) => complaint.test(fault)),
                faults.join("\n"),
            );
        });
    }
});
