import { addressOf, type AskedSources } from "./data-sources";
import { DASHBOARDS_MOUNT, fileOf } from "./places";
import { CERTIFICATE_FILE, GRAFANA_SECRET_KEY, SECRETS } from "./secrets";

export const GRAFANA_PORT = 3000;

/** Where Grafana keeps its database, which lives as long as the pod. */
export const GRAFANA_DATA = "/var/lib/grafana";

/** Of the dashboard that everybody sees first. */
export const HOME = { folder: "exploitation", uid: "overview" } as const;

/** Where Entra is asked for tokens, and for the keys that they are signed by. */
export const ENTRA = "login.microsoftonline.com";

export interface GrafanaConfigArgs {
    /** Host name, under which browsers know it. */
    readonly host: string;

    /** Id of its app registration in Entra, and of the tenant whose people may sign in. */
    readonly clientId: string;
    readonly tenantId: string;

    readonly sources: AskedSources;
}

type Section = Readonly<Record<string, string | number | boolean>>;

const entra = (tenantId: string, page: string) => `https://${ENTRA}/${tenantId}/oauth2/v2.0/${page}`;

/** What browsers may load: Grafana's own, no other host's, in no page of another. Values with a semicolon need quotes. */
const CONTENT_SECURITY_POLICY = `"""${[
    "default-src 'self'",
    // Grafana compiles its expressions, and lets in its own scripts by the nonce.
    "script-src 'self' 'unsafe-eval' 'unsafe-inline' 'strict-dynamic' $NONCE",
    "style-src 'self' 'unsafe-inline' blob:",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self' wss://$ROOT_PATH",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "media-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
].join("; ")}"""`;

const file = (name: string) => `${SECRETS}/${name}`;

/** Whoever signs in does so through Entra, which the pod's own token proves Grafana to: there is no secret. */
function signIn({ clientId, tenantId }: GrafanaConfigArgs): Readonly<Record<string, Section>> {
    return {
        auth: {
            disable_login_form: true,
            oauth_allow_insecure_email_lookup: false,
            // An hour of doing nothing, and a day of work.
            login_maximum_inactive_lifetime_duration: "1h",
            login_maximum_lifetime_duration: "10h",
            token_rotation_interval_minutes: 10,
        },
        "auth.anonymous": { enabled: false },
        "auth.basic": { enabled: false },
        "auth.azuread": {
            enabled: true,
            name: "Entra",
            auto_login: true,
            // Whom Entra lets in is created here, since nothing outlives the pod.
            allow_sign_up: true,
            client_authentication: "workload_identity",
            client_id: clientId,
            workload_identity_token_file: "/var/run/secrets/azure/tokens/azure-identity-token",
            federated_credential_audience: "api://AzureADTokenExchange",
            scopes: "openid email profile",
            auth_url: entra(tenantId, "authorize"),
            token_url: entra(tenantId, "token"),
            allowed_organizations: tenantId,
            use_pkce: true,
            // Without a role of the app, nobody comes in.
            role_attribute_strict: true,
            allow_assign_grafana_admin: false,
            skip_org_role_sync: false,
        },
    };
}

/** What is turned off: ways in, ways out, and what nobody needs. */
const OFF: Readonly<Record<string, Section>> = {
    analytics: {
        reporting_enabled: false,
        check_for_updates: false,
        check_for_plugin_updates: false,
        feedback_links_enabled: false,
    },
    news: { news_feed_enabled: false },
    snapshots: { enabled: false, external_enabled: false },
    public_dashboards: { enabled: false },
    // The image has the plugins that are needed; without this Grafana would try to replace them from the Internet.
    plugins: {
        preinstall_disabled: true,
        plugin_admin_enabled: false,
        public_key_retrieval_disabled: true,
    },
    live: { max_connections: 0 },
};

/** The grafana.ini. What is secret is read from files. */
export function grafanaConfig(args: GrafanaConfigArgs): string {
    const { host, sources } = args;
    const sections: Readonly<Record<string, Section>> = {
        server: {
            protocol: "https",
            min_tls_version: "TLS1.3",
            http_port: GRAFANA_PORT,
            domain: host,
            root_url: `https://${host}/`,
            cert_file: file(CERTIFICATE_FILE),
            cert_key: file(CERTIFICATE_FILE),
            // A renewed certificate is taken up without a restart.
            certs_watch_interval: "1h",
            // Who looked at what: lines of the audit stream.
            router_logging: true,
        },
        paths: { data: GRAFANA_DATA },
        database: { type: "sqlite3", wal: true },
        security: {
            disable_initial_admin_creation: true,
            secret_key: `$__file{${file(GRAFANA_SECRET_KEY)}}`,
            disable_gravatar: true,
            // Loki and Tempo stop at a GET of one of their pages, which whoever may read could have passed on. What they are
            // asked otherwise goes another way.
            data_source_proxy_whitelist: [sources.prometheus, sources.alertmanager].map(addressOf).join(" "),
            cookie_secure: true,
            // Stricter, the browser would come back from Entra without its session.
            cookie_samesite: "lax",
            allow_embedding: false,
            strict_transport_security: true,
            strict_transport_security_max_age_seconds: 31_536_000,
            x_content_type_options: true,
            content_security_policy: true,
            content_security_policy_template: CONTENT_SECURITY_POLICY,
        },
        users: {
            allow_sign_up: false,
            allow_org_create: false,
            auto_assign_org_role: "Viewer",
            default_language: "fr-FR",
        },
        ...signIn(args),
        // Prometheus judges the alerts; Grafana shows them.
        unified_alerting: { enabled: true, execute_alerts: false },
        dashboards: {
            default_home_dashboard_path: `${DASHBOARDS_MOUNT}/${HOME.folder}/${fileOf(HOME.uid)}`,
            min_refresh_interval: "30s",
        },
        date_formats: { default_timezone: "Europe/Paris" },
        metrics: { enabled: true },
        log: { mode: "console", level: "info" },
        "log.console": { format: "json" },
        ...OFF,
    };
    return Object.entries(sections)
        .map(([name, keys]) =>
            [
                `[${name}]`,
                ...Object.entries(keys).map(([key, value]) => `${key} = ${value.toString()}`),
                "",
            ].join("\n"),
        )
        .join("\n");
}
