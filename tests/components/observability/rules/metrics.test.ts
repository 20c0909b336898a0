import * as assert from "node:assert/strict";
import { ruleGroups } from "../../../../components/observability/rules";
import { goProgram } from "../../../programs/install/go-programs";
import { exposed } from "../metrics/exposed";
import { CASES } from "./cases";
import { SETTINGS } from "./harness";
import { type Question, selectorsOf } from "./promql";

/** Allows for the build of a first run. */
const BUILD_MS = 10 * 60_000;

const groups = Object.values(SETTINGS).flatMap(ruleGroups);
const recorded: ReadonlySet<string> = new Set(
    groups.flatMap(({ recordings = [] }) => recordings.map(({ record }) => record)),
);

describe("the metrics that rules name", () => {
    before(async function () {
        this.timeout(BUILD_MS);
        await goProgram("promql-names", console.log);
    });

    it("are those of some target of the platform, with the labels that it has, or recorded by a rule", async () => {
        const questions = groups.flatMap(({ alerts = [], recordings = [] }) => [
            ...alerts.map(({ alert, expr }) => ({ id: alert, expr })),
            ...recordings.map(({ record, expr }) => ({ id: record, expr })),
        ]);
        assert.deepEqual(await strangersIn(questions), []);
    });

    it("are in the cases as the targets have them", async () => {
        const questions = CASES.flatMap(({ alert, fires, silent }) =>
            [...fires, ...silent].flatMap(({ series }) =>
                Object.keys(series).map((expr) => ({ id: alert, expr })),
            ),
        );
        assert.deepEqual(await strangersIn(questions), []);
    });
});

/** What names a metric or label that there is not. */
async function strangersIn(questions: readonly Question[]): Promise<readonly string[]> {
    const known = exposed();
    const answers = await selectorsOf(questions);
    const found = answers.flatMap(({ id, error, selectors }) => [
        ...(error === undefined ? [] : [`${id}: ${error}`]),
        ...selectors.flatMap(({ metric, labels }) => {
            const one = known.get(metric);
            if (one === undefined) {
                return recorded.has(metric) ? [] : [`${id}: no target has ${metric}`];
            }
            return labels
                .filter((label) => !one.labels.has(label))
                .map((label) => `${id}: ${metric} has no label ${label}`);
        }),
    ]);
    return [...new Set(found)].sort();
}
