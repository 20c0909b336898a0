import * as assert from "node:assert/strict";
import { EXEMPTION_REGISTER } from "../../policies/pack/names";
import { coveredMessage } from "../../policies/exemptions/wording";
import { assess } from "../../report/assessment";
import { exceptionLines, verdictLines } from "../../report/console";
import { judgedByPacks } from "../../report/findings";
import { renderHtml } from "../../report/html/html";
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

    it("are told on the console with the days left, and with what is wrong in the register", () => {
        assert.match(plain(verdictLines(reportWith())), /0 indéterminé, 1 sous dérogation, 0 conforme/);
        assert.equal(
            plain(exceptionLines(reportWith())),
            "Dérogation EX-2026-001 (store-private) : 1 constat couvert, expire le 2026-12-21, 30 jours restants\n" +
                "✖ Dérogation EX-2026-009 : expires : expirée depuis le 2026-11-20",
        );
        assert.equal(
            plain(exceptionLines(reportWith({ ignored: true, faults: [] }))),
            "Dérogations ignorées, à la demande d’un auditeur.",
        );
    });

    it("stand in the page with all that an officer asks, escaped", () => {
        const page = renderHtml(reportWith()).replaceAll("\u00a0", " ");
        assert.match(page, /Essai &lt;b&gt;gras&lt;\/b&gt; &amp; durable/);
        for (const text of ["SEC-12", "accord de RSSI le 2026-11-01", "2026-12-21, 30 jours restants"]) {
            assert.ok(page.includes(text), text);
        }
        assert.match(page, /Défauts du registre.*EX-2026-009/s);
        assert.match(renderHtml(reportWith({ ignored: true })), /Dérogations ignorées\./);
    });
});
