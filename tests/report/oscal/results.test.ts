import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { frameworks } from "../../../policies/frameworks";
import type { Report, Status, Verdict } from "../../../report/model";
import { OUTCOMES, STATUS_CODES, VERDICT_CODES } from "../../../report/oscal/codes";
import { STATUSES, VERDICTS, words } from "../../../report/words/words";
import { STACK_URN, STORE, framework } from "../fixtures";
import { syntheticReport } from "../synthetic";
import { EXEMPTION, everyStatus, finding, reportOn } from "./cases";
import { type Result, resultsOf, valueOf } from "./read-back";

type Row = readonly [
    requirement: string,
    state: string,
    reason: string,
    status: string,
    causes: string,
    risks: string,
    methods: string,
];

const EXPECTED: readonly Row[] = [
    ["EXI 1", "satisfied", "pass", "conforme", "", "", "TEST"],
    ["EXI 2", "not-satisfied", "fail", "non-conforme", "", "open", "TEST"],
    ["EXI 3", "not-satisfied", "derogation", "conforme-avec-derogation", "", "deviation-approved", "TEST"],
    ["EXI 4", "not-satisfied", "indetermine", "indetermine", "valeur-inconnue", "", "TEST"],
    ["EXI 5", "not-satisfied", "indetermine", "indetermine", "rien-a-juger", "", "TEST"],
    ["EXI 6", "not-satisfied", "indetermine", "indetermine", "regle-desactivee", "", "TEST TEST"],
    ["EXI 8", "not-satisfied", "fail", "non-conforme", "", "open deviation-approved", "TEST TEST"],
    ["EXI 7", "not-satisfied", "preuve-a-fournir", "preuve-a-fournir", "", "", "EXAMINE"],
    ["art. 32(1)(b)", "not-satisfied", "preuve-a-fournir", "preuve-a-fournir", "", "", "TEST EXAMINE"],
    ["art. 33", "not-satisfied", "fail", "non-conforme", "", "open", "TEST EXAMINE"],
];

