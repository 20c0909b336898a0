import * as assert from "node:assert/strict";

import { certificateKeyStrong } from "../../../policies/rules/cluster-storage/certificate-key-strong";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const certificate = (privateKey: object, duration: unknown = "2160h") => ({
    spec: { duration, privateKey: { rotationPolicy: "Always", ...privateKey } },
});
const SIZE = "spec.privateKey.size : attendu au moins 2048 bits";
const lasting = (duration: unknown) => certificate({}, duration);
const long = (duration: string) =>
    violation(
        lasting(duration),
        `spec.duration : attendu une durée d’au plus 398 jours, obtenu « ${duration} »`,
    );

it("renews the key by itself", () => {
    assert.deepEqual(certificateKeyStrong.remedies?.("kubernetes:cert-manager.io:Certificate"), [
        { path: "spec.privateKey.rotationPolicy", value: "Always" },
    ]);
});

describeRule(certificateKeyStrong, {
    type: "kubernetes:cert-manager.io/v1:Certificate",
    accepts: {
        "an RSA key of 2048 bits": compliant(certificate({ algorithm: "RSA", size: 2048 })),
        "an ECDSA key": compliant(certificate({ algorithm: "ECDSA", size: 256 })),
        "398 days": compliant(lasting("9552h")),
        "398 days in every unit": compliant(lasting("9550h119m60s")),
        "398 days in seconds": compliant(lasting("34387200s")),
        "a longer key where it is asked for": {
            ...compliant(certificate({ size: 4096 })),
            config: { maximumDays: 90, minimumRsaBits: 4096 },
        },
    },
    rejects: {
        "a short RSA key": violation(certificate({ algorithm: "RSA", size: 2047 }), `${SIZE}, obtenu 2047`),
        "a short key of the default kind": violation(certificate({ size: 1024 }), `${SIZE}, obtenu 1024`),
        "a key that is kept": violation(
            certificate({ rotationPolicy: "Never" }),
            "spec.privateKey.rotationPolicy : attendu « Always », obtenu « Never »",
        ),
        "more than 398 days": long("9553h"),
        "more than 398 days by minutes": long("9552h1m"),
        "more than 398 days by seconds": long("9552h1s"),
        "more than 398 days in every unit": long("9550h119m61s"),
        "no duration at all": long(""),
        "what is no duration": long("90 days"),
        "a longer duration than is asked for": {
            ...violation(
                certificate({ size: 4096 }, "2161h"),
                "spec.duration : attendu une durée d’au plus 90 jours, obtenu « 2161h »",
            ),
            config: { maximumDays: 90, minimumRsaBits: 4096 },
        },
    },
    unset: {
        "the size, which is then 2048, and the duration, 90 days,": compliant(lasting(null)),
        "the size and the duration, where just as much is asked for": {
            ...compliant(lasting(null)),
            config: { maximumDays: 90, minimumRsaBits: 2048 },
        },
        "the size, where one bit more is asked for": {
            ...violation(certificate({}), "spec.privateKey.size : attendu au moins 2049 bits, non défini"),
            config: { maximumDays: 90, minimumRsaBits: 2049 },
        },
        "the size, where more is asked for": {
            ...violation(certificate({}), "spec.privateKey.size : attendu au moins 4096 bits, non défini"),
            config: { maximumDays: 90, minimumRsaBits: 4096 },
        },
        "the duration, where less is asked for": {
            ...violation(lasting(null), "spec.duration : attendu une durée d’au plus 89 jours, non défini"),
            config: { maximumDays: 89, minimumRsaBits: 2048 },
        },
        "the renewal of the key": violation(
            { spec: {} },
            "spec.privateKey.rotationPolicy : attendu « Always », non défini",
        ),
    },
    unknown: {
        "the algorithm": undecided(certificate({ algorithm: UNKNOWN }), "spec.privateKey.algorithm"),
        "the duration": undecided(lasting(UNKNOWN), "spec.duration"),
    },
    otherType: "kubernetes:cert-manager.io/v1:Issuer",
});
