import * as assert from "node:assert/strict";
import type { Changes, Report } from "../../../report/model";
import { STACK_URN, STORE, urn } from "../fixtures";
import { MIXED, report } from "./cases";
import { documentOf, sectionOf, textOf } from "./reading";

const NOTHING: Changes = {
    previous: {
        generatedAt: "2026-11-14T08:00:00.000Z",
        commit: "f".repeat(40),
        decision: "reserved",
        digest: "6".repeat(64),
    },
    origins: [],
    findings: [],
    requirements: [],
    resources: { added: [], removed: [] },
    rules: { added: [], removed: [], disabled: [], enabled: [] },
};

const REGRESSION: Changes["findings"][number] = {
    kind: "regression",
    rule: "store-private",
    resource: STORE,
    before: "compliant",
    after: "violation",
    origins: ["infrastructure"],
};

function said(changes: Partial<Changes> | undefined, language: "fr" | "en" = "fr"): string {
    const of: Report =
        changes === undefined ? report(MIXED) : report(MIXED, { changes: { ...NOTHING, ...changes } });
    return textOf(sectionOf(documentOf(of, language), "evolution"));
}

describe("what changed, in the HTML report", () => {
    it("says that there is nothing to compare the first report of a series with", () => {
        assert.match(said(undefined), /Premier rapport de la série/);
        assert.doesNotMatch(said({}), /Premier rapport/);
    });

    it("names the report before, and says when nothing changed", () => {
        const text = said({});

        assert.match(text, /celui du 14 novembre 2026 à 09:00 \(heure de Paris\) \( ?ffffffffffff ?\)/);
        assert.match(text, /« Oui, sous réserve »/);
        assert.match(text, /Aucune dégradation\. Aucune amélioration\. Rien de ce dont dépendent/);
    });

    it("is summed up with the answer", () => {
        const answer = (change: Partial<Report>) =>
            textOf(sectionOf(documentOf(report(MIXED, change)), "reponse"));

        assert.match(
            answer({ changes: { ...NOTHING, findings: [REGRESSION, REGRESSION] } }),
            /Depuis le dernier rapport : 2 dégradations, 0 constat qui n’est plus jugé, 0 amélioration ;/,
        );
        assert.doesNotMatch(answer({}), /Depuis le dernier rapport/);
    });

    it("tells regressions first, then what is no longer judged, then improvements", () => {
        const text = said({
            findings: [
                { ...REGRESSION, kind: "improvement", before: "violation", after: "compliant" },
                { ...REGRESSION, kind: "unjudged", rule: "gone", before: "violation" },
                REGRESSION,
            ],
        });

        assert.match(
            text,
            /1 dégradation .*1 constat qui n’est plus jugé .*rien ne dit que la non-conformité a été corrigée\. .*1 amélioration /,
        );
        assert.doesNotMatch(text, /Aucune/);
    });

    it("tells a change of the infrastructure from one of the rules or of the engine", () => {
        const of = (origins: Changes["origins"]) => said({ findings: [{ ...REGRESSION, origins }], origins });

        assert.match(of(["infrastructure"]), /dû à un changement dans l’infrastructure Aucune/);
        assert.match(of(["rules"]), /dû à un changement dans les règles/);
        assert.match(of(["engine"]), /dû à un changement dans le moteur/);
        assert.match(of(["rules", "engine"]), /dû à l’un de ces changements : les règles et le moteur/);
        assert.match(of(["rules", "engine"]), /Ont changé entre les deux : les règles et le moteur\./);
        assert.doesNotMatch(of([]), /dû à/);
    });

    it("shows what a finding was and is", () => {
        assert.match(
            said({ findings: [REGRESSION, { ...REGRESSION, resource: STACK_URN, before: undefined }] }),
            /Titre store-private – records conforme → devient non conforme.* – la pile entière sans objet → devient non conforme/,
        );
    });

    it("folds what follows the first five, and counts them all", () => {
        const section = sectionOf(
            documentOf(
                report(MIXED, {
                    changes: {
                        ...NOTHING,
                        findings: Array.from({ length: 507 }, (_, index) => ({
                            ...REGRESSION,
                            resource: urn("test:index:Store", `store-${index.toString()}`),
                        })),
                    },
                }),
            ),
            "evolution",
        );
        const [shown = "", folded = ""] = section.split("<details");

        assert.equal(shown.split("devient").length - 1, 5);
        assert.equal(folded.split("devient").length - 1, 495);
        assert.match(textOf(section), /507 dégradations .*… 502 autres .*… et 7 autres dans report\.json/);
    });

    it("tells requirements, resources and rules that changed", () => {
        const text = said({
            requirements: [
                { framework: "hds", requirement: "EXI 1", before: "evidenceRequired", after: "nonCompliant" },
            ],
            resources: { added: [STORE], removed: [urn("test:index:Queue", "orders")] },
            rules: { added: ["store-tls"], removed: ["old-rule"], disabled: ["store-private"], enabled: [] },
        });

        for (const part of [
            "Exigences dont l’état a changé (1) HDS EXI 1 preuve à fournir → devient non conforme",
            "1 ressource retirée Leurs constats ont disparu avec elles, conformes ou non : le retrait est-il voulu ? orders test:index:Queue",
            "Ressources ajoutées (1) records test:index:Store",
            "Règles désactivées depuis (1) Titre store-private",
            "Règles retirées (1) old-rule",
            "Règles ajoutées (1) Titre store-tls",
        ]) {
            assert.ok(text.includes(part), `${part} in ${text}`);
        }
        assert.doesNotMatch(text, /réactivées/);
    });

    it("is told in English too", () => {
        assert.match(
            said({ findings: [REGRESSION] }, "en"),
            /Since the last report .*1 regression Title store-private – records compliant → becomes non-compliant , due to a change in the infrastructure/,
        );
    });
});
