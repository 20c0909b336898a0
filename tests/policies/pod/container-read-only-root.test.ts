import { containerReadOnlyRoot } from "../../../policies/rules/pod/container-read-only-root";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment } from "../pods";

const SETTING = `${CONTAINER}.securityContext.readOnlyRootFilesystem`;

const writable = deployment({
    containers: [container({ securityContext: { readOnlyRootFilesystem: false } })],
});

describeRule(containerReadOnlyRoot, {
    type: DEPLOYMENT,
    accepts: {
        "a read-only file system": compliant(deployment()),
        "a Windows pod, where it cannot be,": compliant(
            deployment({ os: { name: "windows" }, containers: [container({ securityContext: null })] }),
        ),
    },
    rejects: {
        "a writable one": violation(writable, `${SETTING} : attendu true, obtenu false`),
    },
    unset: {
        "the security context": violation(
            deployment({ containers: [container({ securityContext: null })] }),
            `${SETTING} : attendu true, non défini`,
        ),
    },
    unknown: {
        "the setting": undecided(
            deployment({ containers: [container({ securityContext: { readOnlyRootFilesystem: UNKNOWN } })] }),
            SETTING,
        ),
    },
    otherType: "kubernetes:core/v1:Service",
});
