// The library's container of algorithms needs this first.
import "reflect-metadata";

import { createHash, createPublicKey, randomBytes, webcrypto, type KeyObject } from "node:crypto";
import * as x509 from "@peculiar/x509";

import { ProviderError } from "../protocol/provider-error";
import { propertiesAt, textAt, type Properties } from "../protocol/values";
import { algorithmOf, parseKey } from "./keys";
import { alternativeNames, distinguishedName, texts } from "./names";
import { EXTENDED_KEY_USAGES, KEY_USAGES } from "./uses";

/** What is made of a resource: its id and its computed outputs. */
export interface Made {
    readonly id: string;
    readonly outputs: Properties;
}

/** Makes a CertRequest of its inputs. */
export async function certRequest(inputs: Properties): Promise<Made> {
    const key = parseKey(textAt(inputs, "privateKeyPem") ?? "", "private key");
    const subject = subjectOf(inputs);
    const request = await x509.Pkcs10CertificateRequestGenerator.create({
        keys: { privateKey: await signer(key), publicKey: await publicPart(key) },
        signingAlgorithm: signature(key),
        name: subject,
        extensions: alternatives(alternativeNames(inputs), subject),
    });
    return {
        id: createHash("sha1").update(Buffer.from(request.rawData)).digest("hex"),
        outputs: { certRequestPem: pem(request), keyAlgorithm: algorithmOf(key) },
    };
}

/** Makes a SelfSignedCert of its inputs. */
export async function selfSignedCert(inputs: Properties): Promise<Made> {
    const key = parseKey(textAt(inputs, "privateKeyPem") ?? "", "private key");
    const publicKey = spki(key);
    const subject = subjectOf(inputs);
    const hasIdentifier = inputs.isCaCertificate === true || inputs.setSubjectKeyId === true;
    if (inputs.setAuthorityKeyId === true && !hasIdentifier) {
        throw new ProviderError(
            "Invalid Certificate Authority: Could not determine Authority Key Identifier",
        );
    }
    const identifier = inputs.setAuthorityKeyId === true ? await keyIdentifier(publicKey) : undefined;
    const made = await certificate(inputs, {
        subject,
        issuer: subject,
        publicKey,
        alternatives: alternativeNames(inputs),
        authorityIdentifier: identifier,
        signingKey: key,
    });
    return { ...made, outputs: { ...made.outputs, keyAlgorithm: algorithmOf(key) } };
}

/** Makes a LocallySignedCert of its inputs; warns of an authority that is none, as the provider does. */
export async function locallySignedCert(inputs: Properties, warn: (line: string) => void): Promise<Made> {
    const request = parse("certificate request", () => {
        return new x509.Pkcs10CertificateRequest(textAt(inputs, "certRequestPem") ?? "");
    });
    const caKey = parseKey(textAt(inputs, "caPrivateKeyPem") ?? "", "CA private key");
    const ca = parse("CA certificate", () => new x509.X509Certificate(textAt(inputs, "caCertPem") ?? ""));
    if (!spki(caKey).equal(ca.publicKey)) {
        throw new ProviderError(
            "Failed to create certificate: x509: provided PrivateKey doesn't match parent's PublicKey",
        );
    }
    if (ca.getExtension(x509.BasicConstraintsExtension)?.ca !== true) {
        warn("caCertPem: expected the certificate of an authority, got one whose isCaCertificate is not set");
    }
    const wanted = request.getExtension(SUBJECT_ALTERNATIVE_NAME);
    const names =
        wanted === null ? [] : new x509.SubjectAlternativeNameExtension(wanted.rawData).names.toJSON();
    const made = await certificate(inputs, {
        subject: request.subjectName,
        issuer: ca.subjectName,
        publicKey: request.publicKey,
        alternatives: names.filter(({ type }) => type === "dns" || type === "ip" || type === "url"),
        authorityIdentifier: ca.getExtension(x509.SubjectKeyIdentifierExtension)?.keyId,
        signingKey: caKey,
    });
    return { ...made, outputs: { ...made.outputs, caKeyAlgorithm: algorithmOf(caKey) } };
}

const SUBJECT_ALTERNATIVE_NAME = "2.5.29.17";

interface Parties {
    readonly subject: x509.Name;
    readonly issuer: x509.Name;
    readonly publicKey: x509.PublicKey;
    readonly alternatives: x509.JsonGeneralNames;
    readonly authorityIdentifier: string | undefined;
    readonly signingKey: KeyObject;
}

async function certificate(inputs: Properties, parties: Parties): Promise<Made> {
    // A certificate's times are in whole seconds.
    const start = new Date(Math.floor(Date.now() / 1000) * 1000);
    const end = new Date(start.getTime() + Number(inputs.validityPeriodHours) * 3_600_000);
    const made = await x509.X509CertificateGenerator.create({
        serialNumber: randomBytes(16).toString("hex"),
        subject: parties.subject,
        issuer: parties.issuer,
        notBefore: start,
        notAfter: end,
        publicKey: parties.publicKey,
        extensions: await extensions(inputs, parties),
        signingKey: await signer(parties.signingKey),
        signingAlgorithm: signature(parties.signingKey),
    });
    return {
        id: BigInt(`0x${made.serialNumber}`).toString(),
        outputs: {
            certPem: pem(made),
            maxPathLength: inputs.maxPathLength,
            validityStartTime: timestamp(start),
            validityEndTime: timestamp(end),
        },
    };
}

