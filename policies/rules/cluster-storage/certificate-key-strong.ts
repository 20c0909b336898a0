import { exactly, type Scalar, such } from "../../expectation";
import { defineRule } from "../../rule";

/** What cert-manager makes unless told otherwise: an RSA key of so many bits, and 90 days. */
const RSA_BITS = 2048;
const DEFAULT_DURATION = "2160h";

const SECONDS_PER_DAY = 86_400;

const TYPE = "kubernetes:cert-manager.io/v1:Certificate";

export const certificateKeyStrong = defineRule({
    id: "certificate-key-strong",
    title: {
        fr: "Un certificat a une clé forte, renouvelée avec lui, et une durée bornée",
        en: "A certificate has a strong key, renewed with it, and a bounded duration",
    },
    why: {
        fr: "Une clé courte se factorise ; une clé gardée d’un certificat à l’autre reste exposée après une fuite.",
        en: "A short key can be factored; a key kept from one certificate to the next stays exposed after a leak.",
    },
    remediation: {
        fr: "Mettre privateKey.rotationPolicy à Always, une clé ECDSA ou RSA de 2048 bits au moins, et une durée bornée.",
        en: "Set privateKey.rotationPolicy to Always, a key of ECDSA, or RSA of at least 2048 bits, and a bounded duration.",
    },
    severity: "medium",
    url: "https://cert-manager.io/docs/usage/certificate/",
    appliesTo: ["kubernetes:cert-manager.io:Certificate"],
    examples: {
        compliant: [
            {
                type: TYPE,
                properties: {
                    spec: {
                        secretName: "emr-tls",
                        dnsNames: ["emr.example"],
                        duration: "2160h",
                        privateKey: { algorithm: "ECDSA", size: 256, rotationPolicy: "Always" },
                    },
                },
            },
        ],
        violation: [
            {
                type: TYPE,
                properties: {
                    spec: {
                        secretName: "emr-tls",
                        dnsNames: ["emr.example"],
                        privateKey: { algorithm: "RSA", size: 1024 },
                    },
                },
            },
        ],
    },
    config: {
        maximumDays: {
            type: "integer",
            minimum: 1,
            description: "Durée la plus longue d’un certificat, en jours.",
            default: 398,
        },
        minimumRsaBits: {
            type: "integer",
            minimum: 2048,
            description: "Taille la plus courte d’une clé RSA, en bits.",
            default: 2048,
        },
    },
    remedies: () => [{ path: "spec.privateKey.rotationPolicy", value: "Always" }],
    check(certificate, _, { maximumDays, minimumRsaBits }) {
        const bits = such(
            `au moins ${String(minimumRsaBits)} bits`,
            (size) => Number(size ?? RSA_BITS) >= minimumRsaBits,
        );
        const bounded = such(
            `une durée d’au plus ${String(maximumDays)} jours`,
            (duration) => seconds(duration ?? DEFAULT_DURATION) <= maximumDays * SECONDS_PER_DAY,
        );
        certificate.given("spec.privateKey.algorithm", (algorithm) => {
            if (algorithm === undefined || algorithm === "RSA") {
                certificate.expect("spec.privateKey.size", bits);
            }
        });
        // Not set means Always since cert-manager 1.18, and Never before.
        certificate.expect("spec.privateKey.rotationPolicy", exactly("Always"));
        certificate.expect("spec.duration", bounded);
    },
});

/** The seconds of a duration of Go ("2160h", "1h30m"); more than any bound where it is none. */
function seconds(duration: Scalar): number {
    const [whole, hours = 0, minutes = 0, rest = 0] =
        /^(?:(\d+)h)?(?:(\d+)m)?(?:(\d+)s)?$/.exec(String(duration)) ?? [];
    return whole === undefined || whole === ""
        ? Infinity
        : Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
}
