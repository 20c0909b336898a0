import { falseOrUnset, such } from "../../expectation";
import { defineRule } from "../../rule";
import { podExample } from "../../kubernetes/example-workload";
import { eachContainer, podSpec, podSpecPath, workloadTypes } from "../../kubernetes/pods";

const noHostPort = such("aucun port du nœud", (port) => port === undefined || port === 0);
const noHostAddress = such("aucune adresse du nœud", (address) => address === undefined || address === "");

const noOtherHost = such("aucun hôte autre que le pod", (host) => host === undefined || host === "");

/** What a pod may share with the node, or its containers with each other. */
const SHARED: readonly string[] = ["hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace"];

/** What the node runs against a container. */
const HOOKS: readonly string[] = [
    "livenessProbe",
    "readinessProbe",
    "startupProbe",
    "lifecycle.postStart",
    "lifecycle.preStop",
];

export const podHostIsolated = defineRule({
    id: "pod-host-isolated",
    title: {
        fr: "Aucun pod ne partage le réseau, les processus ou les ports du nœud",
        en: "No pod shares the node's network, processes or ports",
    },
    why: {
        fr: "Un pod sur le réseau du nœud échappe aux NetworkPolicy ; parmi ses processus, il lit leur mémoire.",
        en: "A pod on the node's network escapes NetworkPolicies; among its processes, it reads their memory.",
    },
    remediation: {
        fr: "Retirer hostNetwork, hostPID, hostIPC, shareProcessNamespace et hostPort ; exposer par un Service.",
        en: "Remove hostNetwork, hostPID, hostIPC, shareProcessNamespace and hostPort; expose by a Service.",
    },
    severity: "critical",
    url: "https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline",
    appliesTo: workloadTypes,
    examples: {
        compliant: [podExample({ hostNetwork: false })],
        violation: [
            podExample({ hostNetwork: true }),
            podExample({ containers: [{ name: "web", ports: [{ containerPort: 8443, hostPort: 443 }] }] }),
        ],
    },
    remedies: (type) => SHARED.map((shared) => ({ path: `${podSpecPath(type)}.${shared}`, value: false })),
    check(workload, { type }) {
        const pod = podSpec(workload, type);
        for (const shared of SHARED) {
            pod.expect(shared, falseOrUnset);
        }
        eachContainer(pod, (container) => {
            container.each("ports", (port) => {
                port.expect("hostPort", noHostPort);
                port.expect("hostIP", noHostAddress);
            });
            // A probe that names a host is sent there by the node itself.
            for (const hook of HOOKS) {
                container.expect(`${hook}.httpGet.host`, noOtherHost);
                container.expect(`${hook}.tcpSocket.host`, noOtherHost);
            }
        });
    },
});
