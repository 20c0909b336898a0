import { podKernelConfined } from "../../../policies/rules/pod/pod-kernel-confined";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment, POD, podSpec } from "../pods";

const APP_ARMOR = "container.apparmor.security.beta.kubernetes.io/web";

const SAFE = [
    "kernel.shm_rmid_forced",
    "net.ipv4.ip_local_port_range",
    "net.ipv4.ip_local_reserved_ports",
    "net.ipv4.ip_unprivileged_port_start",
    "net.ipv4.ping_group_range",
    "net.ipv4.tcp_fin_timeout",
    "net.ipv4.tcp_keepalive_intvl",
    "net.ipv4.tcp_keepalive_probes",
    "net.ipv4.tcp_keepalive_time",
    "net.ipv4.tcp_rmem",
    "net.ipv4.tcp_syncookies",
    "net.ipv4.tcp_wmem",
];

const annotated = (profile: string) => ({
    spec: { template: { metadata: { annotations: { [APP_ARMOR]: profile } }, spec: podSpec() } },
});

describeRule(podKernelConfined, {
    type: DEPLOYMENT,
    accepts: {
        "an ordinary pod": compliant(deployment()),
        "profiles that confine": compliant(
            deployment({
                securityContext: {
                    appArmorProfile: { type: "Localhost" },
                    seLinuxOptions: { type: "container_t", user: "", role: "" },
                    sysctls: SAFE.map((name) => ({ name })),
                },
                containers: ["", "container_init_t", "container_kvm_t", "container_engine_t"].map((type) =>
                    container({ securityContext: { seLinuxOptions: { type } } }),
                ),
            }),
        ),
        "the runtime's profile": compliant(
            deployment({ securityContext: { appArmorProfile: { type: "RuntimeDefault" } } }),
        ),
        "an annotation of the runtime's profile": compliant(annotated("runtime/default")),
        "an annotation of a profile of the node": compliant(annotated("localhost/web")),
        "an annotation without profile": compliant(annotated("")),
        "an annotation of another matter": compliant({
            spec: {
                template: { metadata: { annotations: { "example/profile": "unconfined" } }, spec: podSpec() },
            },
        }),
    },
    rejects: {
        "a pod that is not confined": violation(
            deployment({
                securityContext: {
                    appArmorProfile: { type: "Unconfined" },
                    seLinuxOptions: { type: "spc_t", user: "system_u", role: "sysadm_r" },
                    sysctls: [{ name: "net.ipv4.tcp_syncookies" }, { name: "kernel.msgmax" }],
                },
            }),
            `${POD}.securityContext.appArmorProfile.type : attendu « RuntimeDefault » ou « Localhost », obtenu « Unconfined »`,
            `${POD}.securityContext.seLinuxOptions.type : attendu un type SELinux de conteneur, obtenu « spc_t »`,
            `${POD}.securityContext.seLinuxOptions.user : attendu aucune valeur, obtenu « system_u »`,
            `${POD}.securityContext.seLinuxOptions.role : attendu aucune valeur, obtenu « sysadm_r »`,
            `${POD}.securityContext.sysctls[1].name : attendu un réglage propre au pod, obtenu « kernel.msgmax »`,
        ),
        "a container that is not confined": violation(
            deployment({
                containers: [container({ securityContext: { appArmorProfile: { type: "Unconfined" } } })],
            }),
            `${CONTAINER}.securityContext.appArmorProfile.type : attendu « RuntimeDefault » ou « Localhost », obtenu « Unconfined »`,
        ),
        "profiles that do not exist": violation(
            {
                spec: {
                    template: {
                        metadata: { annotations: { [APP_ARMOR]: "a-localhost/b" } },
                        spec: podSpec({ securityContext: { appArmorProfile: { type: "" } } }),
                    },
                },
            },
            `${POD}.securityContext.appArmorProfile.type : attendu « RuntimeDefault » ou « Localhost », obtenu «  »`,
            `spec.template.metadata.annotations["${APP_ARMOR}"] : attendu « runtime/default » ou « localhost/… », obtenu « a-localhost/b »`,
        ),
        "a container that is not confined, in the old way": violation(
            annotated("unconfined"),
            `spec.template.metadata.annotations["${APP_ARMOR}"] : attendu « runtime/default » ou « localhost/… », obtenu « unconfined »`,
        ),
        "the same of a bare pod": {
            ...violation(
                { metadata: { annotations: { [APP_ARMOR]: "unconfined" } }, spec: podSpec() },
                `metadata.annotations["${APP_ARMOR}"] : attendu « runtime/default » ou « localhost/… », obtenu « unconfined »`,
            ),
            type: "kubernetes:core/v1:Pod",
        },
    },
    unset: {
        "the security context": compliant(deployment({ containers: [container({ securityContext: null })] })),
        "the name of a sysctl": violation(
            deployment({ securityContext: { sysctls: [{}] } }),
            `${POD}.securityContext.sysctls[0].name : attendu un réglage propre au pod, non défini`,
        ),
    },
    unknown: {
        "a sysctl": undecided(
            deployment({ securityContext: { sysctls: [{ name: UNKNOWN }] } }),
            `${POD}.securityContext.sysctls[0].name`,
        ),
    },
    otherType: "kubernetes:core/v1:Service",
});
