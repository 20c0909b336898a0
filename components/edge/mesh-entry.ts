import type * as pulumi from "@pulumi/pulumi";
import { Service } from "../kubernetes/api";
import type { Pods } from "../kubernetes/flows";

export interface MeshEntryArgs {
    /** Name of the subnet, and the address in it, at which the mesh takes requests. */
    readonly subnetName: string;
    readonly ingressIp: string;
}

const ANNOTATION = "service.beta.kubernetes.io/azure-load-balancer";

/** The ingress pods that AKS runs for the Istio add-on. */
export const MESH_INGRESS: Pods = {
    name: "mesh-ingress",
    namespace: "aks-istio-ingress",
    labels: { istio: "aks-istio-ingressgateway-internal" },
    account: "aks-istio-ingressgateway-internal",
};

/** Port of the mesh's ingress, towards the network. */
export const MESH_PORT = 443;

/** The same on its pods: Istio has them listen where the service leads, and none needs a right for a port from 1024 on. */
const POD_PORT = 8443;

/** Name of the service below, in the namespace of the ingress pods. */
export const MESH_SERVICE = "edge";

/**
 * The fixed address at which the mesh takes requests from the network: a load balancer inside it, before the mesh's
 * ingress pods. AKS keeps a second one before the same pods, the add-on's own service of an address that Azure
 * chooses, inside the network too: nothing refers to it, and AKS would undo a change. Where requests go from here is
 * `MeshRoute`'s to say; until there is one the edge answers 502.
 */
export function meshEntry(name: string, args: MeshEntryArgs, parent: pulumi.Resource): Service {
    return new Service(
        name,
        {
            metadata: {
                name: MESH_SERVICE,
                namespace: MESH_INGRESS.namespace,
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
                selector: MESH_INGRESS.labels,
                ports: [{ name: "https", port: MESH_PORT, targetPort: POD_PORT, protocol: "TCP" }],
            },
        },
        { parent },
    );
}