async function extensions(inputs: Properties, parties: Parties): Promise<x509.Extension[]> {
    const ca = inputs.isCaCertificate === true;
    if (ca && isEmpty(parties.subject)) {
        throw new ProviderError(
            "Invalid Certificate Subject: Must contain at least one Distinguished Name when creating Certificate Authority (CA)",
        );
    }
    // The provider takes 0, as it takes -1, for no limit.
    const length = Number(inputs.maxPathLength ?? 0);
    if (!ca && length > 0) {
        throw new ProviderError(
            "Failed to create certificate: x509: only CAs are allowed to specify MaxPathLen",
        );
    }
    const uses = texts(inputs.allowedUses);
    const bits = uses.reduce((all, use) => all | (KEY_USAGES[use] ?? 0), 0);
    const extended = uses.flatMap((use) => EXTENDED_KEY_USAGES[use] ?? []);
    const list: x509.Extension[] = [
        new x509.BasicConstraintsExtension(ca, length > 0 ? length : undefined, true),
    ];
    if (bits !== 0) {
        // The library takes the sum of several flags as one of them.
        // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment
        list.push(new x509.KeyUsagesExtension(bits, true));
    }
    if (extended.length > 0) {
        list.push(new x509.ExtendedKeyUsageExtension(extended));
    }
    if (ca || inputs.setSubjectKeyId === true) {
        list.push(new x509.SubjectKeyIdentifierExtension(await keyIdentifier(parties.publicKey)));
    }
    if (parties.authorityIdentifier !== undefined) {
        list.push(new x509.AuthorityKeyIdentifierExtension(parties.authorityIdentifier));
    }
    return [...list, ...alternatives(parties.alternatives, parties.subject)];
}

/** Critical where the subject says nothing (RFC 5280, 4.2.1.6). */
function alternatives(names: x509.JsonGeneralNames, subject: x509.Name): x509.Extension[] {
    return names.length === 0 ? [] : [new x509.SubjectAlternativeNameExtension(names, isEmpty(subject))];
}

function subjectOf(inputs: Properties): x509.Name {
    return new x509.Name(distinguishedName(propertiesAt(inputs, "subject")));
}

function isEmpty(name: x509.Name): boolean {
    return name.toJSON().length === 0;
}

function spki(key: KeyObject): x509.PublicKey {
    return new x509.PublicKey(createPublicKey(key).export({ type: "spki", format: "der" }));
}

async function keyIdentifier(key: x509.PublicKey): Promise<string> {
    return Buffer.from(await key.getKeyIdentifier()).toString("hex");
}

/** The hash and the names that the Web Crypto API wants, by curve. */
const ECDSA: Readonly<Record<string, { readonly namedCurve: string; readonly hash: string }>> = {
    prime256v1: { namedCurve: "P-256", hash: "SHA-256" },
    secp384r1: { namedCurve: "P-384", hash: "SHA-384" },
    secp521r1: { namedCurve: "P-521", hash: "SHA-512" },
};

/** How a key signs, in the words of the Web Crypto API. */
function signature(key: KeyObject) {
    switch (key.asymmetricKeyType) {
        case "rsa":
            return { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
        case "ed25519":
            return { name: "Ed25519" };
        default: {
            const curve = key.asymmetricKeyDetails?.namedCurve ?? "";
            const algorithm = ECDSA[curve];
            if (algorithm === undefined) {
                throw new ProviderError(
                    `private key: expected a curve with which the sandbox can sign, P256, P384 or P521, got ${curve}`,
                );
            }
            return { name: "ECDSA", ...algorithm };
        }
    }
}

function signer(key: KeyObject): Promise<webcrypto.CryptoKey> {
    const der = key.export({ type: "pkcs8", format: "der" });
    return webcrypto.subtle.importKey("pkcs8", der, signature(key), false, ["sign"]);
}

function publicPart(key: KeyObject): Promise<webcrypto.CryptoKey> {
    const der = createPublicKey(key).export({ type: "spki", format: "der" });
    return webcrypto.subtle.importKey("spki", der, signature(key), true, ["verify"]);
}

function parse<Parsed>(what: string, parser: () => Parsed): Parsed {
    try {
        return parser();
    } catch (error) {
        const message = error instanceof Error ? error.message : String(error);
        throw new ProviderError(`Failed to parse ${what} PEM: ${message}`);
    }
}

function pem(data: x509.X509Certificate | x509.Pkcs10CertificateRequest): string {
    return `${data.toString("pem").trim()}\n`;
}

/** In whole seconds, as RFC 3339 writes it. */
function timestamp(date: Date): string {
    return date.toISOString().replace(".000Z", "Z");
}
