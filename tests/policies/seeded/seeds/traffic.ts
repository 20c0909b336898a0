import { added, omit, remove, replace, type Seeds, set } from "../seed";
import { kubernetes, NAMESPACE } from "../targets";

const MESH_GATEWAY = kubernetes("networking.istio.io/v1:Gateway", "route-gateway");
const EDGE = kubernetes("core/v1:Service", "edge-mesh");

export const traffic: Seeds = {
    "cilium-policy-narrow": added,
    "database-tls-required": replace(
        kubernetes("core/v1:ConfigMap", "mariadb-config"),
        ["data", "platform.cnf"],
        "require_secure_transport = ON",
        "require_secure_transport = OFF",
    ),
    "gateway-listener-tls": added,
    "gateway-routes-narrow": added,
    "ingress-annotations-safe": added,
    "ingress-hosts-explicit": added,
    "ingress-tls": added,
    "mesh-authorization-narrow": added,
    "mesh-destination-tls": added,
    "mesh-gateway-tls": set(MESH_GATEWAY, "spec.servers.0.port", {
        number: 80,
        name: "http",
        protocol: "HTTP",
    }),
    "mesh-hosts-explicit": set(MESH_GATEWAY, "spec.servers.0.hosts.0", "*"),
    "mesh-jwt-issuer-https": added,
    "mesh-namespace-authorized": set(NAMESPACE, ["metadata", "labels", "istio.io/rev"], "asm-1-28"),
    "mesh-no-raw-proxy-config": added,
    "mesh-peer-authentication-strict": added,
    "namespace-default-deny": remove(
        kubernetes("networking.k8s.io/v1:NetworkPolicy", "openmrs-default-deny"),
        NAMESPACE,
    ),
    "network-policy-narrow": set(
        kubernetes("networking.k8s.io/v1:NetworkPolicy", "mariadb-3306-from-openmrs-backend"),
        "spec.ingress.0",
        {},
    ),
    "service-not-internet-facing": omit(EDGE, [
        "metadata",
        "annotations",
        "service.beta.kubernetes.io/azure-load-balancer-internal",
    ]),
    "service-sources-narrow": set(EDGE, "spec.externalTrafficPolicy", "Cluster"),
    "web-server-tls-version": replace(
        kubernetes("core/v1:ConfigMap", "openmrs-gateway-config"),
        ["data", "nginx.conf"],
        "ssl_protocols TLSv1.3",
        "ssl_protocols TLSv1.2 TLSv1.3",
    ),
};
