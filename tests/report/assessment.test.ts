import * as assert from "node:assert/strict";
import type { Status } from "../../report/model";
import type { Framework } from "../../report/framework";
import {
    framework,
    judged,
    needingEvidence,
    type RawEvent,
    registered,
    reportOf,
    rule,
    STACK_URN,
    STORE,
    undecided,
    urn,
    violation,
    wholeRun,
} from "./fixtures";

const PACKS = ["hds", "rgpd"];
const FRAMEWORKS = [
    framework("hds", {
        "EXI 1": ["store-private", "store-tls"],
        "EXI 2": ["store-tls"],
        "EXI 3": ["never-applies"],
    }),
    framework("rgpd", { "art. 32": ["store-private"] }),
];

/** The same, with rules that show a part of each requirement only. */
const PARTIAL = FRAMEWORKS.map((whole) => needingEvidence(whole));

function statuses(verdicts: readonly RawEvent[], frameworks = FRAMEWORKS): Record<string, Status> {
    const report = reportOf(wholeRun(PACKS, ...verdicts), frameworks);
    return Object.fromEntries(
        report.frameworks.flatMap(({ requirements }) => requirements.map(({ id, status }) => [id, status])),
    );
}

describe("a requirement", () => {
    it("is never compliant where no rule looked at anything", () => {
        assert.deepEqual(statuses([]), {
            "EXI 1": "undetermined",
            "EXI 2": "undetermined",
            "EXI 3": "undetermined",
            "art. 32": "undetermined",
        });
    });

    it("is compliant when all that was looked at is", () => {
        assert.deepEqual(statuses([judged("hds", STORE, ["store-private", "store-tls"])]), {
            "EXI 1": "compliant",
            "EXI 2": "compliant",
            "EXI 3": "undetermined",
            "art. 32": "compliant",
        });
    });

    it("is undetermined by one unknown value among compliant ones", () => {
        const verdicts = [
            judged("hds", STORE, ["store-private"], ["store-tls"]),
            undecided("hds", "store-tls", STORE, "indécidable : tls"),
        ];

        assert.deepEqual(statuses(verdicts), {
            "EXI 1": "undetermined",
            "EXI 2": "undetermined",
            "EXI 3": "undetermined",
            "art. 32": "compliant",
        });
    });

    it("is non compliant by one violation, whatever else there is", () => {
        const verdicts = [
            judged("hds", STORE, [], ["store-private", "store-tls"]),
            undecided("hds", "store-tls", STORE, "indécidable : tls"),
            violation("hds", "store-private", STORE, "public"),
        ];

        assert.deepEqual(statuses(verdicts), {
            "EXI 1": "nonCompliant",
            "EXI 2": "undetermined",
            "EXI 3": "undetermined",
            "art. 32": "nonCompliant",
        });
    });

    it("that its rules cover in part needs evidence where they are respected", () => {
        const verdicts = [
            judged("hds", STORE, ["store-private"], ["store-tls"]),
            undecided("hds", "store-tls", STORE, "indécidable : tls"),
        ];

        assert.deepEqual(statuses(verdicts, PARTIAL), {
            "EXI 1": "undetermined",
            "EXI 2": "undetermined",
            "EXI 3": "undetermined",
            "art. 32": "evidenceRequired",
        });
    });

    it("that its rules cover in part is as non compliant by one violation as another", () => {
        const verdicts = [
            judged("hds", STORE, [], ["store-private"]),
            violation("hds", "store-private", STORE, "public"),
        ];

        assert.equal(statuses(verdicts, PARTIAL)["art. 32"], "nonCompliant");
    });

    it("tells which evidence it needs, whatever its status", () => {
        const report = reportOf(wholeRun(PACKS), PARTIAL);

        assert.deepEqual(
            report.frameworks[1]?.requirements.map(({ evidence }) => evidence),
            report.evidence.slice(-1).map(({ id }) => id),
        );
        assert.deepEqual(report.evidence.slice(-1), [
            {
                id: report.evidence.at(-1)?.id,
                owner: { fr: "RSSI", en: "CISO" },
                document: { fr: "Preuve art. 32", en: "Evidence art. 32" },
                requirements: [{ framework: "rgpd", requirement: "art. 32" }],
            },
        ]);
        assert.match(report.evidence.at(-1)?.id ?? "", /^P-[0-9a-f]{8}$/);
        assert.equal(
            reportOf(wholeRun(PACKS), FRAMEWORKS).frameworks[1]?.requirements.some(
                (requirement) => "evidence" in requirement,
            ),
            false,
        );
    });
});