describe("OSCAL assessment results", () => {
    it("give each requirement that applies its state, reason, risks and observations", () => {
        const { result } = resultsOf(everyStatus());
        const { observations = [], risks = [], findings = [] } = result;
        const rows = findings.map((of): Row => [
            valueOf(of.props, "exigence") ?? "",
            of.target.status.state,
            of.target.status.reason,
            valueOf(of.props, "statut") ?? "",
            of.props
                .filter(({ name }) => name === "cause")
                .map(({ value }) => value)
                .join(" "),
            ((of["related-risks"] as (typeof of)["related-risks"] | undefined) ?? [])
                .map((related) => risks.find(({ uuid }) => uuid === related["risk-uuid"])?.status)
                .join(" "),
            of["related-observations"]
                .flatMap(
                    (related) =>
                        observations.find(({ uuid }) => uuid === related["observation-uuid"])?.methods,
                )
                .join(" "),
        ]);
        assert.deepEqual(rows, EXPECTED);
    });

    it("exclude what does not apply, with the reason, and give it no finding", () => {
        const [hds] = resultsOf(everyStatus()).result["reviewed-controls"]["control-selections"];
        assert.deepEqual(hds?.["exclude-controls"], [{ "control-id": "hds-v2_exi-9" }]);
        assert.equal(hds["include-controls"]?.length, 8);
        assert.equal(hds.remarks, "EXI 9, non applicable\u00a0: Aucun sous-traitant.");
    });

    for (const [name, report] of [
        ["every status", everyStatus()],
        ["a large stack", syntheticReport({ resources: 60, rules: 150 })],
    ] as const) {
        it(`give back the statuses that the report counts, for ${name}`, () => {
            const { result } = resultsOf(report);
            assert.deepEqual(
                statusesReadBack(result),
                report.frameworks.map(({ id, statuses }) => ({ id, ...statuses })),
            );
        });

        it(`give back the findings that the report counts, for ${name}`, () => {
            const { observations = [], props } = resultsOf(report).result;
            for (const verdict of VERDICTS) {
                const key = `constats-${VERDICT_CODES[verdict]}`;
                const sum = observations.reduce(
                    (total, of) => total + Number(valueOf(of.props, key) ?? 0),
                    0,
                );
                assert.equal(sum, report.summary.findings[verdict]);
                assert.equal(valueOf(props, key), report.summary.findings[verdict].toString());
            }
        });
    }

    it("accept the risk of an exemption until the end of its last day, with its measure and reason", () => {
        const { risks = [] } = resultsOf(everyStatus()).result;
        const [accepted, ...others] = risks.filter(({ status }) => status === "deviation-approved");
        assert.deepEqual(others, []);
        assert.equal(accepted?.deadline, `${EXEMPTION.expires}T23:59:59Z`);
        assert.deepEqual(
            accepted["mitigating-factors"].map(({ description }) => description),
            [EXEMPTION.compensatingMeasure],
        );
        assert.match(accepted.statement, /Motif\u00a0: Migration prévue en décembre\./);
        assert.match(accepted.statement, /Accordée par\u00a0: RSSI/);
    });

    it("propose a severity, and never call a finding major or minor", () => {
        for (const language of ["fr", "en"] as const) {
            const { result } = resultsOf(everyStatus(), language);
            const [risk] = result.risks ?? [];
            assert.deepEqual(risk?.characterizations[0]?.facets, [
                { name: "criticite-proposee", system: "urn:audioprothese-plus:oscal", value: "elevee" },
            ]);
            assert.doesNotMatch(JSON.stringify(result), /majeure?s?\b|mineure?s?\b|\bmajor\b|\bminor\b/i);
        }
    });

    it("never satisfy a requirement that is not compliant, whatever the verdicts", () => {
        const verdict = fc.constantFrom<Verdict>("compliant", "violation", "undecided", "exempted");
        const found = fc.record({ a: fc.option(verdict), b: fc.option(verdict), stack: fc.option(verdict) });
        fc.assert(
            fc.property(found, fc.boolean(), ({ a, b, stack }, disabled) => {
                const report = reportOn(
                    [framework("hds", { "EXI 1": ["a"], "EXI 2": ["b"], "EXI 3": ["a", "b"] })],
                    [
                        ...(a === null ? [] : [finding("a", a)]),
                        ...(b === null ? [] : [finding("b", b)]),
                        ...(stack === null ? [] : [finding("a", stack, STACK_URN)]),
                    ],
                    disabled ? ["b"] : [],
                );
                agree(report, resultsOf(report).result);
            }),
        );
    });

    it("satisfy nothing where no rule found anything to judge", () => {
        const { result } = resultsOf(reportOn(frameworks, []));
        const states = new Set(result.findings?.map(({ target }) => target.status.state));
        assert.deepEqual([...states], ["not-satisfied"]);
        assert.equal(valueOf(result.props, "decision"), "sans-conclusion");
        assert.equal(result.risks, undefined);
    });

    it("say how much was looked at before what was found, and what they are not", () => {
        for (const language of ["fr", "en"] as const) {
            const report = everyStatus();
            const { metadata, result } = resultsOf(report, language);
            const said = words(language);
            assert.ok(result.description.startsWith(`${said.coverage(report)}\n\n${said.found(report)}`));
            assert.ok(metadata.remarks.startsWith(said.limits(report)[0] ?? "?"));
            assert.match(metadata.remarks, /not-satisfied/);
        }
    });

    it("describe the gravest findings of a rule first, and say how many there are", () => {
        const store = (index: number) => `${STORE}-${index.toString()}`;
        const many = Array.from({ length: 30 }, (_, index) =>
            finding("a", index === 29 ? "violation" : "undecided", store(index)),
        );
        const { result } = resultsOf(reportOn([framework("hds", { "EXI 1": ["a"] })], many));
        const [observation] = result.observations ?? [];
        assert.equal(observation?.subjects.length, 25);
        assert.equal(valueOf(observation.subjects[0]?.props ?? [], "verdict"), "non-conforme");
        assert.match(observation.description, /Les 25 premiers constats ouverts .* sur 30\u00a0;/);
        assert.equal(result["local-definitions"]["inventory-items"]?.length, 25);
    });
});

/** Every finding of OSCAL says what the report says, and what an exemption covers has an accepted risk. */
function agree(report: Report, { findings = [], risks = [] }: Result): void {
    const requirements = report.frameworks.flatMap((of) => of.requirements);
    assert.equal(findings.length, requirements.length);
    requirements.forEach(({ status, findings: counts }, index) => {
        const of = findings[index];
        assert.equal(of?.target.status.state === "satisfied", status === "compliant");
        if (counts.exempted > 0) {
            assert.equal(of?.target.status.state, "not-satisfied");
            const related = new Set(of["related-risks"].map((risk) => risk["risk-uuid"]));
            assert.ok(risks.some((risk) => risk.status === "deviation-approved" && related.has(risk.uuid)));
        }
    });
}

function statusesReadBack({ findings = [], ...result }: Result) {
    return result["reviewed-controls"]["control-selections"].map((selection) => {
        const id = valueOf(selection.props, "referentiel");
        const own = findings.filter(({ props }) => valueOf(props, "referentiel") === id);
        const count = (status: Status) =>
            OUTCOMES[status] === undefined
                ? (selection["exclude-controls"] ?? []).length
                : own.filter(({ props, target }) => {
                      assert.equal(
                          target.status.reason === OUTCOMES[status]?.reason,
                          valueOf(props, "statut") === STATUS_CODES[status],
                      );
                      return target.status.reason === OUTCOMES[status]?.reason;
                  }).length;
        return { id, ...Object.fromEntries(STATUSES.map((status) => [status, count(status)])) };
    });
}
