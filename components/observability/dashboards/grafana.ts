import { vaultFilesOf } from "../../key-vault/vault-reader";
import type { WorkloadArgs } from "../../kubernetes/workload-args";
import type { RuleSettings } from "../rules/rule-settings";
import { dashboardFiles } from ".";
import { type AskedSources, dataSources } from "./data-sources";
import { ENTRA, GRAFANA_DATA, GRAFANA_PORT, grafanaConfig, type GrafanaConfigArgs } from "./grafana-config";
import { DASHBOARDS_MOUNT, type Folder, FOLDERS, GRAFANA } from "./places";
import { SECRETS } from "./secrets";

export interface GrafanaArgs extends GrafanaConfigArgs {
    readonly namespace: string;
    readonly image: string;

    /** What its dashboards show. */
    readonly settings: RuleSettings;

    /** Changes whenever its secret key does. */
    readonly revision: string;
}

/** User of the image. Its group there is root's, which it does not need. */
const USER = { uid: 472, gid: 472, fsGroup: 472 };

const PURPOSES: Readonly<Record<keyof AskedSources, string>> = {
    prometheus: "Montrer les métriques et les alertes",
    loki: "Montrer les journaux",
    tempo: "Montrer les traces",
    alertmanager: "Montrer les alertes en cours et les silences",
};

const volumeOf = (folder: string) => `dashboards-${folder}`;

/** Which files make which folder of dashboards: nobody changes them but by the code. */
const providers = () =>
    JSON.stringify(
        {
            apiVersion: 1,
            providers: Object.entries(FOLDERS).map(([folder, title]) => ({
                name: folder,
                folder: title,
                folderUid: folder,
                type: "file",
                allowUiUpdates: false,
                disableDeletion: true,
                options: { path: `${DASHBOARDS_MOUNT}/${folder}` },
            })),
        },
        null,
        2,
    );

/** Shows metrics, logs, traces and alerts to those whom Entra knows. All that it has is in its configuration. */
export function grafana(args: GrafanaArgs): WorkloadArgs {
    const { namespace, image, sources, settings, revision } = args;
    const boards = Object.entries(dashboardFiles(settings)) as [Folder, Readonly<Record<string, string>>][];
    const health = { httpGet: { path: "/api/health", port: "https", scheme: "HTTPS" } };
    return {
        name: GRAFANA,
        namespace,
        // Sessions are in the database of the one pod.
        replicas: 1,
        user: USER,
        revision,
        connectsTo: [
            ...(Object.keys(PURPOSES) as (keyof AskedSources)[]).map((name) => ({
                to: sources[name],
                purpose: PURPOSES[name],
            })),
            { to: { host: ENTRA, port: 443 }, purpose: "Faire reconnaître par Entra qui se connecte" },
        ],
        volumes: {
            config: { kind: "files", files: { "grafana.ini": grafanaConfig(args) } },
            "data-sources": { kind: "files", files: { "data-sources.yaml": dataSources(sources) } },
            providers: { kind: "files", files: { "providers.yaml": providers() } },
            ...Object.fromEntries(
                boards.map(([folder, files]) => [volumeOf(folder), { kind: "files", files }] as const),
            ),
            secrets: { kind: "vault", secretProviderClass: vaultFilesOf(GRAFANA) },
            state: { kind: "scratch", sizeMiB: 1024 },
            temporary: { kind: "scratch", sizeMiB: 256 },
        },
        containers: {
            grafana: {
                image,
                // Each data source is a process of its own.
                compute: { cpu: "500m", memory: "1Gi" },
                ports: { https: GRAFANA_PORT },
                mounts: {
                    "/etc/grafana/grafana.ini": "config/grafana.ini",
                    "/etc/grafana/provisioning/datasources": "data-sources",
                    "/etc/grafana/provisioning/dashboards": "providers",
                    ...Object.fromEntries(
                        boards.map(([folder]) => [`${DASHBOARDS_MOUNT}/${folder}`, volumeOf(folder)]),
                    ),
                    [SECRETS]: "secrets",
                    [GRAFANA_DATA]: "state",
                    // Where its plugins open the sockets by which it speaks to them.
                    "/tmp": "temporary",
                },
                // It builds its database at each start.
                startup: { ...health, periodSeconds: 5, failureThreshold: 60 },
                readiness: health,
                liveness: { ...health, periodSeconds: 20, failureThreshold: 3 },
            },
        },
    };
}
