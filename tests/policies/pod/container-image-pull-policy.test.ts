import { containerImagePullPolicy } from "../../../policies/rules/pod/container-image-pull-policy";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment, POD } from "../pods";

const PULLED = "« IfNotPresent » ou « Always »";

const policy = (imagePullPolicy: unknown) => deployment({ containers: [container({ imagePullPolicy })] });

describeRule(containerImagePullPolicy, {
    type: DEPLOYMENT,
    accepts: {
        "an image that is pulled if not present": compliant(policy("IfNotPresent")),
        "an image that is always pulled": compliant(policy("Always")),
        "a mounted image that is pulled": compliant(
            deployment({ volumes: [{ image: { pullPolicy: "Always" } }, { emptyDir: {} }] }),
        ),
    },
    rejects: {
        "an image of the node": violation(
            policy("Never"),
            `${CONTAINER}.imagePullPolicy : attendu ${PULLED}, obtenu « Never »`,
        ),
        "a mounted image of the node": violation(
            deployment({ volumes: [{ image: { pullPolicy: "Never" } }] }),
            `${POD}.volumes[0].image.pullPolicy : attendu ${PULLED}, obtenu « Never »`,
        ),
    },
    unset: { "the policy": compliant(policy(null)) },
    unknown: { "the policy": undecided(policy(UNKNOWN), `${CONTAINER}.imagePullPolicy`) },
    otherType: "kubernetes:core/v1:Service",
});
