import * as assert from "node:assert/strict";
import { grafana, type GrafanaArgs } from "../../../../components/observability/dashboards/grafana";
import { grafanaFiles } from "../../../../components/observability/dashboards/secrets";
import { unsafe } from "../../../../components/kubernetes/unsafe";
import { SETTINGS } from "../rules/harness";
import { FILES } from "./loaded";

const at = (workload: string, port: number) => ({ namespace: "observability", workload, port });

const ARGS: GrafanaArgs = {
    namespace: "observability",
    image: "registry.example/grafana@sha256:0",
    host: "grafana.example.fr",
    clientId: "11111111-2222-3333-4444-555555555555",
    tenantId: "99999999-8888-7777-6666-555555555555",
    sources: {
        prometheus: at("prometheus", 9090),
        loki: at("loki", 3100),
        tempo: at("tempo", 3200),
        alertmanager: at("alertmanager", 9093),
    },
    settings: SETTINGS.inCluster,
    revision: "2026-01-01",
};

const workload = grafana(ARGS);

function fileOf(volume: string, name: string): string {
    const found = workload.volumes?.[volume];
    assert.ok(found?.kind === "files", volume);
    const text = found.files[name];
    assert.ok(text !== undefined, name);
    return text;
}

/** Values by key of each section. */
function ini(text: string): Readonly<Record<string, Readonly<Record<string, string>>>> {
    const sections: Record<string, Record<string, string>> = {};
    let section: Record<string, string> = {};
    for (const line of text.split("\n").filter((one) => one !== "")) {
        const [, name] = /^\[(.+)\]$/.exec(line) ?? [];
        const [, key, value] = /^(\w+) = (.*)$/.exec(line) ?? [];
        if (name !== undefined) {
            section = sections[name] = {};
        } else {
            assert.ok(key !== undefined && value !== undefined, `expected key = value, got ${line}`);
            section[key] = value;
        }
    }
    return sections;
}