describe("the report", () => {
    it("counts declared resources, not the stack, components or providers", () => {
        const component = urn("clinic:index:Ward", "ward");
        const provider = urn("pulumi:providers:test", "default");
        const events = [
            ...wholeRun(PACKS, judged("hds", STORE, ["store-tls"]), judged("hds", component, ["store-tls"])),
            {
                resourcePreEvent: {
                    metadata: {
                        op: "create",
                        urn: component,
                        type: "clinic:index:Ward",
                        new: { custom: false },
                    },
                },
            },
            registered("pulumi:providers:test", "default"),
            registered("test:index:Store", "unseen"),
        ];

        const report = reportOf(events, FRAMEWORKS);

        assert.deepEqual(report.summary.resources, {
            declared: 2,
            examined: 1,
            genericOnly: 0,
            opaque: 0,
            unexamined: 1,
        });
        assert.deepEqual(
            report.resources.map(({ urn: of, kind, rules }) => [of, kind, rules]),
            [
                [component, "component", 1],
                [provider, "provider", 0],
                [STACK_URN, "stack", 0],
                [STORE, "resource", 1],
                [urn("test:index:Store", "unseen"), "resource", 0],
            ],
        );
    });

    it("counts apart a resource that generic rules alone saw", () => {
        const frameworks: Framework[] = [
            {
                ...framework("hds", {}),
                requirements: [
                    {
                        id: "EXI 1",
                        title: { fr: "Exigence", en: "Requirement" },
                        status: "automated",
                        chain: [
                            {
                                sources: [],
                                rules: [{ ...rule("store-tagged"), generic: true }, rule("store-tls")],
                            },
                        ],
                    },
                ],
            },
        ];
        const other = urn("test:index:Store", "other");
        const events = [
            registered("test:index:Store", "other"),
            registered("test:index:Store", "unseen"),
            ...wholeRun(
                ["hds"],
                judged("hds", other, ["store-tagged"]),
                judged("hds", STORE, ["store-tagged", "store-tls"]),
            ),
        ];

        const report = reportOf(events, frameworks);

        assert.deepEqual(report.summary.resources, {
            declared: 3,
            examined: 1,
            genericOnly: 1,
            opaque: 0,
            unexamined: 1,
        });
        assert.deepEqual(
            report.resources
                .filter(({ kind }) => kind === "resource")
                .map(({ name, rules, genericRules }) => [name, rules, genericRules]),
            [
                ["other", 0, 1],
                ["records", 1, 1],
                ["unseen", 0, 0],
            ],
        );
        assert.equal(report.findings.length, 3);
    });

    it("counts a rule of two frameworks once and cites the requirements of both", () => {
        const report = reportOf(
            wholeRun(
                PACKS,
                judged("hds", STORE, ["store-private"]),
                judged("rgpd", STORE, ["store-private"]),
            ),
            FRAMEWORKS,
        );

        assert.deepEqual(report.summary.findings, { compliant: 1, violation: 0, undecided: 0, exempted: 0 });
        assert.deepEqual(report.rules.find(({ id }) => id === "store-private")?.requirements, [
            { framework: "hds", requirement: "EXI 1" },
            { framework: "rgpd", requirement: "art. 32" },
        ]);
    });

    it("counts the requirements of each framework and of all", () => {
        const report = reportOf(wholeRun(PACKS, judged("hds", STORE, ["store-tls"])), FRAMEWORKS);

        assert.deepEqual(
            report.frameworks.map(({ statuses: counts }) => counts),
            [
                {
                    compliant: 2,
                    evidenceRequired: 0,
                    exempted: 0,
                    nonCompliant: 0,
                    undetermined: 1,
                    notApplicable: 0,
                },
                {
                    compliant: 0,
                    evidenceRequired: 0,
                    exempted: 0,
                    nonCompliant: 0,
                    undetermined: 1,
                    notApplicable: 0,
                },
            ],
        );
        assert.deepEqual(report.summary.requirements, {
            compliant: 2,
            evidenceRequired: 0,
            exempted: 0,
            nonCompliant: 0,
            undetermined: 2,
            notApplicable: 0,
        });
    });

    it("names the version of the pack that judged", () => {
        const report = reportOf(wholeRun(PACKS), FRAMEWORKS);

        assert.deepEqual(
            report.frameworks.map(({ packVersion }) => packVersion),
            ["1.0.0", "1.0.0"],
        );
    });
});
