import assert from "node:assert/strict";
import { secretOf, UNKNOWN, type Properties } from "../provider-client";
import { AUTHORITY_USES, KEY, LOCALLY_SIGNED, REQUEST, SELF_SIGNED, TlsBench } from "./tls-bench";

describe("the tls stand-in", () => {
    let bench: TlsBench;
    before(async () => {
        bench = await TlsBench.start();
    });
    after(() => {
        bench.close();
    });

    it("leaves at preview what it computes unknown, and secret what is", async () => {
        assert.deepEqual(
            await bench.client.create(KEY, { algorithm: "ECDSA", ecdsaCurve: "P256" }, { preview: true }),
            {
                id: "",
                outputs: {
                    algorithm: "ECDSA",
                    ecdsaCurve: "P256",
                    rsaBits: 2048,
                    privateKeyOpenssh: secretOf(UNKNOWN),
                    privateKeyPem: secretOf(UNKNOWN),
                    privateKeyPemPkcs8: secretOf(UNKNOWN),
                    publicKeyFingerprintMd5: UNKNOWN,
                    publicKeyFingerprintSha256: UNKNOWN,
                    publicKeyOpenssh: UNKNOWN,
                    publicKeyPem: UNKNOWN,
                },
            },
        );
        const inputs = {
            allowedUses: AUTHORITY_USES,
            privateKeyPem: secretOf(UNKNOWN),
            validityPeriodHours: 1,
            subject: { commonName: "x" },
            maxPathLength: 3,
        };
        assert.deepEqual(await bench.client.create(SELF_SIGNED, inputs, { preview: true }), {
            id: "",
            outputs: {
                ...inputs,
                certPem: UNKNOWN,
                earlyRenewalHours: 0,
                isCaCertificate: false,
                keyAlgorithm: UNKNOWN,
                readyForRenewal: false,
                setAuthorityKeyId: false,
                setSubjectKeyId: false,
                validityEndTime: UNKNOWN,
                validityStartTime: UNKNOWN,
            },
        });
    });

    const FAILURES: [string, Properties, string[]][] = [
        [KEY, {}, ["Missing required property 'algorithm'"]],
        [
            KEY,
            { algorithm: "DSA" },
            [
                'Invalid Attribute Value Match. Attribute algorithm value must be one of: ["RSA" "ECDSA" "ED25519"], got: "DSA". ' +
                    "Examine values at 'name.algorithm'.",
            ],
        ],
        [
            KEY,
            { algorithm: "ECDSA", ecdsaCurve: "P-256" },
            [
                'Invalid Attribute Value Match. Attribute ecdsa_curve value must be one of: ["P224" "P256" "P384" "P521"], got: "P-256". ' +
                    "Examine values at 'name.ecdsaCurve'.",
            ],
        ],
        [
            REQUEST,
            { privateKeyPem: "x", ipAddresses: ["10.0.0.1", ""] },
            [
                "Invalid Attribute Value Length. Attribute ip_addresses[1] string length must be at least 1, got: 0. " +
                    "Examine values at 'name.ipAddresses[1]'.",
            ],
        ],
        [
            SELF_SIGNED,
            { privateKeyPem: "x", allowedUses: [], validityPeriodHours: -1, maxPathLength: -2 },
            [
                "Invalid Attribute Value. Attribute max_path_length value must be at least -1, got: -2. Examine values at 'name.maxPathLength'.",
                "Invalid Attribute Value. Attribute validity_period_hours value must be at least 0, got: -1. Examine values at 'name.validityPeriodHours'.",
            ],
        ],
        [
            LOCALLY_SIGNED,
            {},
            ["allowedUses", "caCertPem", "caPrivateKeyPem", "certRequestPem", "validityPeriodHours"].map(
                (name) => `Missing required property '${name}'`,
            ),
        ],
        [
            REQUEST,
            { privateKeyPem: "x", privateKeyPemWo: "y" },
            [
                "privateKeyPemWo: expected one of the inputs that the sandbox knows, privateKeyPem, dnsNames, ipAddresses, subject, uris",
            ],
        ],
    ];
    for (const [type, inputs, reasons] of FAILURES) {
        it(`refuses ${type} of ${JSON.stringify(inputs)}`, async () => {
            assert.deepEqual(
                (await bench.client.check(type, inputs)).failures,
                reasons.map((reason) => ({ property: "", reason })),
            );
        });
    }

    it("refuses a use that it does not know, at its place", async () => {
        const { failures } = await bench.client.check(SELF_SIGNED, {
            privateKeyPem: "x",
            allowedUses: ["server_auth", "serverAuth"],
            validityPeriodHours: 1,
        });
        assert.equal(failures.length, 1);
        assert.match(
            failures[0]?.reason ?? "",
            /^Invalid Attribute Value Match\. Attribute allowed_uses\[1\] value must be one of: \["any_extended" "cert_signing" .*"timestamping"\], got: "serverAuth"\. Examine values at 'name\.allowedUses\[1\]'\.$/,
        );
    });

    it("marks private keys among the inputs as secret, and accepts what is unknown", async () => {
        assert.deepEqual(
            await bench.client.check(LOCALLY_SIGNED, {
                allowedUses: UNKNOWN,
                caCertPem: UNKNOWN,
                caPrivateKeyPem: "x",
                certRequestPem: UNKNOWN,
                validityPeriodHours: UNKNOWN,
            }),
            {
                inputs: {
                    allowedUses: UNKNOWN,
                    caCertPem: UNKNOWN,
                    caPrivateKeyPem: secretOf("x"),
                    certRequestPem: UNKNOWN,
                    validityPeriodHours: UNKNOWN,
                },
                failures: [],
            },
        );
    });

    const CERTIFICATE = { allowedUses: [], privateKeyPem: "x", validityPeriodHours: 1 };
    const DIFFS: [string, string, Properties, Properties, Record<string, string>][] = [
        ["nothing", KEY, { algorithm: "RSA" }, { algorithm: "RSA" }, {}],
        ["a default said", KEY, { algorithm: "RSA" }, { algorithm: "RSA", rsaBits: 2048 }, {}],
        [
            "another size",
            KEY,
            { algorithm: "RSA" },
            { algorithm: "RSA", rsaBits: 4096 },
            { rsaBits: "UPDATE_REPLACE" },
        ],
        [
            "another key, still unknown",
            SELF_SIGNED,
            { ...CERTIFICATE, privateKeyPem: secretOf("x") },
            { ...CERTIFICATE, privateKeyPem: secretOf(UNKNOWN) },
            { privateKeyPem: "UPDATE_REPLACE" },
        ],
        [
            "another name",
            SELF_SIGNED,
            { ...CERTIFICATE, dnsNames: ["a"] },
            { ...CERTIFICATE, dnsNames: ["a", "b"] },
            { "dnsNames[1]": "ADD_REPLACE" },
        ],
        [
            "an earlier renewal, in place",
            SELF_SIGNED,
            CERTIFICATE,
            { ...CERTIFICATE, earlyRenewalHours: 1 },
            { earlyRenewalHours: "UPDATE" },
        ],
    ];
    for (const [what, type, olds, news, details] of DIFFS) {
        it(`sees what changes: ${what}`, async () => {
            assert.deepEqual((await bench.client.diff(type, olds, news)).details, details);
        });
    }

    it("replaces a certificate whose time has come, and no other", async () => {
        const inputs = { ...CERTIFICATE, privateKeyPem: await bench.key({ algorithm: "ED25519" }) };
        const { outputs } = await bench.client.create(SELF_SIGNED, inputs);
        const diff = (earlyRenewalHours: number) =>
            bench.client.diff(
                SELF_SIGNED,
                { ...outputs, earlyRenewalHours },
                { ...outputs, earlyRenewalHours },
            );
        assert.deepEqual((await diff(0)).replaces, []);
        assert.deepEqual((await diff(2)).replaces, ["readyForRenewal"]);
    });

    it("keeps a certificate for which only its renewal changes", async () => {
        const deployed = await bench.client.deploy(SELF_SIGNED, {
            ...CERTIFICATE,
            privateKeyPem: secretOf(await bench.key({ algorithm: "ED25519" })),
        });
        assert.deepEqual(
            await bench.client.update(SELF_SIGNED, deployed, { ...deployed.inputs, earlyRenewalHours: 1 }),
            { ...deployed.outputs, earlyRenewalHours: 1 },
        );
    });

    it("refuses types and functions that it does not know", async () => {
        await assert.rejects(
            bench.client.create("tls:index/other:Other", {}),
            /expected a type that the sandbox knows/,
        );
        await assert.rejects(
            bench.client.invoke("tls:index/getPublicKey:getPublicKey"),
            /expected a resource, got a function/,
        );
    });
});
