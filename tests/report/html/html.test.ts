import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { renderHtml } from "../../../report/html/html";
import type { Report } from "../../../report/model";
import {
    framework,
    judged,
    needingEvidence,
    type RawEvent,
    registered,
    reportOf,
    rule,
    STORE,
    undecided,
    urn,
    violation,
    wholeRun,
} from "../fixtures";

const PACKS = ["hds", "rgpd"];
const FRAMEWORKS = [
    framework("hds", { "EXI 1": ["store-private"], "EXI 2": ["store-tls"], "EXI 3": ["never-applies"] }),
    framework("rgpd", { "art. 32": ["store-private"] }),
];

function page(verdicts: readonly RawEvent[], change: Partial<Report> = {}): string {
    return renderHtml({ ...reportOf(wholeRun(PACKS, ...verdicts), FRAMEWORKS), ...change });
}

const MIXED = [
    judged("hds", STORE, [], ["store-private", "store-tls"]),
    violation("hds", "store-private", STORE, "access : attendu « private », obtenu « public »"),
    undecided("hds", "store-tls", STORE, "indécidable : tls.version"),
];

/** The text of a page, white space folded, entities as they are. */
function textOf(html: string): string {
    return html
        .replace(/<(style|script)>.*?<\/\1>/gs, "")
        .replace(/<[^>]*>/g, " ")
        .replaceAll("&nbsp;", " ")
        .replace(/[\s\u00a0]+/g, " ");
}

