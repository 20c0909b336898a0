import { podHostIsolated } from "../../../policies/rules/pod/pod-host-isolated";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";
import { container, CONTAINER, DEPLOYMENT, deployment, describeRemedies, POD } from "../pods";

const only = (overrides: object) => deployment({ containers: [container(overrides)] });

describeRule(podHostIsolated, {
    type: DEPLOYMENT,
    accepts: {
        "an ordinary pod": compliant(deployment()),
        "a port of the node that is 0, which means none,": compliant(
            only({ ports: [{ containerPort: 80, hostPort: 0, hostIP: "" }] }),
        ),
        "a probe of the pod itself": compliant(only({ livenessProbe: { httpGet: { host: "", port: 80 } } })),
    },
    rejects: {
        "the namespaces of the node": violation(
            deployment({ hostNetwork: true, hostPID: true, hostIPC: true, shareProcessNamespace: true }),
            `${POD}.hostNetwork : attendu false, obtenu true`,
            `${POD}.hostPID : attendu false, obtenu true`,
            `${POD}.hostIPC : attendu false, obtenu true`,
            `${POD}.shareProcessNamespace : attendu false, obtenu true`,
        ),
        "a port of the node": violation(
            only({ ports: [{ containerPort: 80, hostPort: 80, hostIP: "192.0.2.1" }] }),
            `${CONTAINER}.ports[0].hostPort : attendu aucun port du nœud, obtenu 80`,
            `${CONTAINER}.ports[0].hostIP : attendu aucune adresse du nœud, obtenu « 192.0.2.1 »`,
        ),
        "probes and hooks that the node sends elsewhere": violation(
            only({
                livenessProbe: { httpGet: { host: "web.example" } },
                readinessProbe: { tcpSocket: { host: "web.example" } },
                startupProbe: { httpGet: { host: "web.example" } },
                lifecycle: {
                    postStart: { httpGet: { host: "web.example" } },
                    preStop: { tcpSocket: { host: "web.example" } },
                },
            }),
            ...[
                "livenessProbe.httpGet",
                "readinessProbe.tcpSocket",
                "startupProbe.httpGet",
                "lifecycle.postStart.httpGet",
                "lifecycle.preStop.tcpSocket",
            ].map(
                (action) =>
                    `${CONTAINER}.${action}.host : attendu aucun hôte autre que le pod, obtenu « web.example »`,
            ),
        ),
    },
    unset: { "every setting": compliant(only({ livenessProbe: null, readinessProbe: null })) },
    unknown: { "a setting": undecided(deployment({ hostNetwork: UNKNOWN }), `${POD}.hostNetwork`) },
    otherType: "kubernetes:core/v1:Service",
});
describeRemedies(
    podHostIsolated,
    ...["hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace"].map((shared) => ({
        path: `${POD}.${shared}`,
        value: false,
    })),
);
