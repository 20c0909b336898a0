import { podNotPrivileged } from "../../../policies/rules/pod/pod-not-privileged";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment, podSpec } from "../pods";

const POD = "spec.template.spec";

const only = (overrides: object) => deployment({ containers: [container(overrides)] });

describeRule(podNotPrivileged, {
    type: DEPLOYMENT,
    accepts: {
        "an ordinary pod": compliant(deployment()),
        "the one capability that may be added": compliant(
            only({ securityContext: { capabilities: { add: ["NET_BIND_SERVICE"] } } }),
        ),
        "a port of the node that is 0, which means none,": compliant(
            only({ ports: [{ containerPort: 80, hostPort: 0 }] }),
        ),
        "a bare pod": { ...compliant({ spec: podSpec() }), type: "kubernetes:core/v1:Pod" },
        "a cron job": {
            ...compliant({ spec: { jobTemplate: { spec: { template: { spec: podSpec() } } } } }),
            type: "kubernetes:batch/v1:CronJob",
        },
    },
    rejects: {
        "a privileged container": violation(
            only({ securityContext: { privileged: true } }),
            `${CONTAINER}.securityContext.privileged : attendu false, obtenu true`,
        ),
        "a privileged init container": violation(
            deployment({ initContainers: [container({ securityContext: { privileged: true } })] }),
            `${POD}.initContainers[0].securityContext.privileged : attendu false, obtenu true`,
        ),
        "the namespaces of the node": violation(
            deployment({ hostNetwork: true, hostPID: true, hostIPC: true }),
            `${POD}.hostNetwork : attendu false, obtenu true`,
            `${POD}.hostPID : attendu false, obtenu true`,
            `${POD}.hostIPC : attendu false, obtenu true`,
        ),
        "a Windows pod with a container on the node itself": violation(
            deployment({
                securityContext: { windowsOptions: { hostProcess: true } },
                containers: [container({ securityContext: { windowsOptions: { hostProcess: true } } })],
            }),
            `${POD}.securityContext.windowsOptions.hostProcess : attendu false, obtenu true`,
            `${CONTAINER}.securityContext.windowsOptions.hostProcess : attendu false, obtenu true`,
        ),
        "a pod that is not confined": violation(
            deployment({
                shareProcessNamespace: true,
                securityContext: {
                    appArmorProfile: { type: "Unconfined" },
                    seLinuxOptions: { type: "spc_t", user: "system_u", role: "sysadm_r" },
                    sysctls: [{ name: "net.ipv4.tcp_syncookies" }, { name: "kernel.msgmax" }],
                },
            }),
            `${POD}.shareProcessNamespace : attendu false, obtenu true`,
            `${POD}.securityContext.appArmorProfile.type : attendu « RuntimeDefault » ou « Localhost », obtenu « Unconfined »`,
            `${POD}.securityContext.seLinuxOptions.type : attendu un type SELinux de conteneur, obtenu « spc_t »`,
            `${POD}.securityContext.seLinuxOptions.user : attendu aucune valeur, obtenu « system_u »`,
            `${POD}.securityContext.seLinuxOptions.role : attendu aucune valeur, obtenu « sysadm_r »`,
            `${POD}.securityContext.sysctls[1].name : attendu un réglage propre au pod, obtenu « kernel.msgmax »`,
        ),
        "a container that is not confined": violation(
            only({ securityContext: { appArmorProfile: { type: "Unconfined" } } }),
            `${CONTAINER}.securityContext.appArmorProfile.type : attendu « RuntimeDefault » ou « Localhost », obtenu « Unconfined »`,
        ),
        "a directory of the node": violation(
            deployment({ volumes: [{ name: "root", hostPath: { path: "/" } }] }),
            `${POD}.volumes[0].hostPath : monter un répertoire du nœud est interdit`,
        ),
        "a port of the node": violation(
            only({ ports: [{ containerPort: 80, hostPort: 80 }] }),
            `${CONTAINER}.ports[0].hostPort : attendu aucun port du nœud, obtenu 80`,
        ),
        "an added capability": violation(
            only({ securityContext: { capabilities: { add: ["SYS_ADMIN"] } } }),
            `${CONTAINER}.securityContext.capabilities.add[0] : attendu « NET_BIND_SERVICE » au plus, obtenu « SYS_ADMIN »`,
        ),
        "an unmasked /proc": violation(
            only({ securityContext: { procMount: "Unmasked" } }),
            `${CONTAINER}.securityContext.procMount : attendu « Default », obtenu « Unmasked »`,
        ),
        "a privileged pod of an old API version": {
            ...violation(
                deployment({ hostNetwork: true }),
                `${POD}.hostNetwork : attendu false, obtenu true`,
            ),
            type: "kubernetes:extensions/v1beta1:Deployment",
        },
        "a privileged cron job": {
            ...violation(
                { spec: { jobTemplate: { spec: { template: { spec: podSpec({ hostPID: true }) } } } } },
                "spec.jobTemplate.spec.template.spec.hostPID : attendu false, obtenu true",
            ),
            type: "kubernetes:batch/v1:CronJob",
        },
    },
    unset: {
        "the security context": compliant(only({ securityContext: null })),
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
        "the directory of the node": undecided(
            deployment({ volumes: [{ hostPath: UNKNOWN }] }),
            `${POD}.volumes[0].hostPath`,
        ),
    },
    otherType: "kubernetes:core/v1:Service",
});
