// tsyringe, which the library of certificates is built on, needs it first.
import "reflect-metadata";

import {
    AuthorityKeyIdentifierExtension,
    BasicConstraintsExtension,
    ExtendedKeyUsage,
    ExtendedKeyUsageExtension,
    KeyUsageFlags,
    KeyUsagesExtension,
    SubjectAlternativeNameExtension,
    SubjectKeyIdentifierExtension,
    X509CertificateGenerator,
    type JsonGeneralNames,
} from "@peculiar/x509";
import { KeyObject, randomBytes, webcrypto } from "node:crypto";

/** A certificate and its private key, in PEM. */
export interface Certified {
    readonly certificate: string;
    readonly key: string;
}

/** Whom a certificate is for; Kubernetes takes the name as the user's and the organization as the user's group. */
export interface Subject {
    readonly name: string;
    readonly organization?: string;
    /** Names and addresses that a server is reached at. Defaults to none. */
    readonly hosts?: JsonGeneralNames;
}

/** A certificate authority of one cluster, whose key is in memory only. */
export interface Authority {
    /** In PEM. */
    readonly certificate: string;
    issue(subject: Subject): Promise<Certified>;
}

const ECDSA = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** A cluster of the sandbox is put up and taken down; days for which it can be left alone. */
const LIFE_DAYS = 365;

const DAY_MS = 86_400_000;

/** Makes an authority. */
export async function createAuthority(name: string): Promise<Authority> {
    const keys = await keyPair();
    const issuer = `CN=${name}`;
    const own = await X509CertificateGenerator.create({
        ...validity(),
        subject: issuer,
        issuer,
        publicKey: keys.publicKey,
        signingKey: keys.privateKey,
        signingAlgorithm: ECDSA,
        extensions: [
            new BasicConstraintsExtension(true, undefined, true),
            new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
            await SubjectKeyIdentifierExtension.create(keys.publicKey),
        ],
    });
    return {
        certificate: own.toString("pem"),
        issue: async ({ name: commonName, organization, hosts = [] }) => {
            const subjectKeys = await keyPair();
            const certificate = await X509CertificateGenerator.create({
                ...validity(),
                subject: [
                    ...(organization === undefined ? [] : [{ O: [organization] }]),
                    { CN: [commonName] },
                ],
                issuer,
                publicKey: subjectKeys.publicKey,
                signingKey: keys.privateKey,
                signingAlgorithm: ECDSA,
                extensions: [
                    new BasicConstraintsExtension(false, undefined, true),
                    new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
                    new ExtendedKeyUsageExtension([ExtendedKeyUsage.serverAuth, ExtendedKeyUsage.clientAuth]),
                    await AuthorityKeyIdentifierExtension.create(keys.publicKey),
                    ...(hosts.length > 0 ? [new SubjectAlternativeNameExtension(hosts)] : []),
                ],
            });
            return { certificate: certificate.toString("pem"), key: pem(subjectKeys.privateKey) };
        },
    };
}

/** A private key, in PEM. */
export async function createKey(): Promise<string> {
    return pem((await keyPair()).privateKey);
}

function keyPair(): Promise<webcrypto.CryptoKeyPair> {
    return webcrypto.subtle.generateKey(ECDSA, true, ["sign", "verify"]);
}

function pem(key: webcrypto.CryptoKey): string {
    return KeyObject.from(key).export({ type: "sec1", format: "pem" }).toString();
}

/** A serial number of its own, and from an hour ago, for clocks that differ. */
function validity() {
    return {
        serialNumber: `01${randomBytes(15).toString("hex")}`,
        notBefore: new Date(Date.now() - 3_600_000),
        notAfter: new Date(Date.now() + LIFE_DAYS * DAY_MS),
    };
}
