import { helmValuesNoPlainSecret } from "../../../policies/rules/helm/helm-values-no-plain-secret";
import { compliant, describeRule, secret, undecided, UNKNOWN, violation } from "../../support/evaluate";

const CLEAR = "attendu un secret Pulumi, obtenu une valeur en clair";

const values = (given: object) => ({ chart: "./charts/web", values: given });

describeRule(helmValuesNoPlainSecret, {
    type: "kubernetes:helm.sh/v3:Release",
    accepts: {
        "names of Secrets": compliant(
            values({
                auth: {
                    existingSecret: "web-credentials",
                    imagePullSecret: "registry",
                    tls_secret: "web-tls",
                },
                extraEnv: [{ name: "LOG_LEVEL", value: "info" }],
            }),
        ),
        "a Pulumi secret": compliant(values({ auth: { password: secret("hunter2") } })),
        "a secret password of the repository": compliant({
            repositoryOpts: { password: secret("hunter2") },
        }),
        "a switch that is named like a secret": compliant(values({ auth: { password: true } })),
        "a file without secret": compliant(values({ config: "level: info\nport: 80" })),
    },
    rejects: {
        "a password": violation(
            values({ auth: { password: "hunter2-x" } }),
            `values.auth.password : ${CLEAR}`,
        ),
        "a variable": violation(
            values({ extraEnv: [{ name: "DB_PASSWORD", value: "hunter2-x" }] }),
            `values.extraEnv[0].value : ${CLEAR}`,
        ),
        "a file": violation(values({ config: "user: web\npassword: hunter2-x" }), `values.config : ${CLEAR}`),
        "an address with a password": violation(
            values({ url: "mysql://web:hunter2-x@db.example/web" }),
            `values.url : ${CLEAR}`,
        ),
        "the password of the repository": violation(
            { repositoryOpts: { password: "hunter2-x" } },
            `repositoryOpts.password : ${CLEAR}`,
        ),
    },
    unset: { "the values": compliant({ chart: "./charts/web" }) },
    unknown: {
        "a value": undecided(values({ auth: { password: UNKNOWN } }), "values.auth.password"),
        "a Pulumi secret, which the engine does not tell from others yet,": undecided(
            values({ auth: { password: secret(UNKNOWN) } }),
            "values.auth.password",
        ),
        "values that may hold a password": undecided(values({ auth: UNKNOWN }), "values.auth"),
    },
    otherType: "kubernetes:core/v1:Service",
});