describe("the HTML report", () => {
    it("is in French, with its title, stack, date of Paris and commit", () => {
        const html = page(MIXED);

        assert.match(html, /<html lang="fr">/);
        assert.match(html, /<title>Rapport de conformité – AudioProthèse\+ – pile dev<\/title>/);
        const text = textOf(html);
        assert.ok(text.includes("21 novembre 2026 à 10:30 (heure de Paris) , avant déploiement"), text);
        assert.ok(text.includes("0123456789ab"));
        assert.ok(text.includes("Pulumi 3.225.0"));
    });

    it("shows each finding with resource, rule, message and remediation", () => {
        const text = textOf(page(MIXED));

        for (const part of [
            "records test:index:Store",
            "Titre store-private",
            "access : attendu « private », obtenu « public »",
            "Corriger store-private",
            "HDS EXI 1 , RGPD art. 32",
            "Titre store-tls",
            "Inconnu avant déploiement : tls.version",
        ]) {
            assert.ok(text.includes(part), part);
        }
    });

    it("states the sum in one sentence", () => {
        assert.match(
            textOf(page(MIXED)),
            /2 exigences ne sont pas conformes, sur 4 : 1 non-conformité relevée\./,
        );
        assert.match(
            textOf(page([judged("hds", STORE, ["store-private", "store-tls"])])),
            /Aucune non-conformité relevée ; 1 exigence n’est pas évaluée\./,
        );
    });

    it("says where evidence is needed besides the rules, and which", () => {
        const report = reportOf(
            wholeRun(PACKS, judged("hds", STORE, ["store-private", "store-tls"])),
            FRAMEWORKS.map((whole) => needingEvidence(whole)),
        );
        const html = renderHtml(report);
        const text = textOf(html);

        assert.ok(
            text.includes(
                "Aucune non-conformité relevée ; 1 exigence n’est pas évaluée et 3 exigences appellent une preuve à fournir.",
            ),
            text,
        );
        assert.match(text, /3 exigences dont la preuve est à fournir/);
        assert.match(text, /Preuve à fournir \(RSSI\) : Preuve art\. 32 preuve à fournir/);
        assert.match(html, /class="badge evidenceRequired"><svg[^>]*><use href="#icon-evidenceRequired"/);
        assert.match(text, /0 exigence conforme/);
    });

    it("names and links the sources of thresholds, or says that the requirement sets them itself", () => {
        const report = reportOf(wholeRun(PACKS, ...MIXED), [
            ...FRAMEWORKS,
            {
                ...framework("iso27001", {}),
                pack: false,
                requirements: [
                    {
                        id: "A.8.24",
                        title: { fr: "Cryptographie", en: "Cryptography" },
                        status: "automated",
                        chain: [{ sources: [], rules: [rule("store-tls")] }],
                    },
                    {
                        id: "A.5.1",
                        title: { fr: "Politiques", en: "Policies" },
                        status: "notApplicable",
                        why: { fr: "une faculté", en: "an option" },
                        activities: [3, 4],
                    },
                ],
            },
        ]);
        const html = renderHtml(report);
        const text = textOf(html);

        assert.match(
            html,
            /<a href="https:\/\/example\.org\/guide" title="Recommandation 1"\s*>Guide R1<\/a\s*>/,
        );
        assert.match(
            text,
            /A\.8\.24 Cryptographie indéterminée Fondement : l’exigence elle-même Titre store-tls/,
        );
        assert.match(
            text,
            /A\.5\.1 Politiques Activités 3, 4 Sans objet : une faculté sans objet aucune règle automatique/,
        );
        assert.match(text, /Référentiel iso27001 : 1 exigence indéterminée, 1 exigence sans objet/);
        assert.equal(html.match(/<details open>/g)?.length, 2);
    });

    it("names the parents of a resource, so that two of one name and type differ", () => {
        const parent = "clinic:index:Ward$clinic:index:Room$test:index:Store";
        const text = textOf(
            page([
                judged("hds", STORE, ["store-private"]),
                registered("test:index:Store", "records"),
                judged("hds", urn(parent, "records"), ["store-private"]),
                registered(parent, "records"),
            ]),
        );

        assert.match(text, /records test:index:Store conforme/);
        assert.match(text, /records test:index:Store dans clinic:index:Ward › clinic:index:Room conforme/);
    });

    it("shows no conforming requirement, and concludes nothing, where no rule looked", () => {
        const html = page([]);

        assert.match(
            textOf(html),
            /Aucune règle n’a trouvé à s’appliquer : ce rapport ne permet aucune conclusion\./,
        );
        assert.equal(html.includes('class="badge compliant"'), false);
        assert.match(textOf(html), /0 exigence conforme/);
    });

    it("lists rules without object and resources that no rule looked at", () => {
        const text = textOf(page([...MIXED, registered("test:index:Lonely", "alone")]));

        assert.match(text, /Règles sans objet .* Titre never-applies/);
        assert.match(
            text,
            /Aucune règle n’examine les réglages de 1 ressource déclarée : .* test:index:Lonely 1 alone/,
        );
    });

    it("says that Azure is simulated in the sandbox, and only there", () => {
        assert.match(textOf(page([])), /Azure est simulé/);
        assert.doesNotMatch(textOf(page([], { simulated: false })), /simulé|bac à sable/);
    });

    it("states its limits", () => {
        assert.match(
            textOf(page([])),
            /Il ne constitue ni une certification, ni un audit, et ne préjuge pas de la décision de l’organisme certificateur\./,
        );
    });

    it("escapes whatever resources and rules are called", () => {
        const hostile = `"><script>alert(1)</script><img src=x onerror='alert(2)'>&amp;`;
        const of = urn("test:index:Store", hostile);
        const html = page([
            registered("test:index:Store", hostile),
            judged("hds", of, [], ["store-private"]),
            violation("hds", "store-private", of, hostile),
        ]);

        assert.equal(html.match(/<script>/g)?.length, 1);
        assert.equal(html.includes("<img"), false);
        assert.equal(
            html.split(
                "&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&lt;img src=x onerror=&#39;alert(2)&#39;&gt;&amp;amp;",
            ).length,
            3,
        );
    });

    it("loads nothing: its policy allows its own style and script alone, by hash", () => {
        const html = page(MIXED);

        const digest = (tag: string): string => {
            const text = new RegExp(`<${tag}>(.*?)</${tag}>`, "s").exec(html)?.[1] ?? "";
            assert.notEqual(text, "");
            return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
        };
        const policy = /Content-Security-Policy"\s+content="([^"]*)"/
            .exec(html)?.[1]
            ?.replaceAll("&#39;", "'");
        assert.equal(
            policy,
            `default-src 'none'; style-src ${digest("style")}; script-src ${digest("script")}; base-uri 'none'; form-action 'none'`,
        );
        assert.doesNotMatch(html, /\bsrc=|<link|@import|url\(|style="|\son\w+="/);
    });

    it("reads with a screen reader: captions, scopes, skip link, live count", () => {
        const html = page(MIXED);

        const tables = html.match(/<table/g)?.length;
        assert.equal(html.match(/<caption/g)?.length, tables);
        assert.doesNotMatch(html, /<th(?![a-z])(?![^>]*scope=)/);
        assert.match(html, /<a class="skip" href="#contenu">/);
        assert.match(html, /<output id="filtre-compte" aria-live="polite">/);
        assert.equal(html.match(/<h1>/g)?.length, 1);
    });

    it("lets the keyboard scroll each wide table, and names it by its caption", () => {
        const html = page([
            ...MIXED,
            judged("rgpd", STORE, ["store-private"]),
            registered("test:index:Lonely", "alone"),
        ]);

        const regions = [...html.matchAll(/<div class="scroll"([^>]*)>/g)].map(
            ([, attributes = ""]) => attributes,
        );
        assert.equal(regions.length, html.match(/<table/g)?.length);
        for (const attributes of regions) {
            assert.match(attributes, /tabindex="0"/);
            assert.match(attributes, /role="region"/);
            const name = /aria-labelledby="([^"]*)"/.exec(attributes)?.[1] ?? "";
            assert.match(html, new RegExp(`<caption[^>]* id="${name}"`));
        }
    });

    it("ends by saying how many findings of all it shows, and prints them all", () => {
        const html = page(MIXED);

        assert.match(textOf(html), /Fin du rapport – 2 constats sur 2 \.? ?$/);
        assert.match(html, /addEventListener\("beforeprint"/);
        assert.match(html, /addEventListener\("afterprint"/);
        assert.match(html, /@media print \{.*::details-content/s);
    });

    it("gives each anchor its target, and each id once", () => {
        const html = page(MIXED);

        const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
        assert.deepEqual([...new Set(ids)], ids);
        for (const [, target] of html.matchAll(/href="#([^"]+)"/g)) {
            assert.ok(ids.includes(target), target);
        }
    });
});
