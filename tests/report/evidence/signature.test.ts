import * as assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { publicKeyFrom } from "../../../report/evidence/keys";
import { signFolder } from "../../../report/evidence/sign-folder";
import { verify } from "../../../report/evidence/verify";
import { Bench, KEYS, manifestOf, sampleOf } from "./sample";

interface Envelope {
    payloadType: string;
    payload: string;
    signatures: { keyid: string; sig: string }[];
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
const pem = (key: KeyObject) =>
    key.export({ type: key.type === "public" ? "spki" : "pkcs8", format: "pem" }).toString();

describe("a report is signed", () => {
    let bench: Bench;
    let folder: string;
    beforeEach(async () => {
        bench = new Bench();
        folder = await bench.publish(sampleOf(21), { key: KEYS.privateKey });
    });
    afterEach(() => {
        bench.remove();
    });

    const at = (name: string) => join(folder, name);
    const envelope = () => JSON.parse(readFileSync(at("manifest.dsse.json"), "utf8")) as Envelope;
    const check = async (key: KeyObject | undefined, required = false, path = folder) => {
        const { reports } = await verify(path, { ...(key && { key }), required }, "fr");
        assert.equal(reports.length, 1);
        return { signature: reports[0]?.signature, faults: reports[0]?.faults.map(({ fr }) => fr) };
    };
    /** The bytes that are signed, put together by the specification of DSSE and not by the program. */
    const signedBytes = ({ payloadType, payload }: Envelope): Buffer => {
        const body = Buffer.from(payload, "base64");
        const type = Buffer.from(payloadType);
        return Buffer.concat([
            Buffer.from("DSSEv1 "),
            Buffer.from(`${type.length.toString()} `),
            type,
            Buffer.from(` ${body.length.toString()} `),
            body,
        ]);
    };

    it("as openssl verifies, with nothing of this program", () => {
        const { signatures } = envelope();
        const files = {
            key: join(bench.root, "key.pem"),
            sig: join(bench.root, "sig"),
            bytes: join(bench.root, "bytes"),
        };
        writeFileSync(files.key, pem(KEYS.publicKey));
        writeFileSync(files.sig, Buffer.from(signatures[0]?.sig ?? "", "base64"));
        const openssl = () =>
            spawnSync(
                "openssl",
                [
                    "pkeyutl",
                    "-verify",
                    "-pubin",
                    "-inkey",
                    files.key,
                    "-rawin",
                    "-in",
                    files.bytes,
                    "-sigfile",
                    files.sig,
                ],
                { encoding: "utf8" },
            );

        writeFileSync(files.bytes, signedBytes(envelope()));
        const good = openssl();
        assert.match(good.stdout, /Signature Verified Successfully/, good.stderr);
        assert.equal(good.status, 0);

        writeFileSync(
            files.bytes,
            signedBytes({ ...envelope(), payload: Buffer.from("{}").toString("base64") }),
        );
        assert.notEqual(openssl().status, 0);
    });

    it("in a statement of in-toto on every file and the manifest, whose predicate says the rest", () => {
        const manifest = manifestOf(folder);
        const { files, ...predicate } = manifest;

        assert.equal(envelope().payloadType, "application/vnd.in-toto+json");
        assert.deepEqual(JSON.parse(Buffer.from(envelope().payload, "base64").toString()), {
            _type: "https://in-toto.io/Statement/v1",
            subject: [
                ...files.map(({ name, sha256: digest }) => ({ name, digest: { sha256: digest } })),
                { name: "manifest.json", digest: { sha256: sha256(readFileSync(at("manifest.json"))) } },
            ],
            predicateType: "urn:audioprothese-plus:report-manifest:1",
            predicate,
        });
    });

    it("and found so with the public key; the signature is not asked for, nor is the key", async () => {
        assert.deepEqual(await check(KEYS.publicKey, true), { signature: "valid", faults: [] });
        assert.deepEqual(await check(undefined), { signature: "unchecked", faults: [] });
    });

    it("and refused with another key", async () => {
        const other = generateKeyPairSync("ed25519").publicKey;
        assert.deepEqual(await check(other), {
            signature: "invalid",
            faults: [
                "manifest.dsse.json : attendu une signature de la clé donnée, obtenu celle d’une autre clé ou d’un autre contenu",
            ],
        });
    });

    it("and refused with the signature of another report", async () => {
        const other = await bench.publish(sampleOf(22), { key: KEYS.privateKey });
        cpSync(join(other, "manifest.dsse.json"), at("manifest.dsse.json"));

        assert.deepEqual((await check(KEYS.publicKey)).faults, [
            "manifest.dsse.json : attendu la signature de ces fichiers, obtenu celle d’autres fichiers",
        ]);
    });

    it("and refused with the same signature for another type of payload", async () => {
        writeFileSync(at("manifest.dsse.json"), JSON.stringify({ ...envelope(), payloadType: "text/plain" }));

        assert.deepEqual((await check(KEYS.publicKey)).faults, [
            "manifest.dsse.json : attendu une enveloppe DSSE, obtenu autre chose",
        ]);
    });

    it("and without a signature at fault only where one is required", async () => {
        rmSync(at("manifest.dsse.json"));

        assert.deepEqual(await check(KEYS.publicKey), { signature: "absent", faults: [] });
        assert.deepEqual(await check(KEYS.publicKey, true), {
            signature: "absent",
            faults: ["manifest.dsse.json : attendu une signature, obtenu aucune"],
        });
    });

    it("after its publication too, with the same signature, and once only", async () => {
        const now = readFileSync(at("manifest.dsse.json"), "utf8");
        rmSync(at("manifest.dsse.json"));

        assert.equal(await signFolder(join(bench.series, "latest"), KEYS.privateKey, "fr"), folder);

        assert.equal(readFileSync(at("manifest.dsse.json"), "utf8"), now);
        await assert.rejects(signFolder(folder, KEYS.privateKey, "fr"), {
            name: "UserError",
            message: `${folder} : attendu le dossier d’un rapport intact et non signé, obtenu un rapport déjà signé`,
        });
    });

    it("not when it is altered, nor a whole series", async () => {
        rmSync(at("manifest.dsse.json"));
        await bench.publish(sampleOf(22));
        await assert.rejects(signFolder(bench.series, KEYS.privateKey, "en"), {
            message: `${bench.series}: expected the folder of a whole report without signature, got a series`,
        });
        writeFileSync(at("note"), "");
        await assert.rejects(signFolder(folder, KEYS.privateKey, "en"), /got an altered report, note: extra/);
        assert.ok(!manifestOf(folder).files.some(({ name }) => name === basename("note")));
    });
});

describe("a public key is read", () => {
    let bench: Bench;
    beforeEach(() => (bench = new Bench()));
    afterEach(() => {
        bench.remove();
    });

    const read = (content: string) => {
        const file = join(bench.root, "key.pem");
        writeFileSync(file, content);
        return publicKeyFrom(file, "en");
    };

    it("as openssl writes it", () => {
        const privatePem = execFileSync("openssl", ["genpkey", "-algorithm", "ed25519"], {
            encoding: "utf8",
        });
        const publicPem = execFileSync("openssl", ["pkey", "-pubout"], {
            input: privatePem,
            encoding: "utf8",
        });

        assert.ok(read(publicPem).equals(createPublicKey(privatePem)));
    });

    const RSA = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey;
    for (const [name, content, got] of [
        ["a private key", pem(KEYS.privateKey), /which is none$/],
        ["another text", "key", /which is none$/],
        ["a broken key", pem(KEYS.publicKey).replace(/M/g, "A"), /which cannot be read$/],
        ["a key of another type", pem(RSA), /a key of type rsa$/],
    ] as const) {
        it(`not from ${name}`, () => {
            assert.throws(() => read(content), got);
        });
    }

    it("not from a file that is not there", () => {
        assert.throws(() => publicKeyFrom(join(bench.root, "none"), "fr"), /--key : .*, qui n’existe pas$/);
    });
});
