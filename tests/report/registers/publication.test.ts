import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { countryName, isCountry, isInEea } from "../../../report/registers/countries";
import { type Actor, registers } from "../../../report/registers/model";
import { SENTENCES, publicationOf, publicationsOf } from "../../../report/registers/publication";
import { HOST, SUBCONTRACTOR, registersOf } from "./samples";

const RISK: NonNullable<Actor["risks"]>[number] = {
    country: "US",
    laws: ["Cloud Act"],
    measures: { fr: "Mesures", en: "Measures" },
    residual: { fr: "Reste", en: "Rest" },
};
const ACCESS: NonNullable<Actor["remoteAccess"]>[number] = {
    country: "JP",
    basis: "adequacy",
    detail: { fr: "Décision", en: "Decision" },
};

describe("the publication of HDS requirement 31", () => {
    it("has the sentences of the référentiel, letter for letter", () => {
        assert.deepEqual(
            Object.entries(SENTENCES).map(([publication, { fr }]) => [publication, fr]),
            [
                [
                    "noAccessRisk",
                    "Aucun risque d’accès imposé par la législation d’un pays tiers en violation du droit de l’Union",
                ],
                [
                    "noTransfer",
                    "Aucun transfert de données de santé à caractère personnel vers un pays tiers à l’espace économique européen",
                ],
            ],
        );
    });

    const qualified = { secNumCloud: [1, 2] };
    for (const [title, actors, expected] of [
        [
            "all are qualified",
            [
                { ...HOST, ...qualified },
                { ...SUBCONTRACTOR, ...qualified },
            ],
            "noAccessRisk",
        ],
        ["one is not qualified", [{ ...HOST, ...qualified }, SUBCONTRACTOR], "noTransfer"],
        ["one is qualified for another activity", [{ ...HOST, secNumCloud: [2] }], "noTransfer"],
        ["none is qualified", [HOST, SUBCONTRACTOR], "noTransfer"],
        ["storage is in Norway", [{ ...HOST, storage: ["NO"] }], "noTransfer"],
        ["nothing is stored", [{ ...HOST, storage: [] }], "noTransfer"],
        ["storage is in Switzerland", [{ ...HOST, storage: ["FR", "CH"] }], "table"],
        ["there is an access from an adequate country", [{ ...HOST, remoteAccess: [ACCESS] }], "table"],
        ["a risk is declared", [HOST, { ...SUBCONTRACTOR, risks: [RISK] }], "table"],
        ["a risk is declared of a qualified host", [{ ...HOST, ...qualified, risks: [RISK] }], "table"],
        [
            "an access is declared of a qualified host",
            [{ ...HOST, ...qualified, remoteAccess: [ACCESS] }],
            "table",
        ],
        ["storage is unknown", [{ ...HOST, storage: null }], "table"],
        ["accesses are unknown", [{ ...HOST, remoteAccess: null }], "table"],
        ["risks are unknown", [{ ...HOST, risks: null }], "table"],
        ["the qualification is unknown", [{ ...HOST, secNumCloud: null }], "table"],
        ["the certification is unknown", [{ ...HOST, hds: null }], "table"],
        ["nobody verified the statements", [HOST, { ...SUBCONTRACTOR, verifiedOn: null }], "table"],
        ["one actor’s activities are unknown", [HOST, { ...SUBCONTRACTOR, activities: null }], "table"],
        ["there is no actor", [], "table"],
        ["no actor has an activity", [{ ...HOST, activities: [] }], "table"],
    ] as const satisfies readonly (readonly [string, readonly Actor[], string])[]) {
        it(`is ${expected} where ${title}`, () => {
            assert.equal(publicationOf(actors), expected);
        });
    }

    it("is told activity by activity", () => {
        const published = publicationsOf([
            { ...HOST, activities: [5, 1, 2, 3], secNumCloud: [5] },
            { ...SUBCONTRACTOR, activities: [2], risks: [RISK] },
            { ...SUBCONTRACTOR, activities: [3], storage: null },
        ]);

        assert.deepEqual(published, [
            { activity: 1, publication: "noTransfer" },
            { activity: 2, publication: "table" },
            { activity: 3, publication: "table" },
            { activity: 5, publication: "noAccessRisk" },
        ]);
    });

    it("is never reassuring where a transfer or a risk is declared, or anything is unknown", () => {
        const open = <T>(values: fc.Arbitrary<T>) => fc.option(values, { freq: 5 });
        const text = fc.constant({ fr: "texte", en: "text" });
        const actor: fc.Arbitrary<Actor> = fc.record({
            name: fc.constant("Acteur"),
            role: fc.constantFrom("host" as const, "subcontractor" as const),
            activities: open(fc.uniqueArray(fc.integer({ min: 1, max: 6 }), { minLength: 1 })),
            hds: open(fc.constantFrom("certified" as const, "notCertified" as const, "exempted" as const)),
            secNumCloud: open(fc.oneof(fc.constant<number[]>([1, 2, 3, 4, 5, 6]), fc.constant<number[]>([]))),
            storage: open(fc.array(fc.constantFrom("FR", "IE", "NO", "US"), { maxLength: 2 })),
            remoteAccess: open(fc.array(fc.constant(ACCESS), { maxLength: 1 })),
            risks: open(
                fc.array(
                    fc.record({
                        country: fc.constant("US"),
                        laws: open(fc.constant(["FISA"])),
                        measures: open(text),
                        residual: open(text),
                    }),
                    { maxLength: 1 },
                ),
            ),
            verifiedOn: open(fc.constant("2026-11-01")),
            evidence: open(fc.constant("contrat")),
        });
        const seen = new Set<string>();
        fc.assert(
            fc.property(fc.array(actor, { minLength: 1, maxLength: 3 }), (actors) => {
                const publication = publicationOf(actors);
                seen.add(publication);
                if (publication !== "table") {
                    assert.ok(!JSON.stringify(actors).includes("null"));
                    assert.ok(!JSON.stringify(actors).includes('"US"'));
                    assert.ok(
                        actors.every(
                            ({ remoteAccess, risks }) => remoteAccess?.length === 0 && risks?.length === 0,
                        ),
                    );
                }
                if (publication === "noAccessRisk") {
                    assert.ok(
                        actors.every(({ activities, secNumCloud }) =>
                            activities?.every((activity) => secNumCloud?.includes(activity)),
                        ),
                    );
                }
            }),
            { numRuns: 3_000, seed: 31 },
        );
        assert.equal(seen.size, 3);
    });

    it("cannot be claimed by a report against what its actors declare", () => {
        const declared = registersOf([{ ...HOST, risks: [RISK] }]);

        assert.ok(registers.safeParse(declared).success);
        for (const publication of ["noTransfer", "noAccessRisk"] as const) {
            assert.ok(
                !registers.safeParse({ ...declared, publication, sentence: SENTENCES[publication] }).success,
            );
        }
        assert.ok(!registers.safeParse({ ...declared, sentence: SENTENCES.noTransfer }).success);
        assert.ok(!registers.safeParse({ ...registersOf([HOST]), sentence: SENTENCES.noAccessRisk }).success);
    });
});

describe("a country", () => {
    it("is one by its ISO 3166-1 code alone", () => {
        const codes = ["FR", "US", "fr", "FRA", "QZ", "__proto__", ""];
        assert.deepEqual(codes.filter(isCountry), ["FR", "US"]);
    });

    it("is in the European Economic Area with the Union, Iceland, Liechtenstein and Norway, and no other", () => {
        const outside = ["CH", "GB", "US", "UA", "TR", "RS", "MC"];
        assert.deepEqual(
            ["FR", "IE", "GR", "HR", "IS", "LI", "NO", ...outside].filter((code) => !isInEea(code)),
            outside,
        );
    });

    it("is named in the language of the page", () => {
        assert.deepEqual(
            [countryName("US", "fr"), countryName("US", "en"), countryName("zz", "fr")],
            ["États-Unis", "United States", "zz"],
        );
    });
});
