import { containerHardened } from "../../../policies/rules/pod/container-hardened";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment } from "../pods";

const CONTEXT = `${CONTAINER}.securityContext`;

const hardened = {
    runAsNonRoot: true,
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    capabilities: { drop: ["ALL"] },
    seccompProfile: { type: "RuntimeDefault" },
};
const context = (overrides: object, pod: object = {}) =>
    deployment({ containers: [container({ securityContext: { ...hardened, ...overrides } })], ...pod });

describeRule(containerHardened, {
    type: DEPLOYMENT,
    accepts: {
        "a hardened container": compliant(deployment()),
        "user and profile inherited from the pod": compliant(
            context(
                { runAsNonRoot: null, seccompProfile: null },
                {
                    securityContext: {
                        runAsNonRoot: true,
                        runAsUser: 1001,
                        seccompProfile: { type: "Localhost" },
                    },
                },
            ),
        ),
    },
    rejects: {
        "a container that overrides its pod": violation(
            context({ runAsNonRoot: false }, { securityContext: { runAsNonRoot: true } }),
            `${CONTEXT}.runAsNonRoot : attendu true, obtenu false`,
        ),
        "user 0": violation(
            context({ runAsUser: 0 }),
            `${CONTEXT}.runAsUser : attendu un utilisateur autre que 0, obtenu 0`,
        ),
        "user 0 of the pod": violation(
            context({}, { securityContext: { runAsUser: 0 } }),
            "spec.template.spec.securityContext.runAsUser : attendu un utilisateur autre que 0, obtenu 0",
        ),
        "privilege escalation": violation(
            context({ allowPrivilegeEscalation: true }),
            `${CONTEXT}.allowPrivilegeEscalation : attendu false, obtenu true`,
        ),
        "a writable root file system": violation(
            context({ readOnlyRootFilesystem: false }),
            `${CONTEXT}.readOnlyRootFilesystem : attendu true, obtenu false`,
        ),
        "some capabilities dropped, not all": violation(
            context({ capabilities: { drop: ["NET_RAW"] } }),
            `${CONTEXT}.capabilities.drop : attendu une liste qui contient « ALL »`,
        ),
        "no seccomp profile": violation(
            context({ seccompProfile: { type: "Unconfined" } }),
            `${CONTEXT}.seccompProfile.type : attendu « RuntimeDefault » ou « Localhost », obtenu « Unconfined »`,
        ),
    },
    unset: {
        "the security context": violation(
            deployment({ containers: [container({ securityContext: null })] }),
            `${CONTEXT}.runAsNonRoot : attendu true, non défini`,
            `${CONTEXT}.seccompProfile.type : attendu « RuntimeDefault » ou « Localhost », non défini`,
            `${CONTEXT}.allowPrivilegeEscalation : attendu false, non défini`,
            `${CONTEXT}.readOnlyRootFilesystem : attendu true, non défini`,
            `${CONTEXT}.capabilities.drop : attendu une liste qui contient « ALL »`,
        ),
    },
    unknown: {
        "a setting, beside a violation of another,": {
            ...violation(
                context({ runAsNonRoot: UNKNOWN, readOnlyRootFilesystem: false }),
                `${CONTEXT}.readOnlyRootFilesystem : attendu true, obtenu false`,
            ),
            unknowns: [`${CONTEXT}.runAsNonRoot`],
        },
        "the pod's setting that a container inherits": undecided(
            context({ runAsNonRoot: null }, { securityContext: { runAsNonRoot: UNKNOWN } }),
            "spec.template.spec.securityContext.runAsNonRoot",
        ),
        "a dropped capability": undecided(
            context({ capabilities: { drop: ["NET_RAW", UNKNOWN] } }),
            `${CONTEXT}.capabilities.drop[1]`,
        ),
    },
    otherType: "kubernetes:core/v1:ConfigMap",
});
