import { type Endpoint, hostOf } from "../kubernetes/flows";
import { nginxConfig } from "./nginx";

export interface GatewayConfigArgs {
    /** Public host name. */
    readonly host: string;

    /** Host name of the administration pages, in the private network alone. */
    readonly adminHost: string;

    /** Address of the cluster's DNS service. */
    readonly dnsServiceIp: string;

    readonly backend: Endpoint;
    readonly frontend: Endpoint;

    /** Whether there are several backends, so that a session keeps to its own. */
    readonly clustered: boolean;
}

/** Ports of the gateway: of browsers, and of the probes, which name no host. */
export const GATEWAY_PORTS = { https: 8443, health: 8082 } as const;

/** Where the certificates are, each with its key behind it, as the Key Vault hands them out. */
export const CERTIFICATES_MOUNT = "/run/secrets/tls";
export const CERTIFICATE_FILES = { public: "public.pem", administration: "administration.pem" } as const;

/** Seconds that requests have to end once the gateway was asked to stop. */
export const SHUTDOWN_SECONDS = 60;

/** What browsers may load; OpenMRS 3 assembles its modules with inline scripts and eval. */
const CONTENT_SECURITY_POLICY = [
    "default-src 'self' 'unsafe-inline' 'unsafe-eval'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    // Documents of the medical record are shown from memory.
    "object-src 'self' blob:",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
].join("; ");

const HEADERS = {
    "Strict-Transport-Security": "max-age=63072000; includeSubDomains",
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "SAMEORIGIN",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    // Photographs are taken for the record.
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
} as const;

/**
 * Where else a server might read under what name it is called, or of which trace a request is: browsers write there what
 * they like.
 */
