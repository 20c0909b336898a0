import { podNotPrivileged } from "../../../policies/rules/pod/pod-not-privileged";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import {
    container,
    CONTAINER,
    DEPLOYMENT,
    deployment,
    describeRemedies,
    everyContainer,
    POD,
    podSpec,
} from "../pods";

const only = (securityContext: object) => deployment({ containers: [container({ securityContext })] });

describeRule(podNotPrivileged, {
    type: DEPLOYMENT,
    accepts: {
        "an ordinary pod": compliant(deployment()),
        "what is off": compliant(
            only({ privileged: false, procMount: "Default", windowsOptions: { hostProcess: false } }),
        ),
        "a bare pod": { ...compliant({ spec: podSpec() }), type: "kubernetes:core/v1:Pod" },
        "a cron job": {
            ...compliant({ spec: { jobTemplate: { spec: { template: { spec: podSpec() } } } } }),
            type: "kubernetes:batch/v1:CronJob",
        },
    },
    rejects: {
        "a privileged container": violation(
            only({ privileged: true }),
            `${CONTAINER}.securityContext.privileged : attendu false, obtenu true`,
        ),
        "a privileged init container": violation(
            deployment({ initContainers: [container({ securityContext: { privileged: true } })] }),
            `${POD}.initContainers[0].securityContext.privileged : attendu false, obtenu true`,
        ),
        "a Windows pod with a container on the node itself": violation(
            deployment({
                securityContext: { windowsOptions: { hostProcess: true } },
                containers: [container({ securityContext: { windowsOptions: { hostProcess: true } } })],
            }),
            `${POD}.securityContext.windowsOptions.hostProcess : attendu false, obtenu true`,
            `${CONTAINER}.securityContext.windowsOptions.hostProcess : attendu false, obtenu true`,
        ),
        "an unmasked /proc": violation(
            only({ procMount: "Unmasked" }),
            `${CONTAINER}.securityContext.procMount : attendu « Default », obtenu « Unmasked »`,
        ),
        "a privileged pod of an old API version": {
            ...violation(
                only({ privileged: true }),
                `${CONTAINER}.securityContext.privileged : attendu false, obtenu true`,
            ),
            type: "kubernetes:extensions/v1beta1:Deployment",
        },
        "a privileged pod of each kind": {
            ...violation(
                {
                    spec: {
                        jobTemplate: {
                            spec: {
                                template: {
                                    spec: podSpec({
                                        containers: [container({ securityContext: { privileged: true } })],
                                    }),
                                },
                            },
                        },
                    },
                },
                "spec.jobTemplate.spec.template.spec.containers[0].securityContext.privileged : attendu false, obtenu true",
            ),
            type: "kubernetes:batch/v1:CronJob",
        },
    },
    unset: {
        "the security context": compliant(deployment({ containers: [container({ securityContext: null })] })),
        "the list of containers": violation(
            deployment({ containers: null }),
            `${POD}.containers : attendu une liste non vide, non défini`,
        ),
    },
    unknown: {
        "one container, beside a violation in another,": {
            ...violation(
                deployment({ containers: [UNKNOWN, container({ securityContext: { privileged: true } })] }),
                `${POD}.containers[1].securityContext.privileged : attendu false, obtenu true`,
            ),
            unknowns: [`${POD}.containers[0]`],
        },
        "the pod template": undecided({ spec: { template: UNKNOWN } }, "spec.template"),
    },
    otherType: "kubernetes:core/v1:Service",
});
describeRemedies(podNotPrivileged, ...everyContainer("securityContext.privileged", false));
