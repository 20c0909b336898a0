import * as assert from "node:assert/strict";

import { rules } from "../../policies/catalogue";
import {
    type Framework,
    type Link,
    type Requirement,
    rulesOf,
    rulesOfRequirement,
} from "../../policies/framework";
import { frameworks } from "../../policies/frameworks";
import { sources } from "../../policies/frameworks/sources";
import * as topics from "../../policies/frameworks/topics";
import type { Text } from "../../policies/rule";

function framework(id: Framework["id"]): Framework {
    const found = frameworks.find((one) => one.id === id);
    assert.ok(found);
    return found;
}

function ids(id: Framework["id"]): readonly string[] {
    return framework(id).requirements.map((requirement) => requirement.id);
}

/** What a text must look like in both languages; titles and evidence are no sentences. */
function checkText(text: Text, of: string): void {
    for (const language of [text.fr, text.en]) {
        assert.match(language, /^\S.*[^\s.]$/, of);
    }
    assert.doesNotMatch(text.fr, / [:;?!»]|« |\p{L}'\p{L}/u, of);
    assert.doesNotMatch(text.en, /\p{L}'\p{L}/u, of);
}

function chainOf(requirement: Requirement): readonly Link[] {
    return requirement.status === "automated" ? requirement.chain : [];
}

const cited = frameworks
    .flatMap(({ requirements }) => requirements.flatMap(chainOf))
    .flatMap((link) => link.sources.map(({ id }) => id));

describe("the frameworks", () => {
    for (const { id: of, requirements } of frameworks) {
        it(`number each requirement of ${of} once`, () => {
            const numbers = requirements.map(({ id }) => id);
            assert.deepEqual([...new Set(numbers)], numbers);
        });

        it(`say of each requirement of ${of} how it is judged`, () => {
            for (const requirement of requirements) {
                checkText(requirement.title, requirement.id);
                switch (requirement.status) {
                    case "automated":
                        assert.notEqual(requirement.chain.length, 0, requirement.id);
                        for (const link of requirement.chain) {
                            assert.notEqual(link.rules.length, 0, requirement.id);
                            assert.equal(new Set(link.rules).size, link.rules.length, requirement.id);
                        }
                        break;
                    case "evidence":
                        assert.deepEqual(rulesOfRequirement(requirement), []);
                        break;
                    case "notApplicable":
                        checkText(requirement.why, requirement.id);
                        assert.notEqual(requirement.why.fr, requirement.why.en);
                        break;
                }
                const evidence = "evidence" in requirement ? requirement.evidence : undefined;
                if (evidence !== undefined) {
                    checkText(evidence.owner, requirement.id);
                    checkText(evidence.document, requirement.id);
                    assert.notEqual(evidence.document.fr, evidence.document.en, requirement.id);
                }
            }
        });

        it(`cite known rules only in ${of}`, () => {
            assert.deepEqual(
                rulesOf(framework(of)).filter((rule) => !rules.includes(rule)),
                [],
            );
        });
    }

    for (const { id: of } of frameworks.filter(({ pack }) => pack)) {
        it(`give each rule a requirement of ${of}, whose pack serves them all`, () => {
            const citedRules = new Set(rulesOf(framework(of)).map(({ id }) => id));
            assert.deepEqual(
                rules.map(({ id }) => id).filter((id) => !citedRules.has(id)),
                [],
            );
        });
    }

    it("never claim a requirement of HDS or ISO/IEC 27001 without evidence besides the rules", () => {
        for (const of of ["hds", "iso27001"] as const) {
            for (const requirement of framework(of).requirements) {
                assert.ok("evidence" in requirement, requirement.id);
            }
        }
    });

    it("are four, and two have packs", () => {
        assert.deepEqual(
            frameworks.map(({ id, pack }) => [id, pack]),
            [
                ["hds", true],
                ["rgpd", true],
                ["iso27001", false],
                ["hipaa", false],
            ],
        );
    });
});

describe("the requirements", () => {
    it("of HDS are the 31 of the référentiel, the fifth by its events A to H", () => {
        const two = (number: number) => number.toString().padStart(2, "0");
        const expected = Array.from({ length: 31 }, (_, index) => `EXI ${two(index + 1)}`).flatMap((id) =>
            id === "EXI 05" ? "A B C D E F G H".split(" ").map((event) => `${id}.${event}`) : [id],
        );
        assert.deepEqual(ids("hds"), expected);
    });

    it("of HDS each name the activities that they touch, in order", () => {
        for (const { id, activities = [] } of framework("hds").requirements) {
            assert.notEqual(activities.length, 0, id);
            assert.deepEqual(
                activities,
                [...new Set(activities)].sort((a, b) => a - b),
                id,
            );
        }
        const touched = new Set(framework("hds").requirements.flatMap(({ activities = [] }) => activities));
        assert.deepEqual([...touched].sort(), [1, 2, 3, 4, 5, 6]);
    });

    it("of the RGPD cover its articles on security, processors and transfers", () => {
        const articles = new Set(
            ids("rgpd").map((id) => /^art\. (\d+)(\(\d+\)(\([a-f]\))?)?$/.exec(id)?.[1]),
        );
        assert.deepEqual(
            [...articles],
            ["5", "17", "25", "28", "30", "32", "33", "34", "35", "44", "45", "46", "47", "48", "49"],
        );
        for (const point of ["5(1)(a)", "5(1)(f)", "5(2)", "32(1)(a)", "32(1)(d)", "32(4)"]) {
            assert.ok(ids("rgpd").includes(`art. ${point}`), point);
        }
    });

    it("of ISO/IEC 27001 are the 93 controls of its Annex A, in order", () => {
        const themes: readonly (readonly [theme: number, controls: number])[] = [
            [5, 37],
            [6, 8],
            [7, 14],
            [8, 34],
        ];
        const expected = themes.flatMap(([theme, controls]) =>
            Array.from({ length: controls }, (_, index) => `A.${theme.toString()}.${(index + 1).toString()}`),
        );
        assert.equal(expected.length, 93);
        assert.deepEqual(ids("iso27001"), expected);
    });

    it("of HIPAA are the standards and specifications of 164.312", () => {
        const points =
            "(a)(1) (a)(2)(i) (a)(2)(ii) (a)(2)(iii) (a)(2)(iv) (b) (c)(1) (c)(2) (d) (e)(1) (e)(2)(i) (e)(2)(ii)";
        assert.deepEqual(
            ids("hipaa"),
            points.split(" ").map((point) => `164.312${point}`),
        );
    });
});

describe("the sources of thresholds", () => {
    it("are each cited, under one id each", () => {
        const known = Object.values(sources).map(({ id }) => id);
        assert.deepEqual(
            known.filter((id) => !cited.includes(id)),
            [],
        );
        assert.deepEqual([...new Set(known)], known);
    });

    it("are known: texts, choices of the project, or controls of ISO/IEC 27001", () => {
        const known = new Set([
            ...Object.values(sources).map(({ id }) => id),
            ...ids("iso27001").map((id) => `ISO/IEC 27001:2022 ${id}`),
        ]);
        assert.deepEqual(
            cited.filter((id) => !known.has(id)),
            [],
        );
    });

    it("have a title in both languages and a page to read", () => {
        for (const { id, title, url } of Object.values(sources)) {
            assert.notEqual(title.fr, title.en, id);
            assert.match(title.fr, /^\S.*[^\s.]$/);
            assert.match(title.en, /^\S.*[^\s.]$/);
            assert.equal(new URL(url).protocol, "https:");
        }
    });

    it("of a control of ISO/IEC 27001 are no controls", () => {
        for (const requirement of framework("iso27001").requirements) {
            for (const source of chainOf(requirement).flatMap((link) => link.sources)) {
                assert.doesNotMatch(source.id, /^ISO/, requirement.id);
            }
        }
    });
});

describe("the topics that rules are grouped by", () => {
    for (const [name, topic] of Object.entries(topics)) {
        for (const [place, link] of [topic].flat().entries()) {
            it(`hold rules of ${name} (${place.toString()}) each once, and serve HDS, the RGPD and ISO/IEC 27001`, () => {
                assert.equal(new Set(link.rules).size, link.rules.length);
                for (const of of ["hds", "rgpd", "iso27001"] as const) {
                    const inUse = framework(of).requirements.some((requirement) =>
                        chainOf(requirement).some(({ rules: served }) => served === link.rules),
                    );
                    assert.ok(inUse, of);
                }
            });

            it(`cite for ${name} (${place.toString()}) the controls of ISO/IEC 27001 that rely on it`, () => {
                for (const { id } of link.sources) {
                    const control = /^ISO\/IEC 27001:2022 (.+)$/.exec(id)?.[1];
                    const requirement = framework("iso27001").requirements.find((one) => one.id === control);
                    if (requirement !== undefined) {
                        assert.ok(
                            chainOf(requirement).some(({ rules: served }) => served === link.rules),
                            requirement.id,
                        );
                    }
                }
            });
        }
    }
});

describe("the versions of TLS", () => {
    it("name TLS 1.3 as their source only where a rule demands it", () => {
        const strict = frameworks
            .flatMap(({ requirements }) => requirements.flatMap(chainOf))
            .filter(({ sources: of }) => of.some(({ id }) => id === sources.onlyTls13.id))
            .flatMap(({ rules: served }) => served.map(({ id }) => id));
        assert.deepEqual([...new Set(strict)].sort(), [
            "application-gateway-tls",
            "database-tls-required",
            "managed-database-tls",
            "mesh-gateway-tls",
            "web-server-tls-version",
        ]);
    });
});
