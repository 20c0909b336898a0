import * as assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { Report } from "../../../report/model";
import {
    framework,
    judged,
    needingEvidence,
    registered,
    reportOf,
    rule,
    STORE,
    urn,
    violation,
    wholeRun,
} from "../fixtures";
import { MIXED, PACKS, FRAMEWORKS, report } from "./cases";
import { readRegisters } from "../../../report/registers/registers";
import { words } from "../../../report/words/words";
import { documentOf, sectionOf, staticOf, textOf } from "./reading";

describe("the HTML report", () => {
    it("is in French, with its title, stack, date of Paris, commit and engine", () => {
        const html = documentOf(report(MIXED));

        assert.match(html, /<html lang="fr">/);
        assert.match(html, /<title>Rapport de conformité – AudioProthèse\+ – pile dev<\/title>/);
        const text = textOf(html);
        assert.ok(text.includes("Aperçu du 21 novembre 2026 à 10:30 (heure de Paris), avant déploiement"));
        const provenance = textOf(sectionOf(html, "provenance"));
        for (const part of ["0123456789abcdef0123456789abcdef01234567", "Pulumi 3.225.0", "5".repeat(64)]) {
            assert.ok(provenance.includes(part), part);
        }
    });

    it("is in English when asked, title and all", () => {
        const html = documentOf(report(MIXED), "en");

        assert.match(html, /<html lang="en">/);
        assert.match(html, /<title>Compliance report – AudioProthèse\+ – stack dev<\/title>/);
        assert.match(textOf(sectionOf(html, "reponse")), /May this release be deployed\? No/);
        assert.doesNotMatch(textOf(staticOf(report(MIXED), "en")), /exigence|constat |règle|Preuve/);
    });

    it("gives the same sections, anchors and folds in both languages", () => {
        const skeleton = (html: string) =>
            [...html.matchAll(/\s(?:id|href)="#?([a-z][^":]*)"|<(?:h[1-4]|details|table|li)\b/g)].map(
                ([whole, anchor]) => anchor ?? whole,
            );

        const french = skeleton(staticOf(report(MIXED)));
        assert.ok(french.length > 100);
        assert.deepEqual(skeleton(staticOf(report(MIXED), "en")), french);
    });

    it("answers first whether the release may go, why, and what the report is not", () => {
        const html = documentOf(report(MIXED));

        assert.equal(/<section id="([a-z]+)"/.exec(html)?.[1], "reponse");
        const text = textOf(sectionOf(html, "reponse"));
        for (const part of [
            "Cette version peut-elle être déployée ? Non Cette version ne peut pas être déployée en l’état.",
            "Pourquoi 1 non-conformité relevée",
            "Azure est simulé.",
            "Ce rapport n’est ni une certification, ni un audit",
        ]) {
            assert.ok(text.includes(part), part);
        }
    });

    it("asks of an exported state whether it respects the rules: nothing is left to deploy", () => {
        const state = report(MIXED, { source: "state", simulated: false });

        const text = textOf(sectionOf(documentOf(state), "reponse"));
        assert.match(text, /L’état exporté respecte-t-il les règles \? Non L’état exporté ne respecte pas/);
        assert.doesNotMatch(text, /déployée/);
        assert.doesNotMatch(textOf(sectionOf(documentOf(state, "en"), "reponse")), /deployed/);
    });

    it("says that Azure is simulated in the sandbox, and only there", () => {
        assert.doesNotMatch(textOf(staticOf(report(MIXED, { simulated: false }))), /simulé|bac à sable/);
    });

    it("says that exemptions are ignored, where they are", () => {
        const ignored = report(MIXED, { exemptions: { ignored: true, inForce: [], faults: [] } });

        assert.match(textOf(sectionOf(documentOf(ignored), "reponse")), /Dérogations ignorées\./);
        assert.doesNotMatch(textOf(documentOf(report(MIXED))), /Dérogations ignorées/);
    });

    it("has what was looked at stand before what was found", () => {
        const text = textOf(documentOf(report(MIXED)));
        const order = ["Couverture :", "État des exigences", "Constats par criticité proposée"].map((part) =>
            text.indexOf(part),
        );

        assert.deepEqual(
            [...order].sort((a, b) => a - b),
            order,
        );
        assert.ok(!order.includes(-1));
    });

    it("shows nothing green and concludes nothing where no rule looked", () => {
        for (const language of ["fr", "en"] as const) {
            const html = staticOf(report([]), language);

            assert.doesNotMatch(html, /class="[^"]*\bcompliant\b/);
        }
        assert.match(textOf(sectionOf(staticOf(report([])), "reponse")), /Impossible de conclure/);
        assert.match(staticOf(report([judged("hds", STORE, ["store-tls"])])), /class="[^"]*\bcompliant\b/);
    });

    it("lists open findings by severity, with what to do, since when and on which resources", () => {
        const found = report(MIXED);
        const dated: Report = {
            ...found,
            findings: found.findings.map((finding) => ({ ...finding, since: "2026-09-02T07:12:00.000Z" })),
        };
        const text = textOf(sectionOf(documentOf(dated), "ecarts"));

        for (const part of [
            "Titre store-private",
            "criticité proposée : élevée – 1 non conforme",
            "Risque Risque store-private Remède Corriger store-private",
            "HDS EXI 1 , RGPD art. 32",
            "records test:index:Store",
            "depuis le 2 septembre 2026",
            "access : attendu « private », obtenu « public »",
            "Valeur inconnue : tls.version",
        ]) {
            assert.ok(text.includes(part), `${part} in ${text}`);
        }
        assert.ok(text.indexOf("store-private") < text.indexOf("store-tls"));
    });

    it("names the parents of a resource, so that two of one name and type differ", () => {
        const parent = "clinic:index:Ward$clinic:index:Room$test:index:Store";
        const twins = report([
            violation("hds", "store-private", STORE, "public"),
            registered(parent, "records"),
            violation("hds", "store-private", urn(parent, "records"), "public"),
        ]);

        assert.match(
            textOf(sectionOf(documentOf(twins), "ecarts")),
            /records test:index:Store dans clinic:index:Ward › clinic:index:Room public records test:index:Store public/,
        );
    });

    it("shows each requirement with status, evidence, sources and rules, and links to it", () => {
        const html = documentOf(
            reportOf(wholeRun(PACKS, ...MIXED), [
                ...FRAMEWORKS.map(needingEvidence),
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
            ]),
        );
        const section = sectionOf(html, "exigences");
        const text = textOf(section);

        for (const part of [
            "EXI 1 Exigence EXI 1 non conforme Preuve à fournir (RSSI) : Preuve EXI 1",
            "1 règle : 1 non conforme Fondement : Guide R1 Titre store-private 1 non conforme",
            "EXI 3 Exigence EXI 3 indéterminée Indéterminée : aucune règle n’a trouvé à s’appliquer.",
            `A.8.24 Cryptographie indéterminée Indéterminée : ${words("fr").cause.undecidedValue}.`,
            "Fondement : l’exigence elle-même Titre store-tls 1 indéterminé",
            "A.5.1 Politiques non applicable Ne s’applique pas : une faculté Activités d’hébergement 3 et 4",
        ]) {
            assert.ok(text.includes(part), `${part} in ${text}`);
        }
        assert.match(section, /<li id="hds-exi-1" class="requirement nonCompliant">/);
        assert.match(section, /<li id="iso27001-a-8-24" /);
        assert.match(section, /<a href="https:\/\/example\.org\/guide">Guide R1<\/a>/);
        assert.equal(section.match(/<details[^>]*class="framework"[^>]*open/g)?.length, 2);
    });

    it("lists each document to provide once, by who holds it", () => {
        const html = documentOf(reportOf(wholeRun(PACKS), FRAMEWORKS.map(needingEvidence)));
        const section = sectionOf(html, "preuves");

        assert.equal(section.match(/<li id="preuve-p-[0-9a-f]{8}">/g)?.length, 4);
        assert.match(textOf(section), /RSSI 4 documents .* Preuve art\. 32 RGPD art\. 32/);
    });

    it("lists rules without object, and resources that no rule looked at", () => {
        const text = textOf(
            sectionOf(documentOf(report([...MIXED, registered("test:index:Lonely", "alone")])), "ressources"),
        );

        assert.match(text, /Règles sans objet 1 .* Titre never-applies never-applies/);
        assert.match(text, /Ressources qu’aucune règle n’examine 1 .* test:index:Lonely 1 alone/);
    });

    it("states its limits", () => {
        assert.match(
            textOf(sectionOf(documentOf(report([])), "limites")),
            /ne préjuge pas de la décision de l’organisme certificateur\./,
        );
    });

    it("loads nothing: its policy allows its own style and script alone, by hash", () => {
        const html = documentOf(report(MIXED));

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
        assert.equal(html.match(/<script\b/g)?.length, 2);
        assert.doesNotMatch(staticOf(report(MIXED)), /\bsrc=|<link|style="|\son\w+="/);
        assert.doesNotMatch(/<style>.*?<\/style>/s.exec(html)?.[0] ?? "", /@import|url\(/);
    });

    it("gives each anchor of the page its target, and each id once", () => {
        const html = staticOf(report(MIXED, { registers: readRegisters() }));

        const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
        assert.deepEqual([...new Set(ids)], ids);
        const targets = [...html.matchAll(/href="#([^"]+)"/g)].map(([, target = ""]) => target);
        assert.deepEqual(
            targets.filter((target) => !ids.includes(target)),
            [],
        );
        assert.ok(["store-private", "store-tls"].every((id) => targets.includes(id)));
    });

    it("reads with a screen reader and a keyboard: captions, scopes, named regions, headings in order", () => {
        const html = staticOf(report([...MIXED, registered("test:index:Lonely", "alone")]));

        const tables = html.match(/<table/g)?.length ?? 0;
        assert.ok(tables >= 2);
        assert.equal(html.match(/<caption/g)?.length, tables);
        assert.doesNotMatch(html, /<th(?![a-z])(?![^>]*scope=)/);
        const regions = [
            ...html.matchAll(/<section class="scroll" aria-labelledby="([^"]+)" tabindex="0">/g),
        ];
        assert.equal(regions.length, tables);
        for (const [, name = ""] of regions) {
            assert.ok(html.includes(` id="${name}"`), name);
        }
        assert.match(html, /<a class="skip" href="#contenu">/);
        const levels = [...html.matchAll(/<h([1-6])[ >]/g)].map(([, level]) => Number(level));
        assert.deepEqual(
            levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1),
            [],
        );
        assert.equal(levels.filter((level) => level === 1).length, 1);
    });

    it("gives the same bytes each time", () => {
        for (const language of ["fr", "en"] as const) {
            assert.equal(documentOf(report(MIXED), language), documentOf(report(MIXED), language));
        }
    });
});
