import * as assert from "node:assert/strict";
import { judgedByPacks } from "../../report/findings";
import {
    framework,
    judged,
    type RawEvent,
    recordOf,
    STACK_URN,
    stackJudged,
    STORE,
    undecided,
    violation,
    wholeRun,
} from "./fixtures";

const FRAMEWORKS = [
    framework("hds", { "EXI 1": ["store-private", "store-tls"] }),
    framework("rgpd", { "art. 32": ["store-private", "stack-wide"] }),
];
const PACKS = ["hds", "rgpd"];

const findingsOf = (events: readonly RawEvent[]) => judgedByPacks(recordOf(events), FRAMEWORKS).findings;

const none = { messages: [], undecided: [] };

describe("findings", () => {
    it("are absent where no rule applied", () => {
        assert.deepEqual(findingsOf(wholeRun(PACKS)), []);
    });

    it("give one verdict per rule and resource, whichever packs judged", () => {
        const message = "access\u00a0: attendu «\u00a0private\u00a0», obtenu «\u00a0public\u00a0»";
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, ["store-tls"], ["store-private"]),
            violation("hds", "store-private", STORE, message),
            judged("rgpd", STORE, [], ["store-private"]),
            violation("rgpd", "store-private", STORE, message),
        );

        assert.deepEqual(findingsOf(events), [
            {
                rule: "store-private",
                resource: STORE,
                verdict: "violation",
                messages: [message],
                undecided: [],
            },
            { rule: "store-tls", resource: STORE, verdict: "compliant", ...none },
        ]);
    });

    it("do not depend on the order of the events", () => {
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, ["store-tls"], ["store-private"]),
            violation("hds", "store-private", STORE, "b"),
            violation("hds", "store-private", STORE, "a"),
            judged("rgpd", STORE, ["store-private"]),
            stackJudged("rgpd", ["stack-wide"]),
        );

        const expected = findingsOf(events);
        assert.deepEqual(findingsOf([...events].reverse()), expected);
        assert.deepEqual(
            expected.map(({ rule, messages }) => [rule, messages]),
            [
                ["stack-wide", []],
                ["store-private", ["a", "b"]],
                ["store-tls", []],
            ],
        );
    });

    it("name every value that was unknown", () => {
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, [], ["store-private"]),
            undecided("hds", "store-private", STORE, "indécidable\u00a0: tags.owner, access"),
        );

        assert.deepEqual(findingsOf(events), [
            {
                rule: "store-private",
                resource: STORE,
                verdict: "undecided",
                messages: [],
                undecided: ["access", "tags.owner"],
            },
        ]);
    });

    it("name the value that the SDK's own guard met, or keep its words", () => {
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, [], ["store-private", "store-tls"]),
            undecided(
                "hds",
                "store-private",
                STORE,
                "string value at .access.level can't be known during preview",
            ),
            undecided("hds", "store-tls", STORE, "something else"),
        );

        assert.deepEqual(
            findingsOf(events).map((finding) => finding.undecided),
            [["access.level"], ["something else"]],
        );
    });

    it("are violations where values are unknown besides, and keep both", () => {
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, [], ["store-private"]),
            violation("hds", "store-private", STORE, "public"),
            undecided("hds", "store-private", STORE, "indécidable : tags"),
        );

        assert.deepEqual(findingsOf(events), [
            {
                rule: "store-private",
                resource: STORE,
                verdict: "violation",
                messages: ["public"],
                undecided: ["tags"],
            },
        ]);
    });

    it("are not made of the policy that sums up what is undecided", () => {
        const events = wholeRun(PACKS, violation("hds", "value-undecided", STORE, "store-private"));

        assert.deepEqual(findingsOf(events), []);
    });

    it("take the worse verdict when packs disagree", () => {
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, ["store-private"]),
            judged("rgpd", STORE, [], ["store-private"]),
            undecided("rgpd", "store-private", STORE, "indécidable : access"),
        );

        assert.deepEqual(
            findingsOf(events).map(({ verdict }) => verdict),
            ["undecided"],
        );
    });

    it("put a verdict on the whole stack on the stack itself", () => {
        const events = wholeRun(PACKS, stackJudged("rgpd", ["stack-wide"]));

        assert.deepEqual(findingsOf(events), [
            { rule: "stack-wide", resource: STACK_URN, verdict: "compliant", ...none },
        ]);
    });

    it("put a violation found over the whole stack on the resource it names", () => {
        const events = wholeRun(
            PACKS,
            stackJudged("rgpd", [], ["stack-wide"]),
            violation("rgpd", "stack-wide", STORE, "alone"),
        );

        assert.deepEqual(findingsOf(events), [
            { rule: "stack-wide", resource: STORE, verdict: "violation", messages: ["alone"], undecided: [] },
        ]);
    });

    it("leave out packs that belong to no framework of the report", () => {
        const events = [
            ...wholeRun(PACKS),
            judged("acme", STORE, ["cost"]),
            violation("acme", "cost", STORE, "dear"),
        ];

        assert.deepEqual(findingsOf(events), []);
    });
});
