import * as assert from "node:assert/strict";
import { render } from "../../../report/markdown/report-markdown";
import { markdownCode, markdownText } from "../../../report/markdown/text";
import type { Report } from "../../../report/model";
import type { Language } from "../../../report/words/language";
import { STATUSES } from "../../../report/words/words";
import { HOSTILE, hostileReport } from "../hostile";
import { CHANGES, OTHER_STORE, cleanReport, emptyReport, mixedReport, textOf } from "../samples";

const textFrom = (report: Report, language: Language = "fr") =>
    textOf(render(report, language)["summary.md"]);

describe("the Markdown summary", () => {
    it("says first whether the release may go, then why, then what it is not, then the coverage", () => {
        const text = textFrom(mixedReport({ changes: CHANGES }));
        const places = [
            "## Cette version peut-elle être déployée\u00a0? Non",
            "- 2\u00a0non-conformités relevées",
            "> Ce rapport n’est ni une certification",
            "Couverture\u00a0: 2\u00a0ressources déclarées",
            "Constats\u00a0: 2\u00a0non conformes",
            "### Depuis le rapport du 20 novembre 2026",
            "**1\u00a0dégradation**",
            "### Exigences par référentiel",
            "<summary>2\u00a0non-conformités relevées par 1\u00a0règle</summary>",
            "**1\u00a0dérogation à échoir sous 30\u00a0jours**",
            "<summary>Ce que ce rapport ne dit pas</summary>",
        ].map((part) => [part, text.indexOf(part)] as const);

        assert.deepEqual(
            places.filter(([, place]) => place < 0),
            [],
        );
        assert.deepEqual(
            places,
            [...places].sort(([, a], [, b]) => a - b),
        );
    });

    it("has the statuses of each framework as the report counts them", () => {
        const report = mixedReport();
        const rows = textFrom(report)
            .split("\n")
            .filter((line) => line.startsWith("| Référentiel "))
            .map((line) =>
                line
                    .split("|")
                    .slice(2, -1)
                    .map((cell) => cell.trim()),
            );

        assert.deepEqual(
            rows.filter(([first]) => /^\d/.test(first ?? "")),
            report.frameworks.map(({ statuses }) => STATUSES.map((status) => statuses[status].toString())),
        );
    });

    it("names the resources that were removed, though no finding changed", () => {
        const changes = { ...CHANGES, findings: [], resources: { added: [], removed: [OTHER_STORE] } };

        assert.match(
            textFrom(mixedReport({ changes })),
            /<summary>1\u00a0ressource retirée<\/summary>\n\n- `images` · `test:index:Store`\n/,
        );
    });

    it("tells regressions in full view, and folds the rest", () => {
        const text = textFrom(mixedReport({ changes: CHANGES }));

        assert.match(
            text,
            /\*\*1\u00a0dégradation\*\*\n\n- `store-private` · `images` · sans objet → non conforme \(l’infrastructure\)\n/,
        );
        assert.match(text, /<summary>1\u00a0constat qui n’est plus jugé<\/summary>\n\n- `store-off`/);
        assert.match(text, /<summary>1\u00a0amélioration<\/summary>\n\n- `store-encrypted`/);
        assert.match(
            text,
            /<summary>1\u00a0exigence dont le statut a changé<\/summary>\n\n- hds EXI 4\u00a0: non conforme → conforme\n/,
        );
        assert.match(text, /Ressources\u00a0: 1\u00a0ajoutée, 0\u00a0retirée\./);
        assert.doesNotMatch(text, /ressource retirée/);
        assert.match(text, /0\u00a0retirée, 1\u00a0nouvellement désactivée, 0\u00a0réactivée\./);
        assert.doesNotMatch(textFrom(mixedReport()), /Depuis le rapport/);
    });

    it("tells of each rule that is violated what was found and what to do", () => {
        const text = textFrom(mixedReport());

        assert.match(text, /- \*\*élevée\*\* · `store-private` · 2\u00a0non-conformités · hds EXI 1\n/);
        assert.match(text, /\n {4}- `images`\u00a0: access\u00a0: attendu « store-private »\n/);
        assert.match(text, /\n {4}- \*à faire\*\u00a0: Corriger store-private\n/);
    });

    it("names the undecided findings that refuse a release, and no others", () => {
        const refused = mixedReport({
            decision: { verdict: "refused", reasons: [{ code: "undecidedRefused", count: 1 }] },
        });

        assert.match(
            textFrom(refused),
            /<summary>1\u00a0constat indéterminé, que la configuration de cette pile refuse<\/summary>\n\n- `store-tls` · `records`\u00a0: `tls\.version`\n/,
        );
        assert.doesNotMatch(textFrom(mixedReport()), /store-tls/);
    });

    it("says whether a preview or an exported state is judged, and nothing of a deployment to come for the latter", () => {
        assert.match(textFrom(mixedReport()), /<sub>.* · aperçu Pulumi, avant déploiement · Azure simulé/);
        const state = textFrom(mixedReport({ source: "state", simulated: false }));
        assert.match(state, /<sub>.* · état exporté de la pile/);
        assert.doesNotMatch(state, /avant déploiement/);
    });

    it("lists the gravest first, and says how much it leaves out", () => {
        const report = mixedReport();
        const rules = Array.from({ length: 13 }, (_, index) => ({
            ...(report.rules.find(({ id }) => id === "store-private") ?? assert.fail()),
            id: `rule-${index.toString()}`,
            severity: index === 12 ? ("critical" as const) : ("low" as const),
            findings: { compliant: 0, violation: 5, undecided: 0, exempted: 0 },
        }));
        const text = textFrom({ ...report, rules });

        assert.ok(text.indexOf("`rule-12`") > 0 && text.indexOf("`rule-12`") < text.indexOf("`rule-0`"));
        assert.match(text, /… et 3\u00a0autres, dans le rapport complet\./);
    });

    it("claims nothing from an empty report, and accepts a clean one without a violation", () => {
        const empty = textFrom(emptyReport());
        assert.match(empty, /^## .* Impossible de conclure\n\nAucune règle n’a trouvé/);
        assert.doesNotMatch(empty, /Oui/);
        const clean = textFrom(cleanReport());
        assert.match(clean, /^## .* Oui\n/);
        assert.doesNotMatch(clean, /non-conformités relevées/);
    });

    it("speaks English where that is asked for, and says that findings are told in French", () => {
        const text = textFrom(mixedReport({ changes: CHANGES }), "en");

        assert.match(text, /^## May this release be deployed\? No\n/);
        assert.match(text, /What was found is told in French/);
        assert.doesNotMatch(
            text.replaceAll(/« store-private »|access\u00a0: attendu/g, ""),
            /\b(?:règle|conforme|constat)/,
        );
    });

    it("fits a comment on GitHub, whatever the report holds", () => {
        assert.ok(textFrom(hostileReport()).length < 20_000);
        const report = mixedReport();
        const many: Report = {
            ...report,
            frameworks: Array.from({ length: 3_000 }, () => report.frameworks[0] ?? assert.fail()),
        };
        const text = textFrom(many);
        assert.ok(text.length < 65_536);
        assert.match(text, /dans le rapport complet\.\n$/);
        assert.ok(text.includes("## Cette version"));
    });

    it("is the same each time", () => {
        assert.equal(textFrom(hostileReport()), textFrom(hostileReport()));
    });
});

describe("hostile text in Markdown", () => {
    const plain = (text: string) => text.replaceAll(/`+[^`].*?[^`]`+(?!`)/g, "");

    it("makes no markup outside code", () => {
        for (const line of textFrom(hostileReport()).split("\n")) {
            const told = plain(line).replace(/^<\/?(?:details|summary|sub)>|<\/(?:summary|sub)>$/g, "");
            assert.doesNotMatch(
                told,
                /<(?:script|img|!--|!\[|\/)|(?<!\\)[[\]]|(?<!\\)\]\(|&(?!(?:lt|gt|amp|#36);)/,
            );
        }
    });

    for (const [text, expected] of [
        ["@someone", "@\u2060someone"],
        ["a@example.org", "a@\u2060example.org"],
        ["#1 !2 GH-3 ~4 %5", "\\#\u20601 !\u20602 GH-\u20603 \\~\u20604 %\u20605"],
        ["https://example.org", "https:\u2060//example.org"],
        ["www.example.org", "www\u2060.example.org"],
        ["0123456789abcdef0123456789abcdef01234567", "012345\u20606789abcdef0123456789abcdef01234567"],
        ["<b>&amp;", "&lt;b&gt;&amp;\u2060amp;"],
        ["a | b", "a \\| b"],
        ["`x` *y* _z_", "\\`x\\` \\*y\\* \\_z\\_"],
        ["[a](b) ![c](d)", "\\[a\\](b) !\\[c\\](d)"],
        ["$x$", "&#36;\u2060x&#36;"],
        ["- a\n- b", "\\- a - b"],
        ["# a", "\\# a"],
        ["1. a", "1\\. a"],
        ["a\u202eb\u0000", "a\ufffdb\ufffd"],
        ["attendu « privé », obtenu « public »", "attendu « privé », obtenu « public »"],
    ] as const) {
        it(`shows ${JSON.stringify(text)} as it is`, () => {
            assert.equal(markdownText(text, "fr"), expected);
        });
    }

    for (const [text, expected] of [
        ["a", "`a`"],
        ["a`b", "`` a`b ``"],
        ["```a", "```` ```a ````"],
        ["a\nb", "`a b`"],
        ["", "—"],
    ] as const) {
        it(`shows ${JSON.stringify(text)} as code that nothing ends early`, () => {
            assert.equal(markdownCode(text, "fr"), expected);
        });
    }

    it("is cut, with its length", () => {
        const long = HOSTILE.find((text) => text.length > 1_000_000) ?? assert.fail();
        assert.match(markdownText(long, "en"), /^(?:needle )+.*… \(1,050,000 characters\)$/);
        assert.ok(markdownText(long, "en").length < 400);
    });
});
