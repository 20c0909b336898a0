import * as assert from "node:assert/strict";
import type { Report, ReportExemptions } from "../../../report/model";
import { STORE } from "../fixtures";
import { MIXED, report } from "./cases";
import { documentOf, sectionOf, textOf } from "./reading";

const EXEMPTION: ReportExemptions["inForce"][number] = {
    id: "EX-2026-001",
    rule: "store-private",
    resource: "*",
    stack: "dev",
    reason: "Le coffre attend la recette",
    compensatingMeasure: "Accès revu chaque semaine",
    owner: "équipe plateforme",
    approver: "RSSI",
    ticket: "AP-1",
    granted: "2026-09-10",
    expires: "2026-12-10",
    daysLeft: 19,
};

function said(
    change: Partial<ReportExemptions>,
    more: Partial<Report> = {},
    language: "fr" | "en" = "fr",
): string {
    const exemptions = { ignored: false, inForce: [], faults: [], ...change };
    return textOf(sectionOf(documentOf(report(MIXED, { exemptions, ...more }), language), "derogations"));
}

describe("exemptions in the HTML report", () => {
    it("are said to be none, where there are none", () => {
        assert.match(said({}), /Aucune dérogation n’est en vigueur pour cette pile\./);
        assert.doesNotMatch(said({ inForce: [EXEMPTION] }), /Aucune dérogation/);
    });

    it("are told with rule, reason, measure, people and last day", () => {
        const text = said({ inForce: [EXEMPTION] });

        for (const part of [
            "EX-2026-001",
            "Règle Titre store-private",
            "Motif Le coffre attend la recette",
            "Mesure compensatoire Accès revu chaque semaine",
            "Responsable équipe plateforme",
            "Accord RSSI, le 10 septembre 2026",
            "Échéance 10 décembre 2026 inclus",
        ]) {
            assert.ok(text.includes(part), `${part} in ${text}`);
        }
    });

    it("stand by the days left, and tell those that end within 30 or 90", () => {
        const ending = [91, 90, 31, 30, 0].map((daysLeft) => ({
            ...EXEMPTION,
            id: `EX-${daysLeft.toString()}`,
            daysLeft,
        }));
        const badges = [
            ...said({ inForce: ending }).matchAll(
                /EX-(\d+) (.*?jours? restants?(?:, à échoir sous \d+ jours)?)/g,
            ),
        ].map(([, id, badge]) => `${id ?? ""}: ${badge ?? ""}`.replace(/\s+/g, " "));

        assert.deepEqual(badges, [
            "0: 0 jour restant, à échoir sous 30 jours",
            "30: 30 jours restants, à échoir sous 30 jours",
            "31: 31 jours restants, à échoir sous 90 jours",
            "90: 90 jours restants, à échoir sous 90 jours",
            "91: 91 jours restants",
        ]);
    });

    it("tell how many findings each covers, and which covers nothing", () => {
        const { findings } = report(MIXED);
        const covered = findings.map((finding) => ({
            ...finding,
            exemption: { id: "EX-2026-001", expires: "2026-12-10", daysLeft: 19 },
        }));

        assert.match(said({ inForce: [EXEMPTION] }, { findings: covered }), /Constats couverts 2/);
        assert.doesNotMatch(said({ inForce: [EXEMPTION] }, { findings: covered }), /n’a rien couvert/);
        assert.match(said({ inForce: [EXEMPTION] }), /n’a rien couvert .*Constats couverts 0/);
    });

    it("come with the faults of the register, disabled rules and corrections", () => {
        const text = said(
            { faults: [{ exemption: "EX-2025-009", message: "expirée" }] },
            { disabledRules: ["store-tls"], remediations: [{ rule: "store-private", resource: STORE }] },
        );

        assert.match(text, /Défauts du registre, qui refusent la pile 1 EX-2025-009 expirée/);
        assert.match(
            text,
            /Règles désactivées pour cette pile, qui n’ont rien jugé 1 Titre store-tls store-tls/,
        );
        assert.match(
            text,
            /Corrections appliquées avant le jugement 1 records .*Titre store-private .*reste à corriger/,
        );
    });

    it("are told in English too, and what people wrote in French is marked as such", () => {
        assert.match(said({ inForce: [EXEMPTION] }, {}, "en"), /19 days left, expires within 30 days/);
        const html = documentOf(
            report(MIXED, { exemptions: { ignored: false, inForce: [EXEMPTION], faults: [] } }),
            "en",
        );
        assert.ok(html.includes('<span lang="fr">Le coffre attend la recette</span>'));
    });
});
