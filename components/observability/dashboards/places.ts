/** Names of the workloads whose configuration names one another here. */
export const GRAFANA = "grafana";

/** Label that all of the platform's dashboards bear: they lead to one another by it. */
export const TAG = "plateforme";

/** Where Grafana finds the dashboards of each folder, in a directory of its name. */
export const DASHBOARDS_MOUNT = "/etc/dashboards";

/** The folders that dashboards are shown in, by name of their directory. */
export const FOLDERS = {
    exploitation: "Exploitation",
    infrastructure: "Infrastructure",
    securite: "Sécurité",
} as const;

export type Folder = keyof typeof FOLDERS;

/** File of a dashboard in the directory of its folder. */
export const fileOf = (uid: string) => `${uid}.json`;
