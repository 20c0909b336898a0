import { serviceAccountTokenShortLived } from "../../../policies/rules/pod/service-account-token-short-lived";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { DEPLOYMENT, deployment, POD } from "../pods";

const SECRET = "kubernetes:core/v1:Secret";
const EXPIRY = `${POD}.volumes[0].projected.sources[0].serviceAccountToken.expirationSeconds`;

const token = (serviceAccountToken: object) =>
    deployment({ volumes: [{ name: "token", projected: { sources: [{ serviceAccountToken }] } }] });

describeRule(serviceAccountTokenShortLived, {
    type: DEPLOYMENT,
    accepts: {
        "a token of an hour": compliant(token({ expirationSeconds: 3600 })),
        "another source of a projected volume": compliant(
            deployment({ volumes: [{ projected: { sources: [{ configMap: {} }] } }, { emptyDir: {} }] }),
        ),
        "another source, whatever the stack allows,": {
            ...compliant(deployment({ volumes: [{ projected: { sources: [{ configMap: {} }] } }] })),
            config: { maximumSeconds: 600 },
        },
        "a longer one that the stack allows": {
            ...compliant(token({ expirationSeconds: 86400 })),
            config: { maximumSeconds: 86400 },
        },
        "a Secret of another type": { ...compliant({ type: "Opaque" }), type: SECRET },
    },
    rejects: {
        "a token of more than an hour": violation(
            token({ expirationSeconds: 3601 }),
            `${EXPIRY} : attendu au plus 3600 secondes, obtenu 3601`,
        ),
        "an hour as a text": violation(
            token({ expirationSeconds: "3600" }),
            `${EXPIRY} : attendu au plus 3600 secondes, obtenu « 3600 »`,
        ),
        "an hour where the stack allows less": {
            ...violation(token({}), `${EXPIRY} : attendu au plus 600 secondes, non défini`),
            config: { maximumSeconds: 600 },
        },
        "a Secret that is a token for ever": {
            ...violation(
                { type: "kubernetes.io/service-account-token" },
                "type : attendu un autre type que le jeton perpétuel d’un compte de service, obtenu « kubernetes.io/service-account-token »",
            ),
            type: SECRET,
        },
    },
    unset: {
        "the time, which is then an hour,": compliant(token({})),
        "the type of a Secret": { ...compliant({}), type: SECRET },
    },
    unknown: {
        "the time": undecided(token({ expirationSeconds: UNKNOWN }), EXPIRY),
        "the type of a Secret": { ...undecided({ type: UNKNOWN }, "type"), type: SECRET },
    },
    otherType: "kubernetes:core/v1:ServiceAccount",
});
