import { secretDataDeclaredSecret } from "../../../policies/rules/secret/secret-data-declared-secret";
import { compliant, describeRule, secret, UNKNOWN, violation } from "../../support/evaluate";

const CLEAR = "attendu un secret Pulumi, obtenu une valeur en clair";
const PEM = "-----BEGIN CERTIFICATE-----\nMIIB+/\n-----END CERTIFICATE-----\n";

describeRule(secretDataDeclaredSecret, {
    type: "kubernetes:core/v1:Secret",
    accepts: {
        "a value that is a Pulumi secret": compliant({ stringData: { password: secret("hunter2") } }),
        "data that is a Pulumi secret as a whole": compliant({ data: secret({ password: "aHVudGVyMg==" }) }),
        "data that is a Pulumi secret and not known": compliant({ data: secret(UNKNOWN) }),
        "a certificate, which is public": compliant({
            stringData: { "ca.crt": PEM, "chain.crt": `\n${PEM}\n${PEM}` },
            data: { "ca.crt": Buffer.from(PEM).toString("base64") },
        }),
    },
    rejects: {
        "a value in clear": violation(
            { stringData: { password: "hunter2" } },
            `stringData.password : ${CLEAR}`,
        ),
        "a value in base64": violation({ data: { password: "aHVudGVyMg==" } }, `data.password : ${CLEAR}`),
        "a key behind a certificate": violation(
            { stringData: { pem: `${PEM}-----BEGIN PRIVATE KEY-----` } },
            `stringData.pem : ${CLEAR}`,
        ),
        "a certificate in base64 as if it were text": violation(
            { stringData: { crt: Buffer.from(PEM).toString("base64") } },
            `stringData.crt : ${CLEAR}`,
        ),
        "what is no text": violation({ data: { count: 1 } }, `data.count : ${CLEAR}`),
        "a key that follows a certificate's name": violation(
            { stringData: { key: `key ${PEM}` } },
            `stringData.key : ${CLEAR}`,
        ),
    },
    unset: { "the data": compliant({ metadata: { name: "empty" } }) },
    unknown: {
        "a value, which is then no literal,": compliant({ data: { password: UNKNOWN } }),
        "the data": compliant({ data: UNKNOWN }),
    },
    otherType: "kubernetes:core/v1:ConfigMap",
});
