import type * as pulumi from "@pulumi/pulumi";
import { type Endpoint, hostOf } from "../kubernetes/flows";
import { Workload } from "../kubernetes/workload";
import { NGINX, nginxConfig, nginxExporter } from "./nginx";

export interface GatewayArgs {
    readonly namespace: string;
    readonly image: string;
    readonly exporterImage: string;
    readonly replicas: number;

    /** Public name that the certificate is made out to. */
    readonly host: string;

    /** Address of the cluster's DNS service. */
    readonly dnsServiceIp: string;

    /** SecretProviderClass that brings the certificate, as `tls.pem`. */
    readonly certificateClass: string;

    readonly backend: Endpoint;
    readonly frontend: Endpoint;
}

/** Name of the workload and of its service account, which the certificate's identity trusts. */
export const GATEWAY = "openmrs-gateway";

/** Certificate and key, one after the other, as the Key Vault hands them out. */
export const CERTIFICATE_FILE = "tls.pem";

const PORT = 8443;

/** What browsers may load; OpenMRS 3 assembles its modules with inline scripts and eval. */
const CONTENT_SECURITY_POLICY = [
    "default-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Documents of the medical record are shown from memory.
    "object-src 'self' blob:",
    "base-uri 'self'",
    "frame-ancestors 'self'",
].join("; ");

/**
 * The server that browsers talk to, TLS 1.3 only (ANSSI TLS R3). The path of its certificate holds a variable, so that
 * nginx reads the file at each handshake: a renewed certificate is served without anybody to reload it. It finds its upstreams through the cluster's DNS at
 * each request, by their full names: the image's own template asks Docker's resolver for bare ones.
 */
function gatewayServer(args: Pick<GatewayArgs, "host" | "dnsServiceIp" | "backend" | "frontend">): string {
    const upstream = (endpoint: Endpoint) => `http://${hostOf(endpoint)}:${endpoint.port.toString()}`;
    return `    map $ssl_server_name $certificate {
        default /run/secrets/tls/${CERTIFICATE_FILE};
    }

    server {
        listen ${PORT.toString()} ssl;
        server_name ${args.host};
        ssl_certificate $certificate;
        ssl_certificate_key $certificate;
        ssl_protocols TLSv1.3;
        ssl_session_tickets off;

        add_header Strict-Transport-Security "max-age=31536000" always;
        add_header Content-Security-Policy "${CONTENT_SECURITY_POLICY}" always;
        add_header X-Content-Type-Options nosniff always;
        add_header Referrer-Policy same-origin always;

        resolver ${args.dnsServiceIp} valid=10s ipv6=off;
        set $frontend ${upstream(args.frontend)};
        set $backend ${upstream(args.backend)};

        proxy_http_version 1.1;
        # An address that no longer answers is a replica that has just gone: on to the next.
        proxy_connect_timeout 2s;
        # Answers hold the medical record and may be larger than the volume: none waits on a disk.
        proxy_max_temp_file_size 0;
        proxy_set_header Host $host;
        proxy_set_header X-Real-IP $remote_addr;
        proxy_set_header X-Forwarded-For $remote_addr;
        proxy_set_header X-Forwarded-Proto https;
        proxy_cookie_flags ~ secure httponly samesite=strict;
        absolute_redirect off;
        # Attachments of the medical record.
        client_max_body_size 25m;

        location = /healthz {
            access_log off;
            return 200;
        }
        location = / {
            return 302 /openmrs/spa/home;
        }
        location = /openmrs/spa {
            return 302 /openmrs/spa/home;
        }
        location /openmrs/spa/ {
            rewrite ^/openmrs/spa/(.*)$ /$1 break;
            proxy_pass $frontend;
        }
        location /openmrs {
            # Nor does what browsers send.
            proxy_request_buffering off;
            # Reports and imports take minutes.
            proxy_read_timeout 300s;
            proxy_pass $backend;
        }
    }`;
}

/** The way in: ends TLS and leads to the pages and to the server. */
export function gateway(args: GatewayArgs, opts: pulumi.ComponentResourceOptions): Workload {
    const probe = { httpGet: { path: "/healthz", port: "https", scheme: "HTTPS" } };
    return new Workload(
        GATEWAY,
        {
            namespace: args.namespace,
            replicas: args.replicas,
            user: { uid: NGINX, gid: NGINX, fsGroup: NGINX },
            connectsTo: [args.backend, args.frontend],
            volumes: {
                config: { kind: "files", files: { "nginx.conf": nginxConfig(gatewayServer(args)) } },
                certificate: { kind: "vault", secretProviderClass: args.certificateClass },
                temporary: { kind: "scratch", sizeMiB: 256 },
            },
            containers: {
                gateway: {
                    image: args.image,
                    // The image's entry point writes its own configuration; ours is complete.
                    command: ["nginx", "-g", "daemon off;"],
                    compute: { cpu: "200m", memory: "128Mi" },
                    ports: { https: PORT },
                    mounts: {
                        "/etc/nginx/nginx.conf": "config/nginx.conf",
                        "/run/secrets/tls": "certificate",
                        "/tmp": "temporary",
                    },
                    readiness: probe,
                    liveness: probe,
                },
                exporter: nginxExporter(args.exporterImage),
            },
        },
        opts,
    );
}
