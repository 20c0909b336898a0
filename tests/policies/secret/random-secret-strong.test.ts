import { randomSecretStrong } from "../../../policies/rules/secret/random-secret-strong";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const BYTES = "random:index/randomBytes:RandomBytes";
const SHORT = "length : attendu au moins 22 caractères, obtenu";

describeRule(randomSecretStrong, {
    type: "random:index/randomPassword:RandomPassword",
    accepts: {
        "128 bits of letters and digits": compliant({ length: 22, special: false }),
        "as many as the stack asks for": { ...compliant({ length: 16 }), config: { minimumLength: 16 } },
    },
    rejects: {
        "a shorter one": violation({ length: 21 }, `${SHORT} 21`),
        "a length as a text": violation({ length: "32" }, `${SHORT} « 32 »`),
        "fewer than the stack asks for": {
            ...violation({ length: 31 }, "length : attendu au moins 32 caractères, obtenu 31"),
            config: { minimumLength: 32 },
        },
        "bytes, however many": {
            ...violation({ length: 64 }, "attendu un RandomPassword, obtenu un RandomBytes"),
            type: BYTES,
        },
    },
    unset: { "the length": violation({}, "length : attendu au moins 22 caractères, non défini") },
    unknown: { "the length": undecided({ length: UNKNOWN }, "length") },
    otherType: "random:index/randomId:RandomId",
});
