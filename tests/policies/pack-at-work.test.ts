import * as assert from "node:assert/strict";

import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";

import { type Properties, secret, UNKNOWN, urnOf } from "../support/evaluate";
import { RunningPack } from "../support/running-pack";

const STORE = "example:index:Store";
const VAULT = "example:index:Vault";
const LOG = "example:index:Log";
const READER = "example:index:Reader";

const { ADVISORY, MANDATORY } = analyzer.EnforcementLevel;

const undecidedBy = (rule: string, ...paths: readonly string[]) => ({
    policyname: rule,
    message: `can't run policy '${rule}' from policy pack 'hds@v0.1.0' during preview: indécidable : ${paths.join(", ")}`,
    enforcementlevel: ADVISORY as number,
});

const violationOf = (rule: string, message: string, enforcementlevel: number = MANDATORY) => ({
    policyname: rule,
    message: `titre / title\n${message}`,
    enforcementlevel,
});

/** What the policy on undecided rules says. */
const undecidable = (rule: string, enforcementlevel: number) => ({
    policyname: "value-undecided",
    message:
        "Chaque règle peut lire les valeurs qu’elle juge / Every rule can read the values that it judges\n" +
        `règles indécidables\u00a0: ${rule}`,
    enforcementlevel,
});

const brief = ({ diagnosticsList }: analyzer.AnalyzeResponse.AsObject) =>
    diagnosticsList.map(({ policyname, message, enforcementlevel }) => ({
        policyname,
        message,
        enforcementlevel,
    }));

