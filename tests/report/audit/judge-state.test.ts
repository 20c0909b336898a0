import * as assert from "node:assert/strict";
import { defineRule, type Rule } from "../../../policies/rule";
import { defaultConfig } from "../../../policies/rule-config";
import { judgeState } from "../../../report/audit/judge-state";
import { stateResource } from "../../../report/audit/state-resource";
import type { Judged } from "../../../report/findings";
import { storeKept, storeLocked, storePrivate, storeSecret } from "./rules";
import { resource, STACK, STACK_URN, urn } from "./states";
import { NO_EXEMPTIONS } from "../fixtures";
import { exactly } from "../../../policies/expectation";
import { Register } from "../../../policies/exemptions/register";
import type { HeededRegister } from "../../../report/exemptions";
import { exemption, TODAY } from "../../policies/exemptions/sample";
import { UNKNOWN } from "../../support/evaluate";

const STORE = urn("test:index:Store", "records");
const LOCK = resource("test:index:Lock", "lock", { store: "records" });
const secret = (fields: object) => ({
    "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270",
    ...fields,
});

function judged(
    rules: readonly Rule[],
    resources: readonly object[],
    config?: object,
    exemptions: HeededRegister = NO_EXEMPTIONS,
): Promise<Judged> {
    const configured = rules.map((rule) => ({ rule, config: config ?? defaultConfig(rule) }));
    const states = resources.map((each, index) => stateResource(each, index));
    return judgeState(
        configured,
        async function* () {
            for (const state of states) {
                yield await Promise.resolve([state]);
            }
        },
        exemptions,
        () => undefined,
    );
}

/** Rule, name, verdict, and what was found. */
async function verdicts(...args: Parameters<typeof judged>): Promise<unknown[]> {
    const { findings } = await judged(...args);
    return findings.map(({ rule, resource: of, verdict, messages, undecided }) => [
        rule,
        of.split("::").at(-1),
        verdict,
        ...messages.map((message) => message.replaceAll("\u00a0", " ")),
        ...undecided,
    ]);
}

