import { meshHostsExplicit } from "../../../policies/rules/traffic/mesh-hosts-explicit";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const GROUP = "kubernetes:networking.istio.io/v1";
const EXPLICIT = "attendu un nom sans joker, obtenu";
const NAMESPACES = "attendu « espace-de-noms/nom », obtenu";

const hosts = (...list: readonly unknown[]) => ({ spec: { hosts: list } });
const servers = (...list: readonly unknown[]) => ({ spec: { servers: [{ hosts: list }] } });
const egress = (...list: readonly unknown[]) => ({ spec: { egress: [{ hosts: list }] } });

describeRule(meshHostsExplicit, {
    type: `${GROUP}:VirtualService`,
    accepts: {
        "a name": compliant(hosts("emr.example")),
        "a name of a gateway": { ...compliant(servers("./emr.example")), type: `${GROUP}:Gateway` },
        "the services of namespaces": {
            ...compliant(egress("./*", "istio-system/*")),
            type: `${GROUP}:Sidecar`,
        },
    },
    rejects: {
        "every name": violation(hosts("emr.example", "*"), `spec.hosts[1] : ${EXPLICIT} « * »`),
        "every name of a domain": {
            ...violation(hosts("*.example"), `spec.hosts[0] : ${EXPLICIT} « *.example »`),
            type: `${GROUP}:ServiceEntry`,
        },
        "every name of a gateway": {
            ...violation(servers("./*"), `spec.servers[0].hosts[0] : ${EXPLICIT} « ./* »`),
            type: `${GROUP}:Gateway`,
        },
        "the services of every namespace": {
            ...violation(
                egress("*/*", "*/emr.example", "*"),
                `spec.egress[0].hosts[0] : ${NAMESPACES} « */* »`,
                `spec.egress[0].hosts[1] : ${NAMESPACES} « */emr.example »`,
                `spec.egress[0].hosts[2] : ${NAMESPACES} « * »`,
            ),
            type: `${GROUP}:Sidecar`,
        },
    },
    unset: { "the names": compliant({ spec: {} }) },
    unknown: {
        "a name": undecided(hosts(UNKNOWN), "spec.hosts[0]"),
        "the servers": {
            ...undecided({ spec: { servers: UNKNOWN } }, "spec.servers"),
            type: `${GROUP}:Gateway`,
        },
    },
    otherType: "kubernetes:networking.k8s.io/v1:Ingress",
});
