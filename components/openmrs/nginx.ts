import type { ContainerArgs } from "../kubernetes/pod";

/** User and group "nginx" of the Alpine image. */
export const NGINX = 101;

/** Path and port of nginx's counters, inside the pod only. */
const STATUS = { path: "/status", port: 8081 };

/**
 * What nginx.conf holds besides the `servers`, the blocks that a workload adds to "http": nothing written outside
 * /tmp, no version told, local counters.
 *
 * @param shutdownSeconds that requests have to end once nginx was asked to stop, by the image's own signal, QUIT.
 */
export function nginxConfig(servers: string, shutdownSeconds: number): string {
    return `# One process for each processor that the container may use, not for each of the node.
worker_processes 1;
worker_shutdown_timeout ${shutdownSeconds.toString()}s;
pid /tmp/nginx.pid;
error_log /dev/stderr warn;

events {
    worker_connections 1024;
}

http {
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    # Addresses and paths only: a query string may hold a patient's name.
    log_format minimal '$remote_addr [$time_iso8601] $server_name "$request_method $uri" $status $body_bytes_sent $request_time '
                       '$upstream_status $upstream_response_time';
    access_log /dev/stdout minimal;
    # Every message about a request quotes its query string, so the access log alone tells of failures.
    error_log /dev/stderr emerg;
    server_tokens off;
    sendfile on;
    client_body_temp_path /tmp/client-body;
    proxy_temp_path /tmp/proxy;
    fastcgi_temp_path /tmp/fastcgi;
    uwsgi_temp_path /tmp/uwsgi;
    scgi_temp_path /tmp/scgi;

    server {
        listen 127.0.0.1:${STATUS.port.toString()};
        access_log off;
        location = ${STATUS.path} {
            stub_status;
        }
    }

${servers}
}
`;
}

/** The sidecar that turns nginx's counters into metrics. */
export function nginxExporter(image: string): ContainerArgs {
    const probe = { httpGet: { path: "/", port: "metrics" } };
    return {
        image,
        args: [`--nginx.scrape-uri=http://127.0.0.1:${STATUS.port.toString()}${STATUS.path}`],
        compute: { cpu: "20m", memory: "32Mi" },
        ports: { metrics: 9113 },
        readiness: probe,
        liveness: probe,
    };
}
