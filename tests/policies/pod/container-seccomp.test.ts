import { containerSeccomp } from "../../../policies/rules/pod/container-seccomp";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment, POD } from "../pods";

const CONTEXT = `${CONTAINER}.securityContext.seccompProfile`;
const KNOWN = "« RuntimeDefault » ou « Localhost »";

const profiles = (own: unknown, ofPod: unknown = null) =>
    deployment({
        containers: [container({ securityContext: { seccompProfile: own } })],
        securityContext: { seccompProfile: ofPod },
    });

describeRule(containerSeccomp, {
    type: DEPLOYMENT,
    accepts: {
        "the runtime's profile": compliant(profiles({ type: "RuntimeDefault" })),
        "a profile of the pod that a container inherits": compliant(profiles(null, { type: "Localhost" })),
        "a profile of its own beside none of the pod": compliant(profiles({ type: "Localhost" }, null)),
        "a Windows pod, which has no seccomp,": compliant(
            deployment({ os: { name: "windows" }, containers: [container({ securityContext: null })] }),
        ),
    },
    rejects: {
        "a profile in another case, which Kubernetes does not know,": violation(
            profiles({ type: "runtimedefault" }),
            `${CONTEXT}.type : attendu ${KNOWN}, obtenu « runtimedefault »`,
        ),
        "no filter": violation(
            profiles({ type: "Unconfined" }),
            `${CONTEXT}.type : attendu ${KNOWN}, obtenu « Unconfined »`,
        ),
        "no filter of a container, whatever the pod's profile,": violation(
            profiles({ type: "Unconfined" }, { type: "RuntimeDefault" }),
            `${CONTEXT}.type : attendu ${KNOWN}, obtenu « Unconfined »`,
        ),
        "no filter of the pod, whatever the containers' own,": violation(
            profiles({ type: "RuntimeDefault" }, { type: "Unconfined" }),
            `${POD}.securityContext.seccompProfile.type : attendu ${KNOWN}, obtenu « Unconfined »`,
        ),
    },
    unset: {
        "every profile": violation(profiles(null), `${CONTEXT}.type : attendu ${KNOWN}, non défini`),
        "the type of a profile": violation(profiles({}), `${CONTEXT}.type : attendu ${KNOWN}, non défini`),
    },
    unknown: {
        "the profile of the pod": undecided(profiles(null, UNKNOWN), `${POD}.securityContext.seccompProfile`),
    },
    otherType: "kubernetes:core/v1:Service",
});
