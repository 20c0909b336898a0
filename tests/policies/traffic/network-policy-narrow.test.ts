import { networkPolicyNarrow } from "../../../policies/rules/traffic/network-policy-narrow";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const OPEN = "attendu des pairs ou des ports, obtenu une règle qui permet tout";

const egress = (rule: object) => ({ spec: { podSelector: {}, egress: [rule] } });
const block = (cidr: unknown, ...except: readonly string[]) => ({ ipBlock: { cidr, except } });
const to = (...peers: readonly unknown[]) => egress({ to: peers });
const ports = (...list: readonly unknown[]) => egress({ ports: list });
const open = (props: ReturnType<typeof egress>) => violation(props, `spec.egress[0] : ${OPEN}`);

describeRule(networkPolicyNarrow, {
    type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
    accepts: {
        "a port for everybody": compliant({ spec: { ingress: [{ ports: [{ port: 8443 }] }] } }),
        "every port from a network": compliant({
            spec: { ingress: [{ from: [{ ipBlock: { cidr: "10.0.0.0/8" } }] }] },
        }),
        "a named port for everybody": compliant(ports({ port: "https" })),
        "a thousand ports for everybody": compliant(ports({ port: 30000, endPort: 30999 })),
        "every port of a network": compliant(to(block("10.0.0.0/8"))),
        "every port of the pods of a namespace": compliant(to({ podSelector: {} })),
        "every port of some pods of every namespace": compliant(
            to({ namespaceSelector: {}, podSelector: { matchLabels: { "k8s-app": "kube-dns" } } }),
        ),
        "every port of the namespaces that have a label": compliant(
            to({ namespaceSelector: { matchExpressions: [{ key: "team", operator: "Exists" }] } }),
        ),
    },
    rejects: {
        "everything in": violation({ spec: { ingress: [{}] } }, `spec.ingress[0] : ${OPEN}`),
        "the Internet in": violation(
            { spec: { ingress: [{ from: [block("0.0.0.0/0")] }] } },
            `spec.ingress[0] : ${OPEN}`,
        ),
        "everybody by an empty list": open(to()),
        "the Internet": open(to({ podSelector: {} }, block("0.0.0.0/0"))),
        "the Internet of IPv6": open(to(block("::/0"))),
        "the Internet but some networks": open(to(block("0.0.0.0/0", "10.0.0.0/8"))),
        "half of the Internet": open(to(block("128.0.0.0/1"))),
        "every pod of every namespace": open(to({ namespaceSelector: {} })),
        "every pod of every namespace, said at length": open(
            to({ namespaceSelector: { matchLabels: {} }, podSelector: {} }),
        ),
        "every port of a protocol": open(ports({ port: 443 }, { protocol: "UDP" })),
        "more than a thousand ports": open(ports({ port: 30000, endPort: 31000 })),
    },
    unset: { "the rules": compliant({ spec: { podSelector: {} } }) },
    unknown: {
        "the peers of a rule for every port": undecided(egress({ to: UNKNOWN }), "spec.egress[0].to"),
        "the address of a peer": undecided(to(block(UNKNOWN)), "spec.egress[0].to[0].ipBlock.cidr"),
        "the ports of a rule for everybody": undecided(egress({ ports: UNKNOWN }), "spec.egress[0].ports"),
        "the peers of a rule for a port": compliant(egress({ to: UNKNOWN, ports: [{ port: 443 }] })),
        "the start of a range": undecided(
            ports({ port: UNKNOWN, endPort: 40000 }),
            "spec.egress[0].ports[0].port",
        ),
        "a port": compliant(ports({ port: UNKNOWN })),
        "the end of a range": undecided(
            ports({ port: 1, endPort: UNKNOWN }),
            "spec.egress[0].ports[0].endPort",
        ),
    },
    otherType: "kubernetes:core/v1:ConfigMap",
});
