import { ProviderError } from "../protocol/provider-error";
import type { Properties } from "../protocol/values";

/** What the stand-in knows of a type of the tls provider, beside how to make it. */
export interface TlsType {
    readonly required: readonly string[];
    /** The inputs that may be left out. */
    readonly optional: readonly string[];
    /** What the provider itself fills in, in the outputs alone. */
    readonly defaults: Properties;
    /** What can only be known once the resource is made. */
    readonly computed: readonly string[];
    /** The inputs and outputs that are always secret. */
    readonly secrets: readonly string[];
}

export const PRIVATE_KEY = "tls:index/privateKey:PrivateKey";
export const CERT_REQUEST = "tls:index/certRequest:CertRequest";
export const SELF_SIGNED_CERT = "tls:index/selfSignedCert:SelfSignedCert";
export const LOCALLY_SIGNED_CERT = "tls:index/locallySignedCert:LocallySignedCert";

const REQUEST_OPTIONS = ["dnsNames", "ipAddresses", "subject", "uris"];
const CERTIFICATE_OPTIONS = ["earlyRenewalHours", "isCaCertificate", "maxPathLength", "setSubjectKeyId"];
const CERTIFICATE_DEFAULTS: Properties = {
    earlyRenewalHours: 0,
    isCaCertificate: false,
    readyForRenewal: false,
    setSubjectKeyId: false,
};
const CERTIFICATE_COMPUTED = ["certPem", "maxPathLength", "validityEndTime", "validityStartTime"];

const TYPES: Readonly<Record<string, TlsType>> = {
    [PRIVATE_KEY]: {
        required: ["algorithm"],
        optional: ["ecdsaCurve", "rsaBits"],
        // Each whatever the algorithm.
        defaults: { ecdsaCurve: "P224", rsaBits: 2048 },
        computed: [
            "privateKeyOpenssh",
            "privateKeyPem",
            "privateKeyPemPkcs8",
            "publicKeyFingerprintMd5",
            "publicKeyFingerprintSha256",
            "publicKeyOpenssh",
            "publicKeyPem",
        ],
        secrets: ["privateKeyOpenssh", "privateKeyPem", "privateKeyPemPkcs8"],
    },
    [CERT_REQUEST]: {
        required: ["privateKeyPem"],
        optional: REQUEST_OPTIONS,
        defaults: {},
        computed: ["certRequestPem", "keyAlgorithm"],
        secrets: ["privateKeyPem"],
    },
    [SELF_SIGNED_CERT]: {
        required: ["allowedUses", "privateKeyPem", "validityPeriodHours"],
        optional: [...CERTIFICATE_OPTIONS, ...REQUEST_OPTIONS, "setAuthorityKeyId"],
        defaults: { ...CERTIFICATE_DEFAULTS, setAuthorityKeyId: false },
        computed: [...CERTIFICATE_COMPUTED, "keyAlgorithm"],
        secrets: ["privateKeyPem"],
    },
    [LOCALLY_SIGNED_CERT]: {
        required: ["allowedUses", "caCertPem", "caPrivateKeyPem", "certRequestPem", "validityPeriodHours"],
        optional: CERTIFICATE_OPTIONS,
        defaults: CERTIFICATE_DEFAULTS,
        computed: [...CERTIFICATE_COMPUTED, "caKeyAlgorithm"],
        secrets: ["caPrivateKeyPem"],
    },
};

export function tlsType(type: string): TlsType {
    const known = TYPES[type];
    if (known === undefined) {
        throw new ProviderError(
            `${type}: expected a type that the sandbox knows, one of ${Object.keys(TYPES).join(", ")}; ` +
                "describe others in sandbox/providers/tls/types.ts",
        );
    }
    return known;
}
