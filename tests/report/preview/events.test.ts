import * as assert from "node:assert/strict";
import { EventReader } from "../../../report/preview/events";
import { UserError } from "../../../sandbox/user-error";
import { finished, judged, read, registered, sent, STORE } from "../fixtures";

describe("an event of the engine", () => {
    it("is read in whole", () => {
        const [event] = read(sent([judged("hds", STORE, ["règle-é"])]));

        assert.deepEqual(event?.policyAnalyzeSummaryEvent?.passed, ["règle-é"]);
    });

    it("is read once its line is complete, wherever the text was cut", () => {
        const line = sent([judged("hds", STORE, ["règle-é"])]).join("");
        const reader = new EventReader();

        assert.deepEqual(reader.read(line.slice(0, 20)), []);
        assert.equal(reader.read(`${line.slice(20)}\n${line.slice(0, 9)}`).length, 1);
        assert.equal(reader.read(line.slice(9)).length, 0);
        assert.equal(reader.end().length, 1);
        assert.equal(reader.end().length, 0);
    });

    it("loses inputs, outputs and everything else that the report does not use", () => {
        const events = read(
            sent([registered("test:index:Store", "records", "create", { password: "s3cret" })]),
        );

        assert.equal(JSON.stringify(events).includes("s3cret"), false);
        assert.deepEqual(events[0]?.resourcePreEvent?.metadata, {
            op: "create",
            urn: STORE,
            type: "test:index:Store",
            custom: true,
            facts: [],
        });
    });

    it("loses what would steer a terminal or turn text around, in names and in messages", () => {
        const [event] = read(
            sent([
                {
                    policyEvent: {
                        resourceUrn: "urn:a::\u001b]0;title\u0007b",
                        message: "\u001b[31mred\u001b[0m\nnext \u202eline",
                        policyName: "rule",
                        policyPackName: "hds",
                        enforcementLevel: "mandatory",
                    },
                },
            ]),
        );

        assert.equal(event?.policyEvent?.resourceUrn, "urn:a::b");
        assert.equal(event.policyEvent.message, "red\nnext \ufffdline");
    });

    it("is passed over when its kind is not known", () => {
        assert.deepEqual(read(sent([{ laterEvent: { anything: 1 } }])), [{}]);
    });

    for (const [title, text, message] of [
        [
            "cut short",
            '{"sequence":1,"secret":"s3c',
            "événement 2 du moteur\u00a0: objet JSON attendu, texte illisible ou tronqué reçu (27 caractères)",
        ],
        [
            "garbled",
            "\u0000\u0000",
            "événement 2 du moteur\u00a0: objet JSON attendu, texte illisible ou tronqué reçu (2 caractères)",
        ],
        [
            "of another shape",
            '{"policyEvent":{"policyName":7,"message":"s3cret"}}',
            "événement 2 du moteur\u00a0: champs inattendus\u00a0: " +
                "policyEvent.policyName, policyEvent.policyPackName, policyEvent.enforcementLevel",
        ],
        ["not an object", "3", "événement 2 du moteur\u00a0: champs inattendus\u00a0: (racine)"],
    ] as const) {
        it(`that is ${title} is a user error that quotes nothing of it`, () => {
            assert.throws(() => read([...sent([finished]), text]), new UserError(message));
        });
    }
});
