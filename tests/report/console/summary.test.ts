import * as assert from "node:assert/strict";
import { summaryLines } from "../../../report/console/summary";
import type { Report } from "../../../report/model";
import type { Language } from "../../../report/words/language";
import { framework, judged, needingEvidence, reportOf, STORE, urn, violation, wholeRun } from "../fixtures";

const RULES = ["store-private", "store-tls", "store-locked", "store-named", "store-tagged"];
const FRAMEWORKS = [
    framework("hds", { "EXI 1": RULES, "EXI 2": RULES, "EXI 3": RULES, "EXI 4": RULES }),
    needingEvidence(framework("rgpd", { "art. 32": ["store-tls"] })),
];

const CLEAN = reportOf(
    wholeRun(["hds", "rgpd"], judged("hds", STORE, RULES), judged("rgpd", STORE, ["store-tls"])),
    FRAMEWORKS,
);

const REFUSED = reportOf(
    wholeRun(
        ["hds", "rgpd"],
        judged("hds", STORE, [], RULES),
        judged("rgpd", STORE, [], ["store-tls"]),
        ...RULES.flatMap((rule) =>
            ["a", "b", "c", "d", "e"].map((path) => violation("hds", rule, STORE, `${path} : attendu true`)),
        ),
    ),
    FRAMEWORKS,
);

const lines = (report: Report, language: Language = "fr") =>
    summaryLines(report, language).map((line) => line.replaceAll("\u00a0", " "));

describe("the summary on the console", () => {
    it("answers first, then says what was covered, then what was found, then each framework", () => {
        assert.deepEqual(lines(CLEAN), [
            "",
            "Pile dev (Azure simulé) – Cette version peut-elle être déployée ? Oui, sous réserve",
            "Aucune règle ne s’oppose à cette version, mais des réserves sont à lever ou à accepter. Azure est simulé, et ce rapport n’autorise aucun déploiement réel.",
            "Couverture : 1 ressource déclarée, dont 1 examinée sur ses réglages, 0 sur son seul type, sa région, ses étiquettes ou ses options, et 0 par aucune règle. 5 règles sur 5 ont rendu un verdict.",
            "Constats : 0 non conforme, 0 indéterminé, 5 conformes.",
            "  HDS       4 conformes",
            "  RGPD      1 preuve à fournir",
        ]);
    });

    it("says the same in English", () => {
        const text = lines(CLEAN, "en").join("\n");

        assert.match(
            text,
            /^\nStack dev \(Azure simulated\) – May this release be deployed\? Yes, with reservations\n/,
        );
        assert.match(text, /\nCoverage: 1 declared resource, of which 1 examined/);
        assert.match(text, / {2}RGPD {6}1 evidence required$/);
        assert.ok(lines(REFUSED, "en").some((line) => line.startsWith("✖ store-private: ")));
    });

    it("fits a screen of 30 lines however much is wrong, and counts what it leaves out", () => {
        const refused = lines(REFUSED);

        assert.ok(refused.length <= 30, refused.length.toString());
        assert.match(refused.join("\n"), /peut-elle être déployée \? Non\n.*5 non-conformités relevées\.\n/);
        assert.equal(refused.at(-1), "… et 2 autres non-conformités dans le rapport.");
        assert.deepEqual(refused.slice(8, 12), [
            "✖ store-locked : records (test:index:Store)",
            "    a : attendu true et 4 autres",
            "    À faire : Corriger store-locked",
            "    Exigences : HDS EXI 1, HDS EXI 2, HDS EXI 3 et 1 autre",
        ]);
    });

    it("tells what changed since the report before", () => {
        const changed: Report = {
            ...CLEAN,
            changes: {
                previous: {
                    generatedAt: "2026-11-20T09:30:00.000Z",
                    decision: "accepted",
                    digest: "0".repeat(64),
                },
                origins: ["infrastructure"],
                findings: [
                    {
                        kind: "regression",
                        rule: "store-tls",
                        resource: STORE,
                        before: "compliant",
                        after: "undecided",
                        origins: ["infrastructure"],
                    },
                ],
                requirements: [],
                resources: {
                    added: [],
                    removed: ["a", "b", "c", "d", "e"].map((name) => urn("test:index:Plan", name)),
                },
                rules: { added: [], removed: ["store-kept"], disabled: [], enabled: [] },
            },
        };

        const told = lines(changed);
        const start = told.findIndex((line) => line.startsWith("Depuis"));
        assert.deepEqual(told.slice(start, start + 3), [
            "Depuis le rapport du 20 novembre 2026 à 10:30 (heure de Paris) : 1 dégradation, 0 amélioration.",
            "5 ressources retirées, dont les constats ont disparu : a, b, c et 2 autres",
            "1 règle retirée : store-kept",
        ]);
    });

    it("claims nothing where no rule applied", () => {
        const text = lines(reportOf(wholeRun(["hds", "rgpd"]), FRAMEWORKS)).join("\n");

        assert.match(text, /peut-elle être déployée \? Impossible de conclure\nAucune règle n’a trouvé/);
        assert.doesNotMatch(text, /\bOui\b|[1-9]\d* conforme/);
    });
});
