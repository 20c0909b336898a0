import * as pulumi from "@pulumi/pulumi";
import { CustomResource } from "../kubernetes/api";
import { admit } from "../kubernetes/declared-flows";
import { type Endpoint, NAMESPACE_LABEL, serviceOf } from "../kubernetes/flows";
import { MESH_INGRESS, MESH_PORT, MESH_SERVICE } from "./mesh-entry";

export interface MeshRouteArgs {
    /** The names that lead to the server, each by what it is for, such as "public". */
    readonly hosts: Readonly<Record<string, string>>;

    /** The server that has their certificates. */
    readonly server: Endpoint;

    /** Whom it leads to what, in French: docs/flux.md shows it. */
    readonly reason: string;
}

const API = "gateway.networking.k8s.io/v1";

/**
 * The way from the mesh's ingress to the server of some hosts. The mesh reads the name in the TLS handshake and opens
 * nothing: TLS ends at the server, which alone has the keys. Between the ingress and the server the mesh wraps it in
 * its own.
 */
export class MeshRoute extends pulumi.ComponentResource {
    constructor(name: string, args: MeshRouteArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:edge:MeshRoute", name, {}, opts);
        const { server } = args;
        const { namespace, workload, port } = server;
        const hosts = Object.entries(args.hosts);

        const gateway = new CustomResource(
            `${name}-gateway`,
            {
                apiVersion: API,
                kind: "Gateway",
                // Istio looks for the service below in the gateway's own namespace.
                metadata: { name: workload, namespace: MESH_INGRESS.namespace },
                spec: {
                    gatewayClassName: "istio",
                    // The ingress pods that are there already; without it Istio would start others.
                    addresses: [
                        {
                            type: "Hostname",
                            value: serviceOf({ namespace: MESH_INGRESS.namespace, workload: MESH_SERVICE }),
                        },
                    ],
                    listeners: hosts.map(([purpose, hostname]) => ({
                        name: purpose,
                        hostname,
                        port: MESH_PORT,
                        protocol: "TLS",
                        tls: { mode: "Passthrough" },
                        allowedRoutes: {
                            kinds: [{ kind: "TLSRoute" }],
                            // Routes of the server's namespace alone may take the host.
                            namespaces: {
                                from: "Selector",
                                selector: { matchLabels: { [NAMESPACE_LABEL]: namespace } },
                            },
                        },
                    })),
                },
            },
            { parent: this },
        );
        const admitted = admit(MESH_INGRESS, server, args.reason, this);
        for (const [purpose, hostname] of hosts) {
            new CustomResource(
                `${name}-${purpose}`,
                {
                    apiVersion: API,
                    kind: "TLSRoute",
                    metadata: { name: `${workload}-${purpose}`, namespace },
                    spec: {
                        parentRefs: [
                            { name: workload, namespace: MESH_INGRESS.namespace, sectionName: purpose },
                        ],
                        hostnames: [hostname],
                        rules: [{ backendRefs: [{ name: workload, port }] }],
                    },
                },
                { parent: this, dependsOn: [gateway, ...admitted] },
            );
        }
        this.registerOutputs({});
    }
}
