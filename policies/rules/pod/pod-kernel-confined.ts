import { such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { eachContainer, podSpec, podTemplate, workloadTypes } from "../../kubernetes/pods";

/** Kernel settings that the Pod Security Standards of version 1.32 and above hold to be kept apart between pods. */
const SAFE_SYSCTLS: readonly unknown[] = [
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

/** SELinux types of confined containers. */
const CONTAINER_TYPES: readonly unknown[] = [
    undefined,
    "",
    "container_t",
    "container_init_t",
    "container_kvm_t",
    "container_engine_t",
];

/** How an AppArmor profile was named before it had a field; the name of the container follows. */
const APP_ARMOR_ANNOTATION = "container.apparmor.security.beta.kubernetes.io/";

const safeSysctl = such("un réglage propre au pod", (name) => SAFE_SYSCTLS.includes(name));
const containerType = such("un type SELinux de conteneur", (type) => CONTAINER_TYPES.includes(type));
const noIdentity = such("aucune valeur", (value) => value === undefined || value === "");
const confined = such(
    "« RuntimeDefault » ou « Localhost »",
    (type) => type === undefined || type === "RuntimeDefault" || type === "Localhost",
);
const confinedByAnnotation = such("« runtime/default » ou « localhost/… »", (profile) =>
    /^(|runtime\/default|localhost\/.*)$/.test(String(profile)),
);

export const podKernelConfined = defineRule({
    id: "pod-kernel-confined",
    title: {
        fr: "Aucun pod n’élargit son profil AppArmor ou SELinux, ni les réglages du noyau",
        en: "No pod widens its AppArmor or SELinux profile, or the kernel's settings",
    },
    why: {
        fr: "Ces profils retiennent ce qu’un conteneur compromis peut lire ; un réglage du noyau touche tout le nœud.",
        en: "These profiles hold back what a compromised container can read; a kernel setting affects the whole node.",
    },
    remediation: {
        fr: "Retirer seLinuxOptions et le profil AppArmor « Unconfined » ; ne garder que les sysctls sûrs.",
        en: 'Remove seLinuxOptions and the AppArmor profile "Unconfined"; keep safe sysctls only.',
    },
    severity: "high",
    url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
    appliesTo: workloadTypes,
    examples: {
        compliant: [podExample({ securityContext: { appArmorProfile: { type: "RuntimeDefault" } } })],
        violation: [
            podExample({ securityContext: { appArmorProfile: { type: "Unconfined" } } }),
            podExample({ securityContext: { sysctls: [{ name: "kernel.msgmax", value: "65536" }] } }),
        ],
    },
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        checkProfiles(pod);
        podTemplate(workload, type).entries("metadata.annotations", (key, profile) => {
            if (key.startsWith(APP_ARMOR_ANNOTATION)) {
                profile.expect("", confinedByAnnotation);
            }
        });
        pod.each("securityContext.sysctls", (sysctl) => {
            sysctl.expect("name", safeSysctl);
        });
        eachContainer(pod, checkProfiles);
    },
});

/** What a pod and its containers may both set. */
function checkProfiles(place: Inspection): void {
    const context = place.at("securityContext");
    context.expect("appArmorProfile.type", confined);
    context.expect("seLinuxOptions.type", containerType);
    for (const identity of ["user", "role"]) {
        context.expect(`seLinuxOptions.${identity}`, noIdentity);
    }
}
