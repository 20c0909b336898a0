import type { Scaling, WorkloadArgs } from "../kubernetes/workload-args";
import { NGINX, nginxConfig, nginxExporter } from "./nginx";
import { replicasOf } from "./replicas";

export interface FrontendArgs {
    readonly namespace: string;
    readonly image: string;
    readonly exporterImage: string;
    readonly replicas: Scaling;
}

const PORT = 8080;

/** Serves the single-page application. What changes with a release must be asked for again at every visit. */
const SERVER = `    server {
        listen ${PORT.toString()};
        root /usr/share/nginx/html;
        # Megabytes of modules. The pages hold no secret whose length compression could betray.
        gzip on;
        gzip_types text/css text/javascript application/javascript application/json application/wasm image/svg+xml;
        location = /healthz {
            access_log off;
            return 200;
        }
        location ~ (\\.json|/service-worker\\.js)$ {
            add_header Cache-Control no-cache;
            try_files $uri =404;
        }
        location ~ \\.(?!html$)[^./]+$ {
            expires 30d;
            try_files $uri =404;
        }
        location / {
            add_header Cache-Control no-cache;
            try_files /index.html =404;
        }
    }`;

/** The frontend's nginx.conf. Its answers are short, so that a stop takes little. */
export const frontendConfig = () => nginxConfig(SERVER, 20);

/** The pages of OpenMRS. Their start script edits them in place, so they are copied to a volume first. */
export function frontend(args: FrontendArgs): WorkloadArgs {
    const { image } = args;
    const probe = { httpGet: { path: "/healthz", port: "http" } };
    return {
        name: "openmrs-frontend",
        namespace: args.namespace,
        replicas: replicasOf(args.replicas),
        user: { uid: NGINX, gid: NGINX, fsGroup: NGINX },
        volumes: {
            config: { kind: "files", files: { "nginx.conf": frontendConfig() } },
            pages: { kind: "scratch", sizeMiB: 512 },
            temporary: { kind: "scratch", sizeMiB: 64 },
        },
        initContainers: {
            copy: {
                image,
                command: ["sh", "-ec"],
                args: ["cp -R /usr/share/nginx/html/. /copy/"],
                compute: { cpu: "100m", memory: "128Mi" },
                mounts: { "/copy": "pages" },
            },
        },
        containers: {
            frontend: {
                image,
                compute: { cpu: "100m", memory: "128Mi" },
                ports: { http: PORT },
                env: {
                    SPA_PATH: "/openmrs/spa",
                    API_URL: "/openmrs",
                    SPA_DEFAULT_LOCALE: "fr",
                },
                mounts: {
                    "/usr/share/nginx/html": "pages",
                    "/etc/nginx/nginx.conf": "config/nginx.conf",
                    "/tmp": "temporary",
                },
                readiness: probe,
                liveness: probe,
            },
            exporter: nginxExporter(args.exporterImage),
        },
    };
}
