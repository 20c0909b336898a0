import { gatewayRoutesNarrow } from "../../../policies/rules/traffic/gateway-routes-narrow";
import { compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const GROUP = "kubernetes:gateway.networking.k8s.io";
const GATEWAY = `${GROUP}/v1:Gateway`;
const EXPLICIT = "attendu un nom sans joker";
const route = (hostnames: unknown) => ({ spec: { parentRefs: [{ name: "edge" }], hostnames } });
const gateway = (hostname: unknown, from: unknown = "Same") => ({
    spec: { listeners: [{ hostname, allowedRoutes: { namespaces: { from } } }] },
});

describeRule(gatewayRoutesNarrow, {
    type: `${GROUP}/v1:HTTPRoute`,
    accepts: {
        "a name": compliant(route(["emr.example"])),
        "a listener of chosen namespaces": {
            ...compliant(gateway("emr.example", "Selector")),
            type: GATEWAY,
        },
        "a grant of one object": {
            ...compliant({ spec: { to: [{ kind: "Secret", name: "emr-tls" }] } }),
            type: `${GROUP}/v1beta1:ReferenceGrant`,
        },
    },
    rejects: {
        "a wildcard": violation(
            route(["emr.example", "*.example"]),
            `spec.hostnames[1] : ${EXPLICIT}, obtenu « *.example »`,
        ),
        "any name of a TLS route": {
            ...violation(route([]), "spec.hostnames : attendu une liste non vide, obtenu une liste"),
            type: `${GROUP}/v1alpha2:TLSRoute`,
        },
        "a wildcard of a gRPC route": {
            ...violation(route(["*"]), `spec.hostnames[0] : ${EXPLICIT}, obtenu « * »`),
            type: `${GROUP}/v1:GRPCRoute`,
        },
        "a listener of every namespace": {
            ...violation(
                gateway("*.example", "All"),
                `spec.listeners[0].hostname : ${EXPLICIT}, obtenu « *.example »`,
                "spec.listeners[0].allowedRoutes.namespaces.from : attendu « Same » ou « Selector », obtenu « All »",
            ),
            type: GATEWAY,
        },
        "a grant of every object": {
            ...violation(
                { spec: { to: [{ kind: "Secret" }] } },
                "spec.to[0].name : attendu le nom de l’objet, non défini",
            ),
            type: `${GROUP}/v1beta1:ReferenceGrant`,
        },
    },
    unset: {
        "the names and the gateway": violation(
            { spec: {} },
            "spec.hostnames : attendu une liste non vide, non défini",
            "spec.parentRefs : attendu une liste non vide, non défini",
        ),
        "the name of a gateway": violation(
            { spec: { hostnames: ["emr.example"], parentRefs: [{}] } },
            `spec.parentRefs[0].name : ${EXPLICIT}, non défini`,
        ),
        "the name of a listener": {
            ...violation(gateway(null, null), `spec.listeners[0].hostname : ${EXPLICIT}, non défini`),
            type: GATEWAY,
        },
    },
    unknown: { "a name": undecided(route([UNKNOWN]), "spec.hostnames[0]") },
    otherType: "kubernetes:networking.istio.io/v1:Gateway",
});
