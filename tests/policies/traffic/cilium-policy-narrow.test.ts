import { ciliumPolicyNarrow } from "../../../policies/rules/traffic/cilium-policy-narrow";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const OPEN = "attendu des pairs ou des ports, obtenu une règle pour le monde entier";
const egress = (rule: object) => ({ spec: { egress: [rule] } });
const open = (rule: object) => violation(egress(rule), `spec.egress[0] : ${OPEN}`);

describeRule(ciliumPolicyNarrow, {
    type: "kubernetes:cilium.io/v2:CiliumNetworkPolicy",
    accepts: {
        "a narrow entity": compliant(egress({ toEntities: ["kube-apiserver"] })),
        "the world on a port": compliant(
            egress({ toEntities: ["world"], toPorts: [{ ports: [{ port: "443" }] }] }),
        ),
        "a domain": compliant(egress({ toFQDNs: [{ matchPattern: "*.example" }] })),
        "a network": compliant(egress({ toCIDR: ["10.0.0.0/8"], toCIDRSet: [{ cidr: "192.0.2.0/24" }] })),
    },
    rejects: {
        "the world": open({ toEntities: ["host", "world"] }),
        "the world of IPv4": open({ toEntities: ["world-ipv4"] }),
        "the world of IPv6": open({ toEntities: ["world-ipv6"] }),
        "every pod": open({ toEntities: ["cluster"] }),
        "any name": open({ toFQDNs: [{ matchName: "emr.example" }, { matchPattern: "*" }] }),
        "the world on any port": open({
            toEntities: ["world"],
            toPorts: [{ ports: [{ port: "443" }] }, { ports: [{ port: "0", protocol: "TCP" }] }],
        }),
        "the world on ports that are not said": open({ toEntities: ["world"], toPorts: [{ rules: {} }] }),
        everything: open({ toEntities: ["all"] }),
        "the Internet": open({ toCIDR: ["0.0.0.0/0"] }),
        "the Internet but a network": open({ toCIDRSet: [{ cidr: "0.0.0.0/0", except: ["10.0.0.0/8"] }] }),
        "the world in, by one of several specs": {
            ...violation(
                { specs: [{ ingress: [{ fromEntities: ["world"] }] }] },
                `specs[0].ingress[0] : ${OPEN}`,
            ),
            type: "kubernetes:cilium.io/v2:CiliumClusterwideNetworkPolicy",
        },
    },
    unset: { "the rules": compliant({ spec: {} }) },
    unknown: {
        "an entity": undecided(egress({ toEntities: [UNKNOWN] }), "spec.egress[0].toEntities[0]"),
        "the ports of the world": undecided(
            egress({ toEntities: ["world"], toPorts: UNKNOWN }),
            "spec.egress[0].toPorts",
        ),
    },
    otherType: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
});
