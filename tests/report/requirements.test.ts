import * as assert from "node:assert/strict";
import { framework, judged, reportOf, rule, STORE, wholeRun } from "./fixtures";

const PACKS = ["hds"];

describe("a requirement of the report", () => {
    it("without rules needs evidence, or does not apply for a reason", () => {
        const title = { fr: "Exigence", en: "Requirement" };
        const evidence = { owner: { fr: "DPO", en: "DPO" }, document: { fr: "registre", en: "register" } };
        const why = { fr: "une faculté", en: "an option" };
        const report = reportOf(wholeRun(PACKS, judged("hds", STORE, ["store-tls"])), [
            {
                ...framework("hds", { "EXI 1": ["store-tls"] }),
                requirements: [
                    { id: "EXI 2", title, activities: [1, 6], status: "evidence", evidence },
                    { id: "EXI 3", title, status: "notApplicable", why },
                ],
            },
        ]);

        const nothing = {
            rules: [],
            chain: [],
            causes: [],
            findings: { compliant: 0, violation: 0, undecided: 0, exempted: 0 },
        };
        assert.deepEqual(report.frameworks[0]?.requirements, [
            {
                id: "EXI 2",
                title,
                activities: [1, 6],
                status: "evidenceRequired",
                evidence: "P-9fc96caf",
                ...nothing,
            },
            { id: "EXI 3", title, status: "notApplicable", why, ...nothing },
        ]);
        assert.equal(report.summary.requirements.evidenceRequired, 1);
        assert.equal(report.summary.requirements.notApplicable, 1);
    });

    it("holds the chain to its rules, and the report each source once", () => {
        const source = (id: string) => ({
            id,
            title: { fr: `Texte ${id}`, en: `Text ${id}` },
            url: "https://example.org/",
        });
        const tls = rule("store-tls");
        const requirement = (id: string) => ({
            id,
            title: { fr: "Exigence", en: "Requirement" },
            status: "automated" as const,
            chain: [
                { sources: [source("B 2"), source("A 1")], rules: [tls] },
                { sources: [], rules: [rule("store-private"), tls] },
            ],
        });
        const report = reportOf(wholeRun(PACKS), [
            { ...framework("hds", {}), requirements: [requirement("EXI 1"), requirement("EXI 2")] },
        ]);

        assert.deepEqual(report.sources, [source("A 1"), source("B 2")]);
        const [first] = report.frameworks[0]?.requirements ?? [];
        assert.deepEqual(first?.chain, [
            { sources: ["B 2", "A 1"], rules: ["store-tls"] },
            { sources: [], rules: ["store-private", "store-tls"] },
        ]);
        assert.deepEqual(first.rules, ["store-tls", "store-private"]);
    });

    it("of a framework without pack is judged by the verdicts of the packs, whose version is not its own", () => {
        const report = reportOf(wholeRun(PACKS, judged("hds", STORE, ["store-tls"])), [
            framework("hds", { "EXI 1": ["store-tls"] }),
            { ...framework("iso27001", { "A.8.24": ["store-tls"] }), pack: false },
        ]);

        const iso = report.frameworks.find(({ id }) => id === "iso27001");
        assert.equal(iso?.requirements[0]?.status, "compliant");
        assert.equal("packVersion" in iso, false);
    });
});
