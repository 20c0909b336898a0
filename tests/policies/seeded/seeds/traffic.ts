import { added, inDev, omit, remove, replace, type Seeds, set } from "../seed";
import { FRONTEND, kubernetes, NAMESPACE } from "../targets";

const ENTRY = kubernetes("gateway.networking.k8s.io/v1:Gateway", "route-gateway");
const EDGE = kubernetes("core/v1:Service", "edge-mesh");

export const traffic: Seeds = {
    "cilium-policy-narrow": set(
        kubernetes(
            "cilium.io/v2:CiliumNetworkPolicy",
            "openmrs-backend-to-mysql-aplus-core-prod-frc.mysql.database.azure.com-3306",
        ),
        "spec.egress.1",
        { toEntities: ["world"] },
    ),
    "database-tls-required": inDev(
        replace(
            kubernetes("core/v1:ConfigMap", "mariadb-config"),
            ["data", "platform.cnf"],
            "require_secure_transport = ON",
            "require_secure_transport = OFF",
        ),
    ),
    "gateway-listener-tls": set(ENTRY, "spec.listeners.0.protocol", "TCP"),
    "gateway-routes-narrow": set(
        kubernetes("gateway.networking.k8s.io/v1:TLSRoute", "route-public"),
        "spec.hostnames.0",
        "*.audioprothese-plus.example",
    ),
    "ingress-annotations-safe": added,
    "ingress-hosts-explicit": added,
    "ingress-tls": added,
    "mesh-authorization-narrow": set(
        kubernetes(
            "security.istio.io/v1:AuthorizationPolicy",
            "openmrs-backend-8080-from-openmrs-gateway-authorization",
        ),
        "spec.rules.0.from.0.source.principals.0",
        "*",
    ),
    "mesh-destination-tls": added,
    "mesh-egress-registered": remove(
        kubernetes("networking.istio.io/v1:Sidecar", "openmrs-frontend-known-hosts"),
        FRONTEND,
    ),
    "mesh-gateway-tls": added,
    "mesh-hosts-explicit": set(
        kubernetes("networking.istio.io/v1:Sidecar", "openmrs-frontend-known-hosts"),
        "spec.egress.0.hosts.0",
        "*/*",
    ),
    "mesh-jwt-issuer-https": added,
    "mesh-namespace-authorized": remove(
        kubernetes("security.istio.io/v1:AuthorizationPolicy", "openmrs-deny-all"),
        NAMESPACE,
    ),
    "mesh-no-raw-proxy-config": added,
    "mesh-peer-authentication-strict": set(
        kubernetes("security.istio.io/v1:PeerAuthentication", "openmrs-mutual-tls"),
        "spec.mtls.mode",
        "PERMISSIVE",
    ),
    "namespace-default-deny": remove(
        kubernetes("networking.k8s.io/v1:NetworkPolicy", "openmrs-default-deny"),
        NAMESPACE,
    ),
    "network-policy-narrow": set(
        kubernetes("networking.k8s.io/v1:NetworkPolicy", "openmrs-backend-8080-from-openmrs-gateway"),
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
