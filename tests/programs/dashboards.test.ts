import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { dataSources } from "../../components/observability/dashboards/data-sources";
import { SOURCES } from "../../components/observability/dashboards/kit/sources";
import { knownMetrics, nameFaults, type Selector } from "../components/observability/dashboards/names";
import { askedOf, type Question, questions } from "../components/observability/dashboards/questions";
import { SETTINGS } from "../components/observability/rules/harness";
import { goProgram } from "./install/go-programs";

/** Allows for the build of a first run, Loki's parser among it. */
const BUILD_MS = 20 * 60_000;

/** What components/observability/logs makes an index of; all else is asked for behind a bar. */
const INDEX_LABELS = ["stream", "namespace", "workload", "container", "cluster"];

interface Answer {
    readonly id: string;
    readonly error?: string;
    readonly selectors?: readonly Selector[];
}

function ask(program: string, all: readonly Question[]): readonly Answer[] {
    const input = all.map(({ expr }, index) => JSON.stringify({ id: index.toString(), expr })).join("\n");
    const answers = execFileSync(program, { input, encoding: "utf8" }).trim().split("\n");
    assert.equal(answers.length, all.length);
    return answers.map((line) => JSON.parse(line) as Answer);
}

const at = (where: string, faults: readonly string[]) => faults.map((fault) => `${where}: ${fault}`);

function promqlFaults(
    program: string,
    all: readonly Question[],
    mode: keyof typeof SETTINGS,
): readonly string[] {
    const known = knownMetrics(SETTINGS[mode]);
    return ask(program, all).flatMap(({ error, selectors = [] }, index) => {
        const where = all[index]?.where ?? "";
        return at(where, error === undefined ? nameFaults(selectors, known) : [error]);
    });
}

function logqlFaults(program: string, all: readonly Question[]): readonly string[] {
    return ask(program, all).flatMap(({ error }, index) => {
        const { where = "", expr = "" } = all[index] ?? {};
        if (error !== undefined) {
            return at(where, [error]);
        }
        const labels = [...expr.matchAll(/\{([^}]*)\}/g)].flatMap(([, selector = ""]) =>
            [...selector.matchAll(/(\w+)\s*(?:=~|!~|!=|=)/g)].map(([, label = ""]) => label),
        );
        return at(
            where,
            labels
                .filter((label) => !INDEX_LABELS.includes(label))
                .map((label) => `${label} is no label of the index`),
        );
    });
}

interface Tracing {
    readonly tracesToMetrics?: { readonly queries: readonly { readonly query: string }[] };
    readonly tracesToLogsV2?: { readonly query: string };
}

/** Where data sources lead to from traces. */
function tracing(): readonly Tracing[] {
    const endpoint = { namespace: "observability", workload: "any", port: 80 };
    const { datasources } = JSON.parse(
        dataSources({ prometheus: endpoint, loki: endpoint, tempo: endpoint, alertmanager: endpoint }),
    ) as { datasources: { jsonData: Tracing }[] };
    return datasources.map(({ jsonData }) => jsonData);
}

describe("what the dashboards ask of Prometheus", () => {
    let program: string;
    before(async function () {
        this.timeout(BUILD_MS);
        program = await goProgram("promql-names", console.log);
    });

    for (const mode of ["inCluster", "managed"] as const) {
        it(`parses, and names what targets have or rules record, with the ${mode} database`, () => {
            const all = askedOf("prometheus", questions(mode));
            assert.ok(all.length > 100, all.length.toString());
            assert.deepEqual(promqlFaults(program, all, mode), []);
        });
    }

    it("parses where a trace leads to metrics, too", () => {
        const queries = tracing().flatMap(({ tracesToMetrics }) => tracesToMetrics?.queries ?? []);
        assert.equal(queries.length, 2);
        const all = queries.map(({ query }) => ({
            where: "tracesToMetrics",
            source: SOURCES.prometheus.uid,
            expr: query.replace("$${__tags}", 'operation="login"'),
        }));
        assert.deepEqual(promqlFaults(program, all, "inCluster"), []);
    });

    it("would be refused where it does not parse, or names what nobody has", () => {
        const question = (expr: string) => ({ where: "essai", source: SOURCES.prometheus.uid, expr });
        assert.deepEqual(
            promqlFaults(
                program,
                [
                    question("sum(up"),
                    question("max(mysql_upp)"),
                    question('up{nod="a"}'),
                    question('slo:error_ratio:1h{centre="a"}'),
                    question('up{job="a", node="b"} and slo:error_ratio:1h{slo="pages"}'),
                ],
                "inCluster",
            ),
            [
                "essai: 1:7: parse error: unclosed left parenthesis",
                "essai: no target has mysql_upp",
                "essai: up has no label nod",
                "essai: slo:error_ratio:1h has no label centre",
            ],
        );
    });
});

describe("what the dashboards ask of Loki", () => {
    let program: string;
    before(async function () {
        this.timeout(BUILD_MS);
        program = await goProgram("logql-parse", console.log);
    });

    it("parses, and selects by labels of the index alone", () => {
        const all = askedOf("loki", questions("inCluster"));
        assert.ok(all.length >= 5, all.length.toString());
        assert.deepEqual(logqlFaults(program, all), []);
    });

    it("parses where a trace leads to its logs, too", () => {
        const all = tracing().flatMap(({ tracesToLogsV2 }) =>
            tracesToLogsV2 === undefined
                ? []
                : [
                      {
                          where: "tracesToLogsV2",
                          source: SOURCES.loki.uid,
                          expr: tracesToLogsV2.query
                              .replace("$${__tags}", 'workload="openmrs-backend"')
                              .replace("$${__trace.traceId}", "0af7651916cd43dd8448eb211c80319c"),
                      },
                  ],
        );
        assert.equal(all.length, 1);
        assert.doesNotMatch(all[0]?.expr ?? "", /\$/);
        assert.deepEqual(logqlFaults(program, all), []);
    });

    it("would be refused where it does not parse, or selects by another label", () => {
        const question = (expr: string) => ({ where: "essai", source: SOURCES.loki.uid, expr });
        const [first = "", ...rest] = logqlFaults(program, [
            question('{stream="audit"'),
            question('{stream="audit", pod="a"} | level="error"'),
        ]);
        assert.match(first, /^essai: parse error/);
        assert.deepEqual(rest, ["essai: pod is no label of the index"]);
    });
});
