import assert from "node:assert/strict";
import { createHash, createPrivateKey, createPublicKey } from "node:crypto";
import { secretOf, type Properties } from "../provider-client";
import { KEY, plain, text, TlsBench } from "./tls-bench";

describe("the tls stand-in's keys", () => {
    let bench: TlsBench;
    before(async () => {
        bench = await TlsBench.start();
    });
    after(() => {
        bench.close();
    });

    /** Algorithms and what openssl and OpenSSH call them. */
    const KEYS: [Properties, string, RegExp, string][] = [
        [{ algorithm: "RSA" }, "RSA PRIVATE KEY", /Private-Key: \(2048 bit/, "ssh-rsa"],
        [{ algorithm: "RSA", rsaBits: 3072 }, "RSA PRIVATE KEY", /Private-Key: \(3072 bit/, "ssh-rsa"],
        [{ algorithm: "ECDSA" }, "EC PRIVATE KEY", /secp224r1/, ""],
        [{ algorithm: "ECDSA", ecdsaCurve: "P256" }, "EC PRIVATE KEY", /prime256v1/, "ecdsa-sha2-nistp256"],
        [{ algorithm: "ECDSA", ecdsaCurve: "P384" }, "EC PRIVATE KEY", /secp384r1/, "ecdsa-sha2-nistp384"],
        [{ algorithm: "ECDSA", ecdsaCurve: "P521" }, "EC PRIVATE KEY", /secp521r1/, "ecdsa-sha2-nistp521"],
        [{ algorithm: "ED25519" }, "PRIVATE KEY", /ED25519/, "ssh-ed25519"],
    ];
    for (const [inputs, preamble, words, ssh] of KEYS) {
        it(`makes a key of ${JSON.stringify(inputs)} in all its forms`, async () => {
            const { id, outputs } = await bench.client.create(KEY, inputs);
            const pem = plain(outputs.privateKeyPem);
            assert.ok(pem.startsWith(`-----BEGIN ${preamble}-----\n`) && pem.endsWith("-----\n"));
            assert.match(
                bench.run("openssl", ["pkey", "-in", "key", "-noout", "-text"], { key: pem }),
                words,
            );
            const publicKey = createPublicKey(pem);
            assert.equal(outputs.publicKeyPem, publicKey.export({ type: "spki", format: "pem" }));
            assert.equal(
                createPrivateKey(plain(outputs.privateKeyPemPkcs8)).equals(createPrivateKey(pem)),
                true,
            );
            assert.equal(
                id,
                createHash("sha1")
                    .update(publicKey.export({ type: "spki", format: "der" }))
                    .digest("hex"),
            );
            assert.equal(text(outputs.publicKeyOpenssh).split(" ")[0], ssh);
            if (ssh === "") {
                assert.equal(plain(outputs.privateKeyOpenssh), "");
                assert.deepEqual(
                    [outputs.publicKeyFingerprintMd5, outputs.publicKeyFingerprintSha256],
                    ["", ""],
                );
            } else {
                bench.run("openssl", [], {
                    "id.pub": text(outputs.publicKeyOpenssh),
                    id: plain(outputs.privateKeyOpenssh),
                });
                const keygen = (...args: string[]) => bench.run("ssh-keygen", args);
                assert.equal(`${keygen("-y", "-f", "id").trim()}\n`, outputs.publicKeyOpenssh);
                assert.ok(keygen("-lf", "id.pub").includes(` ${text(outputs.publicKeyFingerprintSha256)} `));
                assert.ok(
                    keygen("-l", "-E", "md5", "-f", "id.pub").includes(
                        ` MD5:${text(outputs.publicKeyFingerprintMd5)} `,
                    ),
                );
            }
        });
    }

    it("fills in what the provider does, and keeps private keys secret", async () => {
        const { outputs } = await bench.client.create(KEY, { algorithm: "ED25519" });
        assert.deepEqual([outputs.ecdsaCurve, outputs.rsaBits], ["P224", 2048]);
        for (const name of ["privateKeyPem", "privateKeyPemPkcs8", "privateKeyOpenssh"]) {
            assert.deepEqual(outputs[name], secretOf(plain(outputs[name])));
        }
    });
});
