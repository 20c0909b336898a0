import * as assert from "node:assert/strict";
import { sumFindings } from "../../../report/counts";
import type { Report } from "../../../report/model";
import { SEVERITIES, STATUSES, VERDICTS } from "../../../report/words/words";
import { hostileReport } from "../hostile";
import { syntheticReport } from "../synthetic";
import { MIXED, report } from "./cases";
import { numbersIn, sectionOf, staticOf } from "./reading";

/** Each chart as its title's total and the figures of its legend. */
function chartsOf(html: string): number[][] {
    return html
        .split('<div class="chart">')
        .slice(1)
        .map((chart) => numbersIn(chart, /<(?:span class="total"|b)>([^<]*)</g));
}

function rowsOf(html: string): number[][] {
    const body = /<table class="figures">.*<\/table>/s.exec(html)?.[0] ?? "";
    return body
        .split("<tr>")
        .slice(2)
        .map((row) => numbersIn(row, /<td\s*(?:class="zero")?\s*>([^<]*)</g));
}

describe("the figures of the HTML report", () => {
    const cases: readonly (readonly [string, () => Report])[] = [
        ["with a violation and an undecided verdict", () => report(MIXED)],
        ["without findings", () => report([])],
        [
            "with a partial coverage",
            () => {
                const of = report(MIXED);
                const resources = { declared: 15, examined: 1, genericOnly: 2, opaque: 4, unexamined: 8 };
                const rules = { total: 14, judged: 2, idle: 4, disabled: 8 };
                return { ...of, summary: { ...of.summary, resources, rules } };
            },
        ],
        ["with hostile texts", hostileReport],
        ["with thousands of resources", () => syntheticReport({ resources: 2_000, rules: 40 })],
    ];
    for (const [title, make] of cases) {
        for (const language of ["fr", "en"] as const) {
            it(`are those of the summary in a report ${title} (${language})`, () => {
                const of = make();
                const section = sectionOf(staticOf(of, language), "couverture");
                const { resources, rules, findings } = of.summary;

                assert.deepEqual(chartsOf(section), [
                    [
                        resources.declared,
                        resources.examined,
                        resources.genericOnly,
                        resources.opaque,
                        resources.unexamined,
                    ],
                    [rules.total, rules.judged, rules.idle, rules.disabled],
                    ...of.frameworks.map(({ requirements, statuses }) => [
                        requirements.length,
                        ...STATUSES.map((status) => statuses[status]),
                    ]),
                ]);
                assert.deepEqual(rowsOf(section), [
                    ...SEVERITIES.map((severity) => {
                        const counts = sumFindings(
                            of.rules
                                .filter((rule) => rule.severity === severity)
                                .map((rule) => rule.findings),
                        );
                        return VERDICTS.map((verdict) => counts[verdict]);
                    }),
                    VERDICTS.map((verdict) => findings[verdict]),
                ]);
            });
        }
    }

    it("are the lengths of the bars", () => {
        const section = sectionOf(staticOf(report(MIXED)), "couverture");
        const [, , hds = ""] = section.split('<div class="chart">').slice(1);
        const bars = [...hds.matchAll(/<rect\s+class="(\w+)"\s+x="([\d.]+)"\s+width="([\d.]+)"/g)].map(
            ([, kind, x, width]) => [kind, Number(x), Number(width)],
        );

        // One requirement is not compliant and two are undetermined, of three: 985 units, each part at least 6 wide.
        assert.deepEqual(bars, [
            ["nonCompliant", 0, 334.3],
            ["undetermined", 337.3, 662.7],
        ]);
    });
});
