import { tlsKeyStrong } from "../../../policies/rules/secret/tls-key-strong";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const CURVE = "ecdsaCurve : attendu « P256 », « P384 » ou « P521 »";
const ALGORITHM = "algorithm : attendu « ECDSA », « ED25519 » ou « RSA »";
const BITS = "rsaBits : attendu au moins 3072 bits";

describeRule(tlsKeyStrong, {
    type: "tls:index/privateKey:PrivateKey",
    accepts: {
        "an Edwards curve": compliant({ algorithm: "ED25519" }),
        ...Object.fromEntries(
            ["P256", "P384", "P521"].map((ecdsaCurve) => [
                `the curve ${ecdsaCurve}`,
                compliant({ algorithm: "ECDSA", ecdsaCurve }),
            ]),
        ),
        "a long RSA key": compliant({ algorithm: "RSA", rsaBits: 3072 }),
        "a shorter RSA key, where the stack takes it": {
            ...compliant({ algorithm: "RSA" }),
            config: { minimumRsaBits: 2048 },
        },
    },
    rejects: {
        "a short curve": violation({ algorithm: "ECDSA", ecdsaCurve: "P224" }, `${CURVE}, obtenu « P224 »`),
        "a short RSA key": violation({ algorithm: "RSA", rsaBits: 3071 }, `${BITS}, obtenu 3071`),
        "a size as a text": violation({ algorithm: "RSA", rsaBits: "4096" }, `${BITS}, obtenu « 4096 »`),
        "a size left out, where the stack wants a little more": {
            ...violation({ algorithm: "RSA" }, "rsaBits : attendu au moins 2049 bits, non défini"),
            config: { minimumRsaBits: 2049 },
        },
        "another algorithm": violation({ algorithm: "DSA" }, `${ALGORITHM}, obtenu « DSA »`),
    },
    unset: {
        "the algorithm": violation({}, `${ALGORITHM}, non défini`),
        "the curve, which is then P224,": violation({ algorithm: "ECDSA" }, `${CURVE}, non défini`),
        "the size, which is then 2048 bits,": violation({ algorithm: "RSA" }, `${BITS}, non défini`),
    },
    unknown: {
        "the algorithm": undecided({ algorithm: UNKNOWN }, "algorithm"),
        "the curve": undecided({ algorithm: "ECDSA", ecdsaCurve: UNKNOWN }, "ecdsaCurve"),
        "the size": undecided({ algorithm: "RSA", rsaBits: UNKNOWN }, "rsaBits"),
    },
    otherType: "tls:index/selfSignedCert:SelfSignedCert",
});