const FORGEABLE = [
    ...["Forwarded", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix"],
    ...["traceparent", "tracestate", "baggage"],
];

/** Functions of the REST interface that only administer the server, or that only other servers use. */
const ADMINISTRATION = [
    "administrationlinks",
    "cleardbcache",
    "hl7",
    "implementationid",
    "loggedinusers",
    "moduleaction",
    "searchindexupdate",
    "serverlog",
    "systeminformation",
    "taskaction",
    "taskdefinition",
];

const upstream = (name: string, endpoint: Endpoint, sticky = "") => `    upstream ${name} {
        zone ${name} 64k;${sticky}
        server ${hostOf(endpoint)}:${endpoint.port.toString()} resolve;
    }
`;

/** The cookie names the address of a backend, so that every gateway knows it; another takes over when it has gone. */
const STICKY = `
        sticky cookie openmrs_server path=/openmrs secure httponly samesite=strict;`;

const toHome = (path: string) => `        location = ${path} {
            return 302 /openmrs/spa/home;
        }`;

/** Says that the gateway itself serves: to the application gateway, over the way in of browsers, and to the pod's probes. */
const HEALTH = `        location = /healthz {
            access_log off;
            return 200;
        }`;

const server = (name: string, locations: string) => `    server {
        listen ${GATEWAY_PORTS.https.toString()} ssl;
        server_name ${name};
        ssl_certificate $certificate;
        ssl_certificate_key $certificate;
        # A host may not be asked for under another's name, by which the way here was opened.
        if ($ssl_server_name != ${name}) {
            return 421;
        }
        if ($disguised) {
            return 400;
        }
${HEALTH}
${["/", "/openmrs", "/openmrs/", "/openmrs/spa"].map(toHome).join("\n")}
        location /openmrs/spa/ {
            rewrite ^/openmrs/spa/(.*)$ /$1 break;
            proxy_pass http://frontend;
        }
${locations}
    }
`;

/** Passes requests on to the server of OpenMRS. */
const toBackend = (path: string) => `        location ${path} {
            # What browsers send waits on no disk either.
            proxy_request_buffering off;
            # Reports and imports take minutes.
            proxy_read_timeout 300s;
            limit_req zone=sign_in burst=10 nodelay;
            limit_req zone=requests burst=200 nodelay;
            proxy_pass http://backend;
        }`;

/**
 * Interfaces that the pages use. Beside them under /openmrs/ws/ the server answers with all its old pages a second time:
 * it looks for the rest of the path among everything that it has.
 */
const INTERFACES = ["/openmrs/ws/rest/", "/openmrs/ws/fhir2/"];

/** The mesh's sidecar calls from the pod itself; who called is what the application gateway wrote last. */
const CALLER = `        set_real_ip_from 127.0.0.0/8;
        real_ip_header X-Forwarded-For;`;

const nothing = (path: string) => `        location ${path} {
            return 404;
        }`;

/**
 * The nginx.conf of the server that browsers talk to, TLS 1.3 only (ANSSI TLS R3).
 *
 * On the public host there are the pages and the interfaces that they use; the old pages, most of which administer, and
 * what administers besides are on the other host alone. The names of its upstreams are looked up again and again in the
 * cluster's DNS, in full.
 */
export function gatewayConfig(args: GatewayConfigArgs): string {
    const { host, adminHost, clustered } = args;
    const public_ = server(
        host,
        [
            CALLER,
            nothing(`~* ^/openmrs/ws/rest/v1/(${ADMINISTRATION.join("|")})\\b`),
            ...INTERFACES.map(toBackend),
            nothing("/"),
        ].join("\n"),
    );
    const administration = server(adminHost, [toBackend("/openmrs/"), nothing("/")].join("\n"));
    return nginxConfig(
        `    # On the administration host all callers are one: no application gateway tells them apart, and they could lie.
    limit_req_zone $binary_remote_addr zone=requests:10m rate=50r/s;
    # Requests that bring a password.
    map $http_authorization $signs_in {
        "" "";
        default $binary_remote_addr;
    }
    limit_req_zone $signs_in zone=sign_in:10m rate=1r/s;
    limit_conn_zone $binary_remote_addr zone=connections:10m;
    limit_conn connections 200;
    limit_req_status 429;
    limit_conn_status 429;

    # Paths that nginx and Tomcat could read differently, and so pass what must not.
    map $request_uri $disguised {
        default 0;
        "~*^[^?]*(;|#|//|\\x5c|%(25|2e|2f|3b|5c))" 1;
    }
    # The medical record stays out of browsers' caches; only the pages hold none of it.
    map $uri $cache_control {
        default "";
        ~^/openmrs/(?!spa/) no-store;
    }
${Object.entries(HEADERS)
    .map(([name, value]) => `    add_header ${name} "${value}" always;`)
    .join("\n")}
    add_header Cache-Control $cache_control always;

    resolver ${args.dnsServiceIp} valid=10s ipv6=off;
${upstream("frontend", args.frontend)}${upstream("backend", args.backend, clustered ? STICKY : "")}
    proxy_http_version 1.1;
    # A replica that does not answer has just gone: on to the next.
    proxy_connect_timeout 2s;
    # Answers hold the medical record and may be larger than the volume: none waits on a disk.
    proxy_max_temp_file_size 0;
    proxy_set_header Host $host;
    proxy_set_header Connection "";
    proxy_set_header X-Real-IP $remote_addr;
    proxy_set_header X-Forwarded-For $remote_addr;
    proxy_set_header X-Forwarded-Proto https;
${FORGEABLE.map((name) => `    proxy_set_header ${name} "";`).join("\n")}
    # The server knows nothing of TLS.
    proxy_redirect http:// https://;
${["X-Powered-By", ...Object.keys(HEADERS)].map((name) => `    proxy_hide_header ${name};`).join("\n")}
    proxy_cookie_flags ~ secure httponly samesite=strict;
    absolute_redirect off;

    # Attachments of the medical record.
    client_max_body_size 25m;
    client_header_timeout 10s;
    client_body_timeout 30s;
    send_timeout 30s;

    ssl_protocols TLSv1.3;
    ssl_session_tickets off;
    # With a variable in its path nginx reads the file at each handshake: a renewed certificate needs no reload.
    map $ssl_server_name $certificate {
        ${host} ${CERTIFICATES_MOUNT}/${CERTIFICATE_FILES.public};
        ${adminHost} ${CERTIFICATES_MOUNT}/${CERTIFICATE_FILES.administration};
    }

    # Whoever asks for another host gets no certificate.
    server {
        listen ${GATEWAY_PORTS.https.toString()} ssl default_server;
        ssl_reject_handshake on;
    }

${public_}
${administration}
    server {
        listen ${GATEWAY_PORTS.health.toString()};
${HEALTH}
${nothing("/")}
    }`,
        SHUTDOWN_SECONDS,
    );
}
