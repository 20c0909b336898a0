import { falseOrUnset, such } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineRule } from "../../rule";
import { eachContainer, podSpec, workloadTypes } from "../../kubernetes/pods";

/** The only capability that the "restricted" profile of the Pod Security Standards lets a container add. */
const ADDABLE_CAPABILITY = "NET_BIND_SERVICE";

/** Kernel settings that the Pod Security Standards hold to be kept apart between pods. */
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
    "net.ipv4.tcp_syncookies",
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

const safeSysctl = such("un réglage propre au pod", (name) => SAFE_SYSCTLS.includes(name));
const containerType = such("un type SELinux de conteneur", (type) => CONTAINER_TYPES.includes(type));
const noIdentity = such("aucune valeur", (value) => value === undefined || value === "");
const confined = such("« RuntimeDefault » ou « Localhost »", (type) => type !== "Unconfined");
const addable = such(`« ${ADDABLE_CAPABILITY} » au plus`, (capability) => capability === ADDABLE_CAPABILITY);
const noHostPort = such("aucun port du nœud", (port) => port === undefined || port === 0);
const defaultProcMount = such("« Default »", (mount) => mount === undefined || mount === "Default");

export const podNotPrivileged = defineRule({
    id: "pod-not-privileged",
    title: {
        fr: "Aucun pod n’est privilégié ni ne partage l’espace du nœud",
        en: "No pod is privileged or shares the node's namespaces",
    },
    why: {
        fr: "Un conteneur privilégié compromis donne le nœud entier, donc les données de tous les pods qu’il porte.",
        en: "A compromised privileged container gives away the node, hence the data of every pod on it.",
    },
    remediation: {
        fr: "Retirer privileged, host*, les capacités ajoutées, et les profils AppArmor, SELinux et sysctls élargis.",
        en: "Remove privileged, host*, added capabilities, and widened AppArmor and SELinux profiles and sysctls.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/",
    appliesTo: workloadTypes,
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        for (const shared of ["hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace"]) {
            pod.expect(shared, falseOrUnset);
        }
        checkConfinement(pod);
        pod.each("securityContext.sysctls", (sysctl) => {
            sysctl.expect("name", safeSysctl);
        });
        pod.each("volumes", (volume) => {
            volume.forbid("hostPath", "monter un répertoire du nœud est interdit");
        });
        eachContainer(pod, (container) => {
            container.expect("securityContext.privileged", falseOrUnset);
            checkConfinement(container);
            container.expect("securityContext.procMount", defaultProcMount);
            container.each("securityContext.capabilities.add", (capability) => {
                capability.expect("", addable);
            });
            container.each("ports", (port) => {
                port.expect("hostPort", noHostPort);
            });
        });
    },
});

/** What a pod and its containers may both set. */
function checkConfinement(place: Inspection): void {
    const context = place.at("securityContext");
    context.expect("windowsOptions.hostProcess", falseOrUnset);
    context.expect("appArmorProfile.type", confined);
    context.expect("seLinuxOptions.type", containerType);
    for (const identity of ["user", "role"]) {
        context.expect(`seLinuxOptions.${identity}`, noIdentity);
    }
}
