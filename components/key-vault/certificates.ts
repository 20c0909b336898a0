import type * as pulumi from "@pulumi/pulumi";
import { CertRequest } from "@pulumi/tls/certRequest";
import { LocallySignedCert } from "@pulumi/tls/locallySignedCert";
import { PrivateKey } from "@pulumi/tls/privateKey";
import { SelfSignedCert } from "@pulumi/tls/selfSignedCert";

const HOURS_A_DAY = 24;
const AUTHORITY_DAYS = 3650;

/** A year, until which the credentials are to be replaced, and a month of grace. */
const SERVER_DAYS = 400;

const KEY = { algorithm: "ECDSA", ecdsaCurve: "P384" };

/** What a server has of each part: its name in the vault, and of the file that the server reads. */
export type CertificateSecrets = Readonly<Record<"authority" | "certificate" | "key", string>>;

export const certificateSecretsOf = (server: string): CertificateSecrets => ({
    authority: `${server}-authority`,
    certificate: `${server}-certificate`,
    key: `${server}-certificate-key`,
});

export interface CertificatesArgs {
    /** Names that clients know the server by, the common one first. */
    readonly hosts: readonly [string, ...string[]];

    /** Whether the servers are one another's clients too, and prove it with the same certificate. */
    readonly mutual: boolean;

    /** Day from which on the server has this key. */
    readonly rotatedOn: string;

    /** Whether Pulumi refuses to delete the authority, which every client knows. */
    readonly protectData: boolean;
}

/**
 * A certificate authority for one server alone, and the server's certificate, all in PEM. The authority stays; key and
 * certificate are new whenever the credentials are.
 */
export function certificates(
    name: string,
    { hosts, mutual, rotatedOn, protectData }: CertificatesArgs,
    parent: pulumi.Resource,
): Readonly<Record<keyof CertificateSecrets, pulumi.Output<string>>> {
    const lasting = { parent, protect: protectData };
    const authorityKey = new PrivateKey(`${name}-authority`, KEY, lasting);
    const authority = new SelfSignedCert(
        `${name}-authority`,
        {
            privateKeyPem: authorityKey.privateKeyPem,
            subject: { organization: "audioprothese-plus", commonName: `${name} authority` },
            isCaCertificate: true,
            // Of servers' certificates, not of other authorities.
            maxPathLength: 0,
            setSubjectKeyId: true,
            allowedUses: ["cert_signing", "crl_signing"],
            validityPeriodHours: AUTHORITY_DAYS * HOURS_A_DAY,
        },
        lasting,
    );
    const server = `${name}-server-${rotatedOn}`;
    const key = new PrivateKey(server, KEY, { parent });
    const request = new CertRequest(
        server,
        {
            privateKeyPem: key.privateKeyPem,
            subject: { organization: "audioprothese-plus", commonName: hosts[0] },
            dnsNames: [...hosts],
        },
        { parent },
    );
    const certificate = new LocallySignedCert(
        server,
        {
            certRequestPem: request.certRequestPem,
            caPrivateKeyPem: authorityKey.privateKeyPem,
            caCertPem: authority.certPem,
            allowedUses: ["digital_signature", "server_auth", ...(mutual ? ["client_auth"] : [])],
            setSubjectKeyId: true,
            validityPeriodHours: SERVER_DAYS * HOURS_A_DAY,
        },
        { parent },
    );
    return {
        authority: authority.certPem,
        certificate: certificate.certPem,
        key: key.privateKeyPem,
    };
}