describe("the audit of a state", () => {
    const store = (inputs: object, more: object = {}) =>
        resource("test:index:Store", "records", inputs, more);

    it("calls what an exemption covers exempted, with the days left, unless it is also undecided", async () => {
        const register = new Register(
            { exemptions: [exemption({ rule: "store-open", resource: "*::records" })] },
            new Set(["store-open"]),
            TODAY,
        );
        const half = defineRule({
            ...storePrivate,
            id: "store-open",
            check: (properties) => {
                properties.expect("access", exactly("private"));
                properties.expect("owner", exactly("clinic"));
            },
        });
        const findings = async (owner: string, ignored = false) =>
            (
                await judged([half], [store({ access: "public", owner })], undefined, { register, ignored })
            ).findings.map(({ verdict, exemption: covered }) => [verdict, covered?.id, covered?.daysLeft]);

        assert.deepEqual(await findings("clinic"), [["exempted", "EX-2026-001", 30]]);
        assert.deepEqual(await findings(UNKNOWN), [["undecided", "EX-2026-001", 30]]);
        assert.deepEqual(await findings("clinic", true), [["violation", undefined, undefined]]);
    });

    it("judges the inputs of each resource", async () => {
        const stores = [
            store({ access: "public" }, { outputs: { access: "private" } }),
            resource("test:index:Store", "other", { access: "private" }),
            resource("test:index:Else", "else", { access: "public" }),
        ];

        assert.deepEqual(await verdicts([storePrivate], stores), [
            ["store-private", "other", "compliant"],
            ["store-private", "records", "violation", "access : attendu « private », obtenu « public »"],
        ]);
    });

    it("sees through API versions", async () => {
        const ingress = { ...storePrivate, appliesTo: ["kubernetes:networking.k8s.io:Ingress"] };

        assert.equal(
            (await verdicts([ingress], [resource("kubernetes:extensions/v1beta1:Ingress", "a")])).length,
            1,
        );
    });

    it("leaves undecided what is encrypted, and knows that it is a secret", async () => {
        const stores = [
            store({ access: secret({ ciphertext: "x" }), password: secret({ ciphertext: "x" }) }),
        ];

        assert.deepEqual(await verdicts([storePrivate, storeSecret], stores), [
            ["store-private", "records", "undecided", "access"],
            ["store-secret", "records", "compliant"],
        ]);
    });

    it("judges a secret exported in clear as the packs do, and does not quote it", async () => {
        const plain = (value: string) => secret({ plaintext: JSON.stringify(value) });

        assert.deepEqual(
            await verdicts(
                [storePrivate, storeSecret],
                [store({ access: plain("private"), password: plain("hunter2") })],
            ),
            [
                ["store-private", "records", "compliant"],
                ["store-secret", "records", "compliant"],
            ],
        );
        assert.deepEqual(await verdicts([storeSecret], [store({ password: "hunter2" })]), [
            [
                "store-secret",
                "records",
                "violation",
                "password : attendu un secret Pulumi, obtenu une valeur en clair",
            ],
        ]);
    });

    it("judges by the choices that it is given", async () => {
        const stores = [store({ days: 40 })];

        assert.deepEqual(await verdicts([storeKept], stores), [["store-kept", "records", "compliant"]]);
        assert.deepEqual(await verdicts([storeKept], stores, { days: 50 }), [
            ["store-kept", "records", "violation", "days : attendu au moins 50"],
        ]);
    });

    it("leaves out former copies", async () => {
        const stores = [store({ access: "private" }), store({ access: "public" }, { delete: true })];

        const { resources } = await judged([storePrivate, storeLocked], stores);
        assert.deepEqual([...resources.keys()], [STORE]);
        assert.deepEqual(await verdicts([storePrivate], stores), [["store-private", "records", "compliant"]]);
        assert.deepEqual(await verdicts([storeLocked], [store({}), { ...LOCK, delete: true }]), [
            ["store-locked", "records", "violation", "attendu un verrou"],
        ]);
    });

    it("shows what is only read to stack rules alone, by its outputs", async () => {
        const read = { external: true, inputs: {}, outputs: { store: "records" } };

        assert.deepEqual(await verdicts([storePrivate], [store({ access: "public" }, read)]), []);
        assert.deepEqual(
            await verdicts([storeLocked], [STACK, store({}), resource("test:index:Lock", "lock", {}, read)]),
            [["store-locked", "clinic-dev", "compliant"]],
        );
        assert.deepEqual([...(await judged([], [STACK, store({}, read)])).resources.keys()], [STACK_URN]);
    });

    it("weighs a resource against those that come after it", async () => {
        assert.deepEqual(await verdicts([storeLocked], [STACK, store({}), LOCK]), [
            ["store-locked", "clinic-dev", "compliant"],
        ]);
    });

    it("puts the verdict on a stack without a resource of its own to the URN that it would have", async () => {
        const { findings } = await judged([storeLocked], [store({}), LOCK]);

        assert.deepEqual(
            findings.map(({ resource: of }) => of),
            [STACK_URN],
        );
    });

    it("tells of a stack rule what is violated where, and what is unknown on the stack", async () => {
        const unknown = resource("test:index:Store", "unknown", { access: secret({ ciphertext: "x" }) });

        assert.deepEqual(await verdicts([storeLocked], [STACK, store({}), unknown]), [
            ["store-locked", "clinic-dev", "undecided", "unknown/access"],
            ["store-locked", "records", "violation", "attendu un verrou"],
        ]);
    });

    it("says nothing where a stack rule has no subject", async () => {
        assert.deepEqual(await verdicts([storeLocked], [STACK, LOCK]), []);
    });

    it("names the resources that a program declares", async () => {
        const { resources } = await judged(
            [],
            [
                STACK,
                resource("pulumi:providers:test", "default_1_0_0"),
                resource("pulumi:providers:test", "default"),
                resource("pulumi:providers:test", "defaults"),
                resource("test:index:Store", "default"),
                { ...resource("clinic:index:Ward", "ward"), custom: false },
            ],
        );

        assert.deepEqual(
            [...resources].map(([of, { type, custom }]) => [of, type, custom]),
            [
                [STACK_URN, "pulumi:pulumi:Stack", false],
                [urn("pulumi:providers:test", "defaults"), "pulumi:providers:test", true],
                [urn("test:index:Store", "default"), "test:index:Store", true],
                [urn("clinic:index:Ward", "ward"), "clinic:index:Ward", false],
            ],
        );
    });
});
