/** A Go module under go/ whose go.mod pins programs, and how they are built. */
export interface GoModule {
    /** What the programs answer that have a `versionOption`. */
    readonly version?: string;
    /** The variable that the programs take their version from, which the linker sets. */
    readonly stamp?: string;
    /** The module that the files in the folder `_over` are laid over, in a copy that is built in its place. */
    readonly patched?: string;
    readonly programs: Readonly<Record<string, GoPackage>>;
}

export interface GoPackage {
    readonly package: string;
    /** None for our own programs. */
    readonly versionOption?: string;
}

/** Where the programs of the Prometheus project, and those of others that are like them, have their version. */
const COMMON_VERSION = "github.com/prometheus/common/version.Version";

/** By folder under go/. */
export const GO_MODULES = {
    prometheus: {
        version: "3.13.2",
        stamp: COMMON_VERSION,
        programs: {
            prometheus: {
                package: "github.com/prometheus/prometheus/cmd/prometheus",
                versionOption: "--version",
            },
            promtool: {
                package: "github.com/prometheus/prometheus/cmd/promtool",
                versionOption: "--version",
            },
            "promql-names": { package: "./promql-names" },
        },
    },
    alertmanager: {
        version: "0.33.1",
        stamp: COMMON_VERSION,
        // The module lacks the pages of its user interface, which the program cannot be compiled without.
        patched: "github.com/prometheus/alertmanager",
        programs: {
            alertmanager: {
                package: "github.com/prometheus/alertmanager/cmd/alertmanager",
                versionOption: "--version",
            },
            amtool: { package: "github.com/prometheus/alertmanager/cmd/amtool", versionOption: "--version" },
        },
    },
    "exporters/blackbox": {
        version: "0.28.0",
        stamp: COMMON_VERSION,
        programs: {
            blackbox_exporter: {
                package: "github.com/prometheus/blackbox_exporter",
                versionOption: "--version",
            },
        },
    },
    "exporters/kube-state-metrics": {
        version: "2.19.1",
        stamp: COMMON_VERSION,
        programs: {
            "kube-state-metrics": { package: "k8s.io/kube-state-metrics/v2", versionOption: "version" },
        },
    },
    "exporters/mysqld": {
        version: "0.19.0",
        stamp: COMMON_VERSION,
        programs: {
            mysqld_exporter: { package: "github.com/prometheus/mysqld_exporter", versionOption: "--version" },
        },
    },
    "exporters/nginx": {
        version: "1.5.1",
        stamp: COMMON_VERSION,
        programs: {
            "nginx-prometheus-exporter": {
                package: "github.com/nginx/nginx-prometheus-exporter",
                versionOption: "--version",
            },
        },
    },
    "exporters/node": {
        version: "1.12.1",
        stamp: COMMON_VERSION,
        programs: {
            node_exporter: { package: "github.com/prometheus/node_exporter", versionOption: "--version" },
        },
    },
    loki: {
        version: "3.7.8",
        stamp: "github.com/grafana/loki/v3/pkg/util/build.Version",
        programs: {
            loki: { package: "github.com/grafana/loki/v3/cmd/loki", versionOption: "-version" },
            "logql-parse": { package: "./logql-parse" },
        },
    },
    collector: {
        version: "0.158.0",
        programs: { otelcol: { package: ".", versionOption: "--version" } },
    },
    alloy: {
        patched: "github.com/grafana/alloy",
        programs: { "alloy-validate": { package: "github.com/grafana/alloy/cmd/validate" } },
    },
} as const satisfies Readonly<Record<string, GoModule>>;

type Modules = typeof GO_MODULES;

/** A program that a module under go/ pins. */
export type GoProgram = { [Folder in keyof Modules]: keyof Modules[Folder]["programs"] }[keyof Modules];

export const goPrograms = Object.values(GO_MODULES).flatMap(
    ({ programs }) => Object.keys(programs) as GoProgram[],
);
