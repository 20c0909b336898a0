import * as pulumi from "@pulumi/pulumi";
import { CustomResource, NetworkPolicy } from "../kubernetes/api";
import { admission, type Endpoint, hostOf } from "../kubernetes/flows";
import { MESH_INGRESS, MESH_PORT } from "./mesh-entry";

export interface MeshRouteArgs {
    /** Public name of the platform. */
    readonly host: string;

    /** The server that has its certificate. */
    readonly server: Endpoint;
}

const API = "networking.istio.io/v1";

/**
 * The way from the mesh's ingress to the server of a host. The mesh reads the name in the TLS handshake and opens
 * nothing: TLS ends at the server, which alone has the key.
 */
export class MeshRoute extends pulumi.ComponentResource {
    constructor(name: string, args: MeshRouteArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:edge:MeshRoute", name, {}, opts);
        const { host, server } = args;
        const { namespace, workload, port } = server;
        const metadata = { name: workload, namespace };

        const policy = admission(MESH_INGRESS, server);
        const admitted = new NetworkPolicy(policy.metadata.name, policy, { parent: this });
        const gateway = new CustomResource(
            `${name}-gateway`,
            {
                apiVersion: API,
                kind: "Gateway",
                metadata,
                spec: {
                    selector: MESH_INGRESS.labels,
                    servers: [
                        {
                            port: { number: MESH_PORT, name: "tls", protocol: "TLS" },
                            tls: { mode: "PASSTHROUGH" },
                            // Routes of this namespace alone may take the host.
                            hosts: [`./${host}`],
                        },
                    ],
                },
            },
            { parent: this },
        );
        new CustomResource(
            `${name}-service`,
            {
                apiVersion: API,
                kind: "VirtualService",
                metadata,
                spec: {
                    hosts: [host],
                    gateways: [workload],
                    tls: [
                        {
                            match: [{ port: MESH_PORT, sniHosts: [host] }],
                            route: [{ destination: { host: hostOf(server), port: { number: port } } }],
                        },
                    ],
                },
            },
            { parent: this, dependsOn: [gateway, admitted] },
        );
        this.registerOutputs({});
    }
}