describe("a pack at work", () => {
    let pack: RunningPack;

    before(async () => {
        pack = await RunningPack.start("../tests/support/packs/plumbing");
    });

    beforeEach(() => pack.configure({}));

    after(() => pack.stop());

    const analyzed = async (type: string, props: Properties) => brief(await pack.analyze(type, props));

    describe("its dispatch", () => {
        it("passes over rules on other types before anything is deserialised for them", async () => {
            const { notApplicableList } = await pack.analyze(LOG, { days: 30 });
            const reasons = new Map(notApplicableList.map(({ policyName, reason }) => [policyName, reason]));
            const passedOver = "Policy only applies to resources of type 'another'";
            assert.deepEqual(Object.fromEntries(reasons), {
                remediable: passedOver,
                secretive: passedOver,
                "value-undecided": "",
            });
        });

        it("tells requests apart that are served at the same time", async () => {
            const types = [STORE, VAULT, LOG, READER];
            const responses = await Promise.all(types.map((type) => pack.analyze(type, { days: 1 })));
            const failed = responses.map((response) => brief(response).map(({ policyname }) => policyname));
            assert.deepEqual(failed, [["remediable", "remediable"], [], ["configurable"], []]);
        });
    });

    describe("its secrets", () => {
        it("tells a secret from a literal", async () => {
            assert.deepEqual(await analyzed(VAULT, { password: secret("hunter2") }), []);
            assert.deepEqual(await analyzed(VAULT, { password: "hunter2" }), [
                violationOf(
                    "secretive",
                    "password\u00a0: attendu un secret Pulumi, obtenu une valeur en clair",
                ),
            ]);
        });

        it("accepts what is not known yet, which is no literal", async () => {
            assert.deepEqual(await analyzed(VAULT, { password: secret(UNKNOWN) }), []);
            assert.deepEqual(await analyzed(VAULT, { password: UNKNOWN }), []);
        });

        it("tells them apart in a stack by the inputs", async () => {
            await pack.analyze(READER, { token: secret("a") });
            assert.deepEqual(brief(await pack.analyzeStack([READER])), []);
            await pack.analyze(READER, { token: "a" });
            assert.deepEqual(brief(await pack.analyzeStack([READER], { token: secret("a") })), [
                violationOf("reading", "token\u00a0: attendu un secret Pulumi, obtenu une valeur en clair"),
            ]);
        });
    });

    describe("its levels", () => {
        it("takes the choices of the configuration, and the rule's own for the rest", async () => {
            const tooShort = (least: number) =>
                violationOf(
                    "configurable",
                    `days\u00a0: attendu un nombre de ${String(least)} à 365, obtenu 20`,
                );
            assert.deepEqual(await analyzed(LOG, { days: 20 }), [tooShort(30)]);
            await pack.configure({ configurable: { level: "MANDATORY", config: { days: 10 } } });
            assert.deepEqual(await analyzed(LOG, { days: 20 }), []);
            await pack.configure({ configurable: { level: "MANDATORY", config: { days: 21 } } });
            assert.deepEqual(await analyzed(LOG, { days: 20 }), [tooShort(21)]);
        });

        it("offers the choices of a rule with their schema", async () => {
            const { policiesList } = (await pack.info()).toObject();
            const offered = policiesList.filter(({ configschema }) => configschema !== undefined);
            assert.deepEqual(
                offered.map(({ name }) => name),
                ["configurable"],
            );
        });

        it("reports at the level of the rule, and nothing of a rule that is disabled", async () => {
            await pack.configure({ configurable: { level: "ADVISORY" } });
            const [advisory] = await analyzed(LOG, { days: 1 });
            assert.equal(advisory?.enforcementlevel, ADVISORY);
            await pack.configure({ configurable: { level: "DISABLED" } });
            assert.deepEqual(await analyzed(LOG, { days: 1 }), []);
        });

        for (const [level, expected] of [
            ["ADVISORY", ADVISORY],
            ["MANDATORY", MANDATORY],
        ] as const) {
            it(`has undecided rules weigh as ${level.toLowerCase()} on request`, async () => {
                await pack.configure({ "value-undecided": { level } });
                assert.deepEqual(await analyzed(LOG, { days: UNKNOWN }), [
                    undecidedBy("configurable", "days"),
                    undecidable("configurable", expected),
                ]);
                await pack.analyze(READER, { local: UNKNOWN });
                assert.deepEqual(brief(await pack.analyzeStack([READER])), [
                    undecidedBy("reading", "subject/local"),
                    undecidable("reading", expected),
                ]);
                // Nothing is left of it for the next.
                await pack.analyze(READER, {});
                assert.deepEqual(brief(await pack.analyzeStack([READER])), []);
                assert.deepEqual(await analyzed(LOG, { days: 30 }), []);
            });
        }

        it("still tells of each undecided rule when none is to weigh", async () => {
            await pack.configure({ "value-undecided": { level: "DISABLED" } });
            assert.deepEqual(await analyzed(LOG, { days: UNKNOWN }), [undecidedBy("configurable", "days")]);
        });
    });

    describe("its remediations", () => {
        const OPEN = { open: true, shares: [{ readOnly: false }, {}] };
        const CLOSED = {
            open: false,
            network: { access: { allow: "none" } },
            shares: [{ readOnly: true }, { readOnly: true }],
        };
        const remediate = { remediable: { level: "REMEDIATE" } } as const;

        it("corrects nothing unless it is told to", async () => {
            assert.deepEqual(await pack.remediate(STORE, OPEN), []);
        });

        it("sets the remedies of a rule that is violated, and then finds it kept", async () => {
            await pack.configure(remediate);
            assert.deepEqual(await pack.remediate(STORE, OPEN), [{ rule: "remediable", props: CLOSED }]);
            assert.deepEqual(await pack.remediate(STORE, CLOSED), []);
            assert.deepEqual(await analyzed(STORE, CLOSED), []);
        });

        it("leaves resources of other types alone", async () => {
            await pack.configure(remediate);
            assert.deepEqual(await pack.remediate(LOG, OPEN), []);
        });

        it("leaves unknown and secret values alone, and keeps them as they are", async () => {
            await pack.configure(remediate);
            const [remediation, ...rest] = await pack.remediate(STORE, {
                ...CLOSED,
                open: UNKNOWN,
                network: { access: { allow: secret("all") }, key: secret("k") },
                shares: [{ readOnly: false, owner: UNKNOWN }],
            });
            assert.deepEqual(rest, []);
            assert.deepEqual(remediation?.props, {
                open: UNKNOWN,
                network: { access: { allow: secret("all") }, key: secret("k") },
                shares: [{ readOnly: true, owner: UNKNOWN }],
            });
        });

        it("does not put an object in the place of another value", async () => {
            await pack.configure(remediate);
            const props = { ...CLOSED, network: "public", shares: "all" };
            assert.deepEqual(await pack.remediate(STORE, props), []);
        });

        it("leaves a resource with files alone, which the SDK would send back incomplete", async () => {
            await pack.configure(remediate);
            const file = { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", text: "" };
            assert.deepEqual(await pack.remediate(STORE, { ...OPEN, source: { ...file, text: "a" } }), []);
        });

        it("reports what a remediation could not mend", async () => {
            await pack.configure(remediate);
            const [violation] = await analyzed(STORE, { ...CLOSED, network: "public" });
            assert.equal(violation?.enforcementlevel, MANDATORY);
        });
    });

    it("gives violations of a stack the resource that they are about", async () => {
        await pack.analyze(READER, { token: "a" });
        const { diagnosticsList } = await pack.analyzeStack([READER]);
        assert.deepEqual(
            diagnosticsList.map(({ urn }) => urn),
            [urnOf(READER, "subject")],
        );
    });
});
