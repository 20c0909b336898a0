import assert from "node:assert/strict";
import { createPrivateKey, X509Certificate } from "node:crypto";
import { secretOf, type Properties } from "../provider-client";
import { AUTHORITY_USES, LOCALLY_SIGNED, REQUEST, SELF_SIGNED, text, TlsBench } from "./tls-bench";

const SERVER = {
    subject: { commonName: "mariadb" },
    dnsNames: ["mariadb.database.svc", "*.mariadb.database.svc"],
    ipAddresses: ["10.0.0.1", "2001:db8::1"],
    uris: ["spiffe://cluster.local/ns/database/sa/mariadb"],
};

describe("the tls stand-in's certificates", () => {
    let bench: TlsBench;
    before(async () => {
        bench = await TlsBench.start();
    });
    after(() => {
        bench.close();
    });

    const ALGORITHMS: [Properties, RegExp][] = [
        [{ algorithm: "RSA" }, /Signature Algorithm: sha256WithRSAEncryption\n/],
        [{ algorithm: "ECDSA", ecdsaCurve: "P256" }, /Signature Algorithm: ecdsa-with-SHA256\n/],
        [{ algorithm: "ECDSA", ecdsaCurve: "P384" }, /Signature Algorithm: ecdsa-with-SHA384\n/],
        [{ algorithm: "ECDSA", ecdsaCurve: "P521" }, /Signature Algorithm: ecdsa-with-SHA512\n/],
        [{ algorithm: "ED25519" }, /Signature Algorithm: ED25519\n/],
    ];
    for (const [algorithm, signature] of ALGORITHMS) {
        it(`makes an authority and a server's certificate that openssl accepts, of ${JSON.stringify(algorithm)}`, async () => {
            const [caKey, serverKey] = [await bench.key(algorithm), await bench.key(algorithm)];
            const ca = await bench.authority(caKey, { maxPathLength: 1, setAuthorityKeyId: true });
            const request = await bench.client.create(REQUEST, {
                privateKeyPem: secretOf(serverKey),
                ...SERVER,
            });
            assert.equal(request.outputs.keyAlgorithm, algorithm.algorithm);
            const requestPem = text(request.outputs.certRequestPem);
            assert.match(
                bench.run("openssl", ["req", "-in", "csr", "-noout", "-verify"], { csr: requestPem }),
                /verify OK/,
            );
            const { id, outputs } = await bench.client.create(LOCALLY_SIGNED, {
                caCertPem: ca,
                caPrivateKeyPem: secretOf(caKey),
                certRequestPem: requestPem,
                allowedUses: ["digital_signature", "server_auth"],
                validityPeriodHours: 24,
            });
            assert.equal(outputs.caKeyAlgorithm, algorithm.algorithm);
            const certificate = text(outputs.certPem);
            const verify = [
                "verify",
                "-x509_strict",
                "-purpose",
                "sslserver",
                "-verify_hostname",
                "a.mariadb.database.svc",
            ];
            assert.equal(
                bench.run("openssl", [...verify, "-CAfile", "ca", "cert"], { ca, cert: certificate }),
                "cert: OK\n",
            );
            const read = new X509Certificate(certificate);
            assert.equal(
                read.subjectAltName,
                "DNS:mariadb.database.svc, DNS:*.mariadb.database.svc, IP Address:10.0.0.1, IP Address:2001:DB8:0:0:0:0:0:1, " +
                    "URI:spiffe://cluster.local/ns/database/sa/mariadb",
            );
            assert.match(bench.run("openssl", ["x509", "-in", "cert", "-noout", "-text"]), signature);
            assert.equal(read.checkPrivateKey(createPrivateKey(serverKey)), true);
            assert.equal(BigInt(`0x${read.serialNumber}`).toString(), id);
            assert.deepEqual(
                [Date.parse(read.validFrom), Date.parse(read.validTo)],
                [Date.parse(text(outputs.validityStartTime)), Date.parse(text(outputs.validityEndTime))],
            );
            assert.equal(Date.parse(read.validTo) - Date.parse(read.validFrom), 24 * 3_600_000);
        });
    }

    it("writes into a certificate what it is asked for, and no more", async () => {
        const caKey = await bench.key({ algorithm: "ECDSA", ecdsaCurve: "P256" });
        const ca = bench.run(
            "openssl",
            ["x509", "-in", "ca", "-noout", "-text", "-nameopt", "utf8,sep_comma_plus"],
            {
                ca: await bench.authority(caKey, { maxPathLength: 1 }),
            },
        );
        assert.match(ca, /Subject: C=FR,O=AudioProthèse\+,CN=Autorité\n/);
        assert.match(ca, /Basic Constraints: critical\s+CA:TRUE, pathlen:1\n/);
        assert.match(ca, /Key Usage: critical\s+Certificate Sign, CRL Sign\n/);
        assert.match(ca, /Subject Key Identifier/);
        assert.doesNotMatch(ca, /Extended|Alternative|Authority Key/);
        const server = await bench.client.create(SELF_SIGNED, {
            privateKeyPem: caKey,
            allowedUses: ["server_auth", "client_auth"],
            validityPeriodHours: 1,
            ...SERVER,
            subject: {},
        });
        const words = bench.run("openssl", ["x509", "-in", "cert", "-noout", "-text"], {
            cert: text(server.outputs.certPem),
        });
        assert.match(words, /Basic Constraints: critical\s+CA:FALSE\n/);
        assert.match(
            words,
            /Extended Key Usage: \n\s+TLS Web Server Authentication, TLS Web Client Authentication\n/,
        );
        assert.match(
            words,
            /Subject Alternative Name: critical\s+DNS:mariadb\.database\.svc, DNS:\*\.mariadb\.database\.svc, IP Address:10\.0\.0\.1, IP Address:2001:DB8:0:0:0:0:0:1, URI:spiffe:\/\/cluster\.local\/ns\/database\/sa\/mariadb\n/,
        );
        assert.doesNotMatch(words, / Key Usage: critical|Key Identifier/);
    });

    it("writes every part of a subject, in the provider's order and kinds of text", async () => {
        const { outputs } = await bench.client.create(REQUEST, {
            privateKeyPem: await bench.key({ algorithm: "ED25519" }),
            subject: {
                commonName: "cn",
                country: "FR",
                emailAddress: "a@example.fr",
                locality: "Nîmes",
                organization: "o",
                organizationalUnit: "ou",
                postalCode: "30000",
                province: "st",
                serialNumber: "1",
                streetAddresses: ["rue A", "rue B"],
            },
        });
        const nameOptions = "utf8,sep_comma_plus,show_type,sname";
        assert.equal(
            bench.run("openssl", ["req", "-in", "csr", "-noout", "-subject", "-nameopt", nameOptions], {
                csr: text(outputs.certRequestPem),
            }),
            "subject=C=PRINTABLESTRING:FR,O=PRINTABLESTRING:o,OU=PRINTABLESTRING:ou,L=UTF8STRING:Nîmes," +
                "ST=PRINTABLESTRING:st,street=PRINTABLESTRING:rue A+street=PRINTABLESTRING:rue B," +
                "postalCode=PRINTABLESTRING:30000,CN=PRINTABLESTRING:cn,serialNumber=PRINTABLESTRING:1," +
                "emailAddress=IA5STRING:a@example.fr\n",
        );
    });

    it("makes an authority that outlives the year 2049, where times are written otherwise", async () => {
        const caKey = await bench.key({ algorithm: "ECDSA", ecdsaCurve: "P384" });
        const ca = await bench.authority(caKey, { validityPeriodHours: 30 * 8766 });
        assert.equal(
            bench.run("openssl", ["verify", "-x509_strict", "-CAfile", "ca", "ca"], { ca }),
            "ca: OK\n",
        );
    });

    const mistakes: [string, string, () => Promise<Properties>, RegExp][] = [
        [
            "a private key that is none",
            REQUEST,
            () => Promise.resolve({ privateKeyPem: "x" }),
            /Failed to parse private key PEM/,
        ],
        [
            "an address that is none",
            REQUEST,
            async () => ({
                privateKeyPem: await bench.key({ algorithm: "ED25519" }),
                ipAddresses: ["10.0.0"],
            }),
            /Invalid IP address: Failed to parse "10\.0\.0"/,
        ],
        [
            "to sign with P224",
            REQUEST,
            async () => ({ privateKeyPem: await bench.key({ algorithm: "ECDSA" }) }),
            /expected a curve with which the sandbox can sign, P256, P384 or P521, got secp224r1/,
        ],
        [
            "an authority without a name",
            SELF_SIGNED,
            async () => ({
                privateKeyPem: await bench.key({ algorithm: "ED25519" }),
                allowedUses: AUTHORITY_USES,
                validityPeriodHours: 1,
                isCaCertificate: true,
            }),
            /Invalid Certificate Subject/,
        ],
        [
            "an identifier of an authority that has none",
            SELF_SIGNED,
            async () => ({
                privateKeyPem: await bench.key({ algorithm: "ED25519" }),
                allowedUses: [],
                validityPeriodHours: 1,
                setAuthorityKeyId: true,
            }),
            /Invalid Certificate Authority: Could not determine Authority Key Identifier/,
        ],
        [
            "a length of path for a certificate that is no authority",
            SELF_SIGNED,
            async () => ({
                privateKeyPem: await bench.key({ algorithm: "ED25519" }),
                allowedUses: [],
                validityPeriodHours: 1,
                maxPathLength: 2,
            }),
            /only CAs are allowed to specify MaxPathLen/,
        ],
        [
            "the key of another authority",
            LOCALLY_SIGNED,
            async () => {
                const [caKey, other] = [
                    await bench.key({ algorithm: "ED25519" }),
                    await bench.key({ algorithm: "ED25519" }),
                ];
                const request = await bench.client.create(REQUEST, { privateKeyPem: other });
                return {
                    caCertPem: await bench.authority(caKey),
                    caPrivateKeyPem: other,
                    certRequestPem: request.outputs.certRequestPem ?? null,
                    allowedUses: [],
                    validityPeriodHours: 1,
                };
            },
            /provided PrivateKey doesn't match parent's PublicKey/,
        ],
    ];
    for (const [what, type, inputs, message] of mistakes) {
        it(`refuses to make ${what}`, async () => {
            await assert.rejects(bench.client.create(type, await inputs()), message);
        });
    }

    it("never repeats a key that it could not read", async () => {
        await assert.rejects(
            bench.client.create(REQUEST, {
                privateKeyPem: "-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----",
            }),
            (error: Error) => !error.message.includes("c2VjcmV0"),
        );
    });
});
