import { meshHostsExplicit } from "../../../policies/rules/traffic/mesh-hosts-explicit";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const GROUP = "kubernetes:networking.istio.io/v1";
const EXPLICIT = "attendu un nom sans joker, obtenu";
const NAMESPACES = "attendu « espace-de-noms/nom », obtenu";
const ANYWHERE = "attendu une résolution ou des adresses, obtenu une sortie vers toute adresse";

const hosts = (...list: readonly unknown[]) => ({ spec: { hosts: list } });
const servers = (...list: readonly unknown[]) => ({ spec: { servers: [{ hosts: list }] } });
const egress = (...list: readonly unknown[]) => ({ spec: { egress: [{ hosts: list }] } });

describeRule(meshHostsExplicit, {
    type: `${GROUP}:VirtualService`,
    accepts: {
        "a name": compliant(hosts("emr.example")),
        "a name of a gateway": { ...compliant(servers("./emr.example")), type: `${GROUP}:Gateway` },
        "a name outside the mesh that is resolved": {
            ...compliant({ spec: { hosts: ["emr.example"], resolution: "DNS" } }),
            type: `${GROUP}:ServiceEntry`,
        },
        "addresses outside the mesh": {
            ...compliant({
                spec: { hosts: ["emr.example"], addresses: ["192.0.2.1"], resolution: "NONE" },
            }),
            type: `${GROUP}:ServiceEntry`,
        },
        "the services of namespaces": {
            ...compliant(egress("./*", "istio-system/*")),
            type: `${GROUP}:Sidecar`,
        },
    },
    rejects: {
        "every name": violation(hosts("emr.example", "*"), `spec.hosts[1] : ${EXPLICIT} « * »`),
        "every name of a domain": {
            ...violation(
                { spec: { hosts: ["*.example"], resolution: "STATIC" } },
                `spec.hosts[0] : ${EXPLICIT} « *.example »`,
            ),
            type: `${GROUP}:ServiceEntry`,
        },
        "any address under a name": {
            ...violation(
                { spec: { hosts: ["emr.example"], resolution: "NONE", addresses: [] } },
                `spec.resolution : ${ANYWHERE}`,
            ),
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
    unset: {
        "the names": compliant({ spec: {} }),
        "a name": violation(hosts(null), "spec.hosts[0] : attendu un nom sans joker, non défini"),
        "a name of namespaces": {
            ...violation(
                egress(null),
                "spec.egress[0].hosts[0] : attendu « espace-de-noms/nom », non défini",
            ),
            type: `${GROUP}:Sidecar`,
        },
        "the resolution, which is then none,": {
            ...violation(hosts("emr.example"), `spec.resolution : ${ANYWHERE}`),
            type: `${GROUP}:ServiceEntry`,
        },
    },
    unknown: {
        "a name": undecided(hosts(UNKNOWN), "spec.hosts[0]"),
        "the resolution": {
            ...undecided({ spec: { resolution: UNKNOWN } }, "spec.resolution"),
            type: `${GROUP}:ServiceEntry`,
        },
        "the servers": {
            ...undecided({ spec: { servers: UNKNOWN } }, "spec.servers"),
            type: `${GROUP}:Gateway`,
        },
    },
    otherType: "kubernetes:networking.k8s.io/v1:Ingress",
});
