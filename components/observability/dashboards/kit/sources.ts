/** A data source as panels refer to it. */
interface Source {
    readonly type: string;
    readonly uid: string;
}

/** What panels ask, by uid. */
export const SOURCES = {
    prometheus: { type: "prometheus", uid: "prometheus" },
    loki: { type: "loki", uid: "loki" },
    tempo: { type: "tempo", uid: "tempo" },
    alertmanager: { type: "alertmanager", uid: "alertmanager" },
} as const satisfies Readonly<Record<string, Source>>;
