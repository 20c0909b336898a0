import type * as pulumi from "@pulumi/pulumi";
import { Service } from "../kubernetes/api";

export interface MeshEntryArgs {
    /** Name of the subnet, and the address in it, at which the mesh takes requests. */
    readonly subnetName: string;
    readonly ingressIp: string;
}

const ANNOTATION = "service.beta.kubernetes.io/azure-load-balancer";

/**
 * The one address at which the mesh takes requests from the network: a load balancer inside it, before the ingress
 * pods that AKS runs for the Istio add-on. Where they lead, and with which certificate, is up to the workloads: the
 * routes belong to them, that of `/healthz` included, which the application gateway asks. Until there is one,
 * the edge answers 502.
 */
export function meshEntry(name: string, args: MeshEntryArgs, opts: pulumi.CustomResourceOptions): Service {
    return new Service(
        name,
        {
            metadata: {
                name: "edge",
                namespace: "aks-istio-ingress",
                annotations: {
                    [`${ANNOTATION}-internal`]: "true",
                    [`${ANNOTATION}-internal-subnet`]: args.subnetName,
                    [`${ANNOTATION}-ipv4`]: args.ingressIp,
                },
            },
            spec: {
                type: "LoadBalancer",
                // No second hop, and the ingress sees the application gateway's own address.
                externalTrafficPolicy: "Local",
                selector: { istio: "aks-istio-ingressgateway-internal" },
                ports: [{ name: "https", port: 443, targetPort: 443, protocol: "TCP" }],
            },
        },
        opts,
    );
}
