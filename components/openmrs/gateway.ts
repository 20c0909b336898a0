import { vaultFilesOf } from "../key-vault/vault-reader";
import type { Scaling, WorkloadArgs } from "../kubernetes/workload-args";
import {
    CERTIFICATES_MOUNT,
    GATEWAY_PORTS,
    gatewayConfig,
    type GatewayConfigArgs,
    SHUTDOWN_SECONDS,
} from "./gateway-config";
import { NGINX, nginxExporter } from "./nginx";
import { replicasOf } from "./replicas";

export interface GatewayArgs extends GatewayConfigArgs {
    readonly namespace: string;
    readonly image: string;
    readonly exporterImage: string;
    readonly replicas: Scaling;
}

/** Name of the workload and of its account, whose identity reads the certificates. */
export const GATEWAY = "openmrs-gateway";

/** The way in: ends TLS and leads to the pages and to the server. */
export function gateway(args: GatewayArgs): WorkloadArgs {
    const probe = { httpGet: { path: "/healthz", port: GATEWAY_PORTS.health } };
    return {
        name: GATEWAY,
        namespace: args.namespace,
        replicas: replicasOf(args.replicas),
        user: { uid: NGINX, gid: NGINX, fsGroup: NGINX },
        shutdownSeconds: SHUTDOWN_SECONDS + 5,
        connectsTo: [
            { to: args.backend, purpose: "Transmettre les requêtes au serveur OpenMRS" },
            { to: args.frontend, purpose: "Servir les pages d’OpenMRS" },
        ],
        volumes: {
            config: { kind: "files", files: { "nginx.conf": gatewayConfig(args) } },
            certificates: { kind: "vault", secretProviderClass: vaultFilesOf(GATEWAY) },
            temporary: { kind: "scratch", sizeMiB: 256 },
        },
        containers: {
            gateway: {
                image: args.image,
                // The image's entry point writes its own configuration; ours is complete.
                command: ["nginx", "-g", "daemon off;"],
                compute: { cpu: "200m", memory: "128Mi" },
                ports: { https: GATEWAY_PORTS.https },
                mounts: {
                    "/etc/nginx/nginx.conf": "config/nginx.conf",
                    [CERTIFICATES_MOUNT]: "certificates",
                    "/tmp": "temporary",
                },
                readiness: probe,
                liveness: probe,
            },
            exporter: nginxExporter(args.exporterImage),
        },
    };
}
