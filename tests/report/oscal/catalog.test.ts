import * as assert from "node:assert/strict";
import { frameworks } from "../../../policies/frameworks";
import { controlsOf, tokensOf } from "../../../report/oscal/tokens";
import { framework, needingEvidence } from "../fixtures";
import { resultsOf, controlsOfCatalog, valueOf } from "./read-back";
import { everyStatus, reportOn } from "./cases";

describe("the OSCAL catalogue of HDS", () => {
    it("tells how far rules show each requirement", () => {
        const automation = controlsOfCatalog(everyStatus()).map(({ props }) => [
            valueOf(props, "label"),
            valueOf(props, "automation"),
        ]);
        assert.deepEqual(automation, [
            ...["EXI 1", "EXI 2", "EXI 3", "EXI 4", "EXI 5", "EXI 6", "EXI 8"].map((id) => [id, "full"]),
            ["EXI 7", "none"],
            ["EXI 9", "none"],
        ]);
    });

    it("tells where evidence completes the rules, and who provides it", () => {
        const [control] = controlsOfCatalog(
            reportOn([needingEvidence(framework("hds", { "EXI 1": ["a"] }))], []),
        );
        assert.equal(valueOf(control?.props ?? [], "automation"), "partial");
        assert.equal(
            control?.parts.find(({ name }) => name === "guidance")?.prose,
            "Preuve à fournir\u00a0: Preuve EXI 1\n\nQui la fournit\u00a0: RSSI",
        );
    });

    it("holds every requirement of the framework, with its activities, in its order", () => {
        const report = reportOn(frameworks, []);
        const hds = report.frameworks.find(({ id }) => id === "hds");
        const controls = controlsOfCatalog(report);
        assert.deepEqual(
            controls.map(({ props }) => [
                valueOf(props, "label"),
                props.filter(({ name }) => name === "activite").map(({ value }) => Number(value)),
            ]),
            hds?.requirements.map(({ id, activities = [] }) => [id, [...activities]]),
        );
        const order = controls.map(({ props }) => valueOf(props, "sort-id"));
        assert.deepEqual(order, [...order].sort());
    });

    it("has the objective that each finding is on", () => {
        const report = reportOn(frameworks, []);
        const objectives = controlsOfCatalog(report).flatMap(({ parts }) =>
            parts.filter(({ name }) => name === "assessment-objective").map(({ id }) => id),
        );
        const targets = resultsOf(report).result.findings?.map(({ target }) => target["target-id"]) ?? [];
        assert.deepEqual(
            targets.filter((id) => id.startsWith("hds-v2_")),
            objectives,
        );
    });
});

describe("the OSCAL id of a requirement", () => {
    const controls = new Map(
        reportOn(frameworks, []).frameworks.map((framework) => [framework.id, controlsOf(framework)]),
    );

    for (const [framework, requirement, expected] of [
        ["hds", "EXI 28", "hds-v2_exi-28"],
        ["hds", "EXI 05.A", "hds-v2_exi-05.a"],
        ["rgpd", "art. 32(1)(b)", "rgpd_art-32-1-b"],
        ["iso27001", "A.8.24", "iso27001-2022_a.8.24"],
        ["hipaa", "164.312(a)(2)(iv)", "hipaa_164.312-a-2-iv"],
    ] as const) {
        it(`is ${expected} for ${requirement}`, () => {
            assert.equal(controls.get(framework)?.get(requirement), expected);
        });
    }

    it("is another for each requirement of the project", () => {
        const all = [...controls.values()].flatMap((ids) => [...ids.values()]);
        assert.equal(new Set(all).size, 187);
    });

    it("tells apart what the alphabet of tokens would make the same", () => {
        const ids = ["art. 5", "art 5", "ART. 5", "", "漢", "a".repeat(200)];
        const tokens = [...tokensOf("x", ids).values()];
        assert.equal(new Set(tokens).size, ids.length);
        for (const token of tokens) {
            assert.match(token, /^x_[a-z0-9._-]{1,80}$/);
        }
    });
});