describe("Grafana’s configuration", () => {
    const text = fileOf("config", "grafana.ini");
    const config = ini(text);
    const is = (section: string, expected: Readonly<Record<string, string>>) => {
        for (const [key, value] of Object.entries(expected)) {
            assert.equal(config[section]?.[key], value, `[${section}] ${key}`);
        }
    };

    it("lets in nobody but through Entra, with a role of the app", () => {
        is("auth.anonymous", { enabled: "false" });
        is("auth.basic", { enabled: "false" });
        is("auth", { disable_login_form: "true", oauth_allow_insecure_email_lookup: "false" });
        is("users", { allow_sign_up: "false", auto_assign_org_role: "Viewer" });
        is("security", { disable_initial_admin_creation: "true" });
        is("auth.azuread", {
            enabled: "true",
            role_attribute_strict: "true",
            allow_assign_grafana_admin: "false",
            skip_org_role_sync: "false",
            allowed_organizations: ARGS.tenantId,
            use_pkce: "true",
        });
    });

    it("proves itself to Entra by the token of its own pod", () => {
        is("auth.azuread", {
            client_authentication: "workload_identity",
            client_id: ARGS.clientId,
            federated_credential_audience: "api://AzureADTokenExchange",
            token_url: `https://login.microsoftonline.com/${ARGS.tenantId}/oauth2/v2.0/token`,
            auth_url: `https://login.microsoftonline.com/${ARGS.tenantId}/oauth2/v2.0/authorize`,
        });
    });

    it("holds no secret: what is secret is read from a file of the vault", () => {
        assert.doesNotMatch(text, /client_secret|admin_password/);
        for (const [section, keys] of Object.entries(config)) {
            for (const [key, value] of Object.entries(keys)) {
                if (/secret|password|key$/.test(key)) {
                    assert.match(
                        value,
                        /^\/run\/secrets\/vault\/|^\$__file\{\/run\/secrets\/vault\//,
                        `[${section}] ${key}`,
                    );
                }
            }
        }
        for (const container of Object.values(workload.containers)) {
            assert.equal(container.env, undefined);
        }
    });

    it("speaks TLS 1.3 alone, by a certificate that it takes up when renewed", () => {
        is("server", {
            protocol: "https",
            min_tls_version: "TLS1.3",
            root_url: "https://grafana.example.fr/",
            cert_file: "/run/secrets/vault/grafana.pem",
            cert_key: "/run/secrets/vault/grafana.pem",
            certs_watch_interval: "1h",
        });
    });

    it("tells browsers to keep to it, and to TLS", () => {
        is("security", {
            cookie_secure: "true",
            cookie_samesite: "lax",
            allow_embedding: "false",
            strict_transport_security: "true",
            x_content_type_options: "true",
            content_security_policy: "true",
        });
        const policy = config.security?.content_security_policy_template ?? "";
        assert.match(policy, /^"""default-src 'self'; .*"""$/);
        assert.match(policy, /frame-ancestors 'none'/);
        assert.doesNotMatch(policy, /grafana\.com|\*|http:/);
    });

    it("asks nothing of the Internet, and publishes nothing", () => {
        is("analytics", {
            reporting_enabled: "false",
            check_for_updates: "false",
            check_for_plugin_updates: "false",
        });
        is("plugins", {
            preinstall_disabled: "true",
            plugin_admin_enabled: "false",
            public_key_retrieval_disabled: "true",
        });
        is("security", { disable_gravatar: "true" });
        is("snapshots", { enabled: "false", external_enabled: "false" });
        is("public_dashboards", { enabled: "false" });
        is("news", { news_feed_enabled: "false" });
    });

    it("passes on what browsers ask of no source that a page of its own could stop", () => {
        is("security", {
            data_source_proxy_whitelist:
                "prometheus.observability.svc.cluster.local:9090 alertmanager.observability.svc.cluster.local:9093",
        });
    });

    it("writes down who looks at what, as JSON", () => {
        is("server", { router_logging: "true" });
        is("log", { mode: "console" });
        is("log.console", { format: "json" });
    });

    it("ends a session after an hour of nothing, and after a day of work", () => {
        is("auth", {
            login_maximum_inactive_lifetime_duration: "1h",
            login_maximum_lifetime_duration: "10h",
        });
    });

    it("opens with the overview, which is there", () => {
        const home = config.dashboards?.default_home_dashboard_path ?? "";
        assert.ok(home.startsWith("/etc/dashboards/"));
        assert.ok(home.slice("/etc/dashboards/".length) in FILES.inCluster, home);
    });

    it("leaves alerts to Prometheus", () => {
        is("unified_alerting", { enabled: "true", execute_alerts: "false" });
    });
});

describe("Grafana’s data sources", () => {
    const { datasources, prune } = JSON.parse(fileOf("data-sources", "data-sources.yaml")) as {
        prune: boolean;
        datasources: {
            uid: string;
            url: string;
            editable: boolean;
            isDefault: boolean;
            access: string;
            jsonData: Record<string, unknown>;
        }[];
    };
    const uids = datasources.map(({ uid }) => uid);

    it("are those that Grafana may connect to, and nobody edits them", () => {
        assert.equal(prune, true);
        assert.deepEqual(
            datasources.map(({ uid, url, editable, access }) => ({ uid, url, editable, access })),
            Object.entries(ARGS.sources).map(([uid, { workload: name, port }]) => ({
                uid,
                url: `http://${name}.observability.svc.cluster.local:${port.toString()}`,
                editable: false,
                access: "proxy",
            })),
        );
        assert.deepEqual(
            datasources.filter(({ isDefault }) => isDefault).map(({ uid }) => uid),
            ["prometheus"],
        );
    });

    it("lead from one to another by uids that exist", () => {
        const named = [
            ...JSON.stringify(datasources).matchAll(/"(?:datasourceUid|alertmanagerUid)":"(\w+)"/g),
        ].map(([, uid = ""]) => uid);
        assert.deepEqual(named, ["alertmanager", "tempo", "tempo", "loki", "prometheus"]);
        for (const uid of named) {
            assert.ok(uids.includes(uid), uid);
        }
    });

    it("write every dollar that is not Grafana’s own variable twice", () => {
        const text = fileOf("data-sources", "data-sources.yaml");
        assert.equal(text.match(/\$\$\{/g)?.length, text.match(/\$+\{/g)?.length);
    });
});

describe("Grafana", () => {
    it("is a safe workload", () => {
        assert.equal(unsafe(workload), undefined);
    });

    it("connects to its data sources and to Entra, and says why", () => {
        assert.deepEqual(
            workload.connectsTo?.map(({ to }) => to),
            [...Object.values(ARGS.sources), { host: "login.microsoftonline.com", port: 443 }],
        );
        for (const { purpose } of workload.connectsTo ?? []) {
            assert.match(purpose, /^\p{Lu}.+/u);
        }
    });

    it("finds every dashboard where a provider looks for it, and nobody may change one", () => {
        const { providers } = JSON.parse(fileOf("providers", "providers.yaml")) as {
            providers: {
                folder: string;
                allowUiUpdates: boolean;
                disableDeletion: boolean;
                options: { path: string };
            }[];
        };
        const mounts = workload.containers.grafana?.mounts ?? {};
        const found = providers.flatMap(({ allowUiUpdates, disableDeletion, options: { path } }) => {
            assert.deepEqual([allowUiUpdates, disableDeletion], [false, true]);
            const volume = workload.volumes?.[mounts[path] ?? ""];
            assert.ok(volume?.kind === "files", path);
            return Object.entries(volume.files).map(([name, text]) => [
                `${path.slice("/etc/dashboards/".length)}/${name}`,
                text,
            ]);
        });
        assert.deepEqual(Object.fromEntries(found), FILES.inCluster);
        assert.deepEqual(
            providers.map(({ folder }) => folder),
            ["Exploitation", "Infrastructure", "Sécurité"],
        );
    });

    it("reads from the vault its certificate and its key, and nothing else", () => {
        assert.deepEqual(grafanaFiles("grafana-certificate"), {
            "grafana.pem": "grafana-certificate",
            "grafana-secret-key": "grafana-secret-key",
        });
        assert.equal(workload.containers.grafana?.mounts?.["/run/secrets/vault"], "secrets");
        assert.deepEqual(workload.volumes?.secrets, {
            kind: "vault",
            secretProviderClass: "grafana-vault",
        });
    });

    it("is asked for its health over TLS", () => {
        const { readiness, liveness, startup } = workload.containers.grafana ?? {};
        for (const probe of [readiness, liveness, startup]) {
            assert.deepEqual(probe?.httpGet, { path: "/api/health", port: "https", scheme: "HTTPS" });
        }
    });

    it("mounts volumes that it has, and all of them", () => {
        const mounted = Object.values(workload.containers.grafana?.mounts ?? {}).map(
            (source) => source.split("/")[0],
        );
        assert.deepEqual([...new Set(mounted)].sort(), Object.keys(workload.volumes ?? {}).sort());
    });
});
