import { containerNonRoot } from "../../../policies/rules/pod/container-non-root";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment, POD } from "../pods";

const CONTEXT = `${CONTAINER}.securityContext`;

const context = (own: object | null, ofPod: object | null = null) =>
    deployment({ containers: [container({ securityContext: own })], securityContext: ofPod });

describeRule(containerNonRoot, {
    type: DEPLOYMENT,
    accepts: {
        "a user other than root": compliant(context({ runAsNonRoot: true, runAsUser: 1 })),
        "a Windows user that is only named like the administrator": compliant(
            context({ runAsNonRoot: true, windowsOptions: { runAsUserName: "NotContainerAdministrator" } }),
        ),
        "what it inherits from the pod": compliant(
            context(null, {
                runAsNonRoot: true,
                runAsUser: 1001,
                windowsOptions: { runAsUserName: "ContainerUser" },
            }),
        ),
    },
    rejects: {
        "a container that overrides its pod": violation(
            context({ runAsNonRoot: false }, { runAsNonRoot: true }),
            `${CONTEXT}.runAsNonRoot : attendu true, obtenu false`,
        ),
        "user 0": violation(
            context({ runAsNonRoot: true, runAsUser: 0 }),
            `${CONTEXT}.runAsUser : attendu un utilisateur autre que 0, obtenu 0`,
        ),
        "user 0 as a text": violation(
            context({ runAsNonRoot: true, runAsUser: "0" }),
            `${CONTEXT}.runAsUser : attendu un utilisateur autre que 0, obtenu « 0 »`,
        ),
        "user 0 of the pod": violation(
            context({ runAsNonRoot: true }, { runAsUser: 0 }),
            `${POD}.securityContext.runAsUser : attendu un utilisateur autre que 0, obtenu 0`,
        ),
        "user 0 of the pod, and root allowed there, whatever the container's own,": violation(
            context({ runAsNonRoot: true, runAsUser: 1001 }, { runAsNonRoot: false, runAsUser: 0 }),
            `${POD}.securityContext.runAsNonRoot : attendu true, obtenu false`,
            `${POD}.securityContext.runAsUser : attendu un utilisateur autre que 0, obtenu 0`,
        ),
        "the same administrator with its domain": violation(
            context(
                { runAsNonRoot: true },
                { windowsOptions: { runAsUserName: "User Manager\\ContainerAdministrator" } },
            ),
            `${POD}.securityContext.windowsOptions.runAsUserName : attendu un utilisateur sans droits d’administration, obtenu « User Manager\\ContainerAdministrator »`,
        ),
        "the administrator of a Windows container": violation(
            context({ runAsNonRoot: true, windowsOptions: { runAsUserName: "containerAdministrator" } }),
            `${CONTEXT}.windowsOptions.runAsUserName : attendu un utilisateur sans droits d’administration, obtenu « containerAdministrator »`,
        ),
    },
    unset: {
        "the security context": violation(
            context(null),
            `${CONTEXT}.runAsNonRoot : attendu true, non défini`,
        ),
    },
    unknown: {
        "the pod's setting that a container inherits": undecided(
            context(null, { runAsNonRoot: UNKNOWN }),
            `${POD}.securityContext.runAsNonRoot`,
        ),
        "a container's own, whatever the pod's,": undecided(
            context({ runAsNonRoot: UNKNOWN }, { runAsNonRoot: true }),
            `${CONTEXT}.runAsNonRoot`,
        ),
    },
    otherType: "kubernetes:core/v1:Service",
});
