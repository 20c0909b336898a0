import * as assert from "node:assert/strict";
import { words } from "../../../report/words/words";
import { mixedReport } from "../samples";

const coverage = (count: number) => {
    const report = mixedReport();
    const resources = {
        declared: count,
        examined: count,
        genericOnly: count,
        opaque: count,
        unexamined: count,
    };
    return words("fr")
        .coverage({ ...report, summary: { ...report.summary, resources } })
        .replaceAll(/[\u00a0\u202f]/g, " ");
};

describe("the coverage in French", () => {
    for (const [count, expected] of [
        [
            1,
            "Couverture : 1 ressource déclarée, dont 1 examinée sur ses réglages, " +
                "1 sur son seul type, sa région, ses étiquettes ou ses options, " +
                "1 opaque (ce qu’elle contient échappe aux règles), et 1 par aucune règle. ",
        ],
        [
            2,
            "Couverture : 2 ressources déclarées, dont 2 examinées sur leurs réglages, " +
                "2 sur leur seul type, leur région, leurs étiquettes ou leurs options, " +
                "2 opaques (ce qu’elles contiennent échappe aux règles), et 2 par aucune règle. ",
        ],
    ] as const) {
        it(`agrees with its numbers, of ${count.toString()}`, () => {
            assert.ok(coverage(count).startsWith(expected), coverage(count));
        });
    }
});
