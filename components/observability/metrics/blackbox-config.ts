import { CANARY_EXPORT } from "./canary";

/** Names that pages are asked for under. */
export interface PublicNames {
    /** Of OpenMRS, as the public knows it. */
    readonly openmrs: string;

    /** Of Grafana, in the private network. */
    readonly grafana: string;
}

const http = (options: object) => ({
    prober: "http",
    timeout: "8s",
    http: {
        preferred_ip_protocol: "ip4",
        ip_protocol_fallback: false,
        follow_redirects: false,
        valid_status_codes: [200],
        ...options,
    },
});

/** Over TLS under a public name, whatever the address: the handshake names what the request does. */
const named = (host: string, { trusted }: { readonly trusted: boolean }) => ({
    headers: { Host: host },
    fail_if_not_ssl: true,
    tls_config: { min_version: "TLS13", ...(!trusted && { insecure_skip_verify: true }) },
});

/** How each kind of question is asked, and what answer will do. */
const modules = ({ openmrs, grafana }: PublicNames) => ({
    page: http({}),
    home: http({
        // By a public authority: a browser has to trust it as well.
        ...named(openmrs, { trusted: true }),
        fail_if_header_not_matches: [{ header: "Content-Type", regexp: "^text/html" }],
    }),
    session: http({
        ...named(openmrs, { trusted: true }),
        fail_if_body_not_matches_regexp: ['"authenticated"'],
    }),
    grafana: http({
        // Perhaps by an authority of the private network's own; the mesh has made sure of the pod.
        ...named(grafana, { trusted: false }),
        // Some settings lead from there to Entra at once.
        valid_status_codes: [200, 302, 307],
    }),
    redaction: http({
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: CANARY_EXPORT,
    }),
});

export type ProbeModule = keyof ReturnType<typeof modules>;

/** blackbox.yml, as JSON: YAML includes it, and nothing needs escaping. */
export const blackboxConfig = (names: PublicNames): string =>
    `${JSON.stringify({ modules: modules(names) }, null, 2)}\n`;
