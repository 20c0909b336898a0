import * as assert from "node:assert/strict";
import { EXEMPTION_REGISTER } from "../../policies/pack/names";
import { coveredMessage } from "../../policies/exemptions/wording";
import { assess } from "../../report/assessment";
import { summaryLines } from "../../report/console/summary";
import { judgedByPacks } from "../../report/findings";
import type { Report } from "../../report/model";
import { exemption } from "../policies/exemptions/sample";
import { CONTEXT, framework, judged, recordOf, STORE, violation, wholeRun } from "./fixtures";

const FRAMEWORKS = [framework("hds", { "EXI 1": ["store-private"] })];

const COVER = {
    exemption: exemption({ rule: "store-private", reason: "Essai <b>gras</b> & durable, accepté" }),
    daysLeft: 30,
};

const RUN = recordOf(
    wholeRun(
        ["hds"],
        judged("hds", STORE, [], ["store-private"]),
        violation("hds", "store-private", STORE, coveredMessage(COVER, "access : attendu true")),
        violation("hds", EXEMPTION_REGISTER, "", "EX-2026-009 : expires : expirée depuis le 2026-11-20"),
    ),
);

function reportWith(change: Partial<Report["exemptions"]> = {}): Report {
    return assess(judgedByPacks(RUN, FRAMEWORKS), FRAMEWORKS, {
        ...CONTEXT,
        exemptions: {
            ignored: false,
            inForce: [{ ...COVER.exemption, daysLeft: 30 }],
            faults: [{ exemption: "EX-2026-009", message: "expires : expirée depuis le 2026-11-20" }],
            ...change,
        },
    });
}

const plain = (lines: readonly string[]) => lines.join("\n").replaceAll("\u00a0", " ");

describe("exemptions in a report", () => {
    it("are read back from what the engine tells, and leave a requirement short of compliant", () => {
        const { findings, frameworks, summary } = reportWith();
        assert.deepEqual(findings, [
            {
                rule: "store-private",
                resource: STORE,
                verdict: "exempted",
                messages: ["access\u00a0: attendu true"],
                undecided: [],
                exemption: { id: "EX-2026-001", expires: "2026-12-21", daysLeft: 30 },
            },
        ]);
        assert.equal(frameworks[0]?.requirements[0]?.status, "exempted");
        assert.deepEqual(summary.findings, { compliant: 0, violation: 0, undecided: 0, exempted: 1 });
        assert.equal(RUN.registerRefused, true);
    });

    it("are told on the console in a line, and each fault of the register", () => {
        const text = plain(summaryLines(reportWith(), "fr"));
        assert.match(text, /0 indéterminé, 1 sous dérogation, 0 conforme/);
        assert.match(text, /\nDérogations : 1 en vigueur, 1 à échoir sous 30 jours\./);
        assert.match(text, /\n✖ Dérogation EX-2026-009 : expires : expirée depuis le 2026-11-20/);
        const ignored = plain(summaryLines(reportWith({ ignored: true, faults: [] }), "fr"));
        assert.match(ignored, /\nDérogations ignorées, à la demande d’un auditeur\./);
        assert.doesNotMatch(ignored, /en vigueur/);
    });

    it("refuse the release where the register is at fault, and are a reserve where it is not", () => {
        assert.deepEqual(reportWith().decision, {
            verdict: "refused",
            reasons: [{ code: "registerFaults", count: 1 }],
        });
        assert.deepEqual(reportWith({ faults: [] }).decision, {
            verdict: "reserved",
            reasons: [
                { code: "simulated", count: 1 },
                { code: "exempted", count: 1 },
            ],
        });
    });
});
