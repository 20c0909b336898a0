import type { DatabaseAccess } from "../database/access";
import { vaultFilesOf } from "../key-vault/vault-reader";
import { hostOf, serviceOf } from "../kubernetes/flows";
import type { Compute } from "../kubernetes/pod";
import type { VolumeArgs } from "../kubernetes/volumes";
import type { Storage, WorkloadArgs } from "../kubernetes/workload-args";
import {
    AGENT_OPTION,
    AGENT_PORT,
    agentEnv,
    agentFieldEnv,
    agentFlows,
    agentInstaller,
    agentMounts,
    agentVolumes,
    type TelemetryArgs,
} from "./agent";
import { administratorScript, ENGINES, jdbcUrl } from "./backend-database";
import { LOG4J, LOG4J_FILE, TOMCAT_LOGGING } from "./backend-logging";
import { VAULT_MOUNT } from "./backend-secrets";
import {
    HOME,
    PLATFORM_MOUNT,
    PREPARED,
    prepareScript,
    SERVER_INFO,
    SETTINGS,
    startScript,
} from "./backend-start";
import {
    CLUSTERING_SECRETS,
    type ClusteringArgs,
    clusteringEnv,
    clusteringFlows,
    PEER_PORTS,
    PEERS,
} from "./clustering";
import { replicasOf } from "./replicas";

export interface BackendArgs {
    readonly namespace: string;
    readonly image: string;

    /** Image of MariaDB, for its client. */
    readonly clientImage: string;

    /** Image of OpenTelemetry's Java agent, for the agent. */
    readonly agentImage: string;

    readonly compute: Compute;

    /** Of the files of the one server; several have none of their own. */
    readonly storage: Storage;

    readonly database: DatabaseAccess;
    readonly clustering?: ClusteringArgs;
    readonly telemetry: TelemetryArgs;

    /** Changes whenever a credential does. */
    readonly revision: string;
}

/** Name of the workload and of its account, whose identity reads its secrets. */
export const BACKEND = "openmrs-backend";

/** Minutes that the first start may take: it creates the schema and imports the content. */
const STARTUP_MINUTES = 60;

/** Share of the memory for the heap. The agent takes some 100 MiB of the rest. */
const HEAP_PERCENT = 65;

/** Directories that Tomcat writes to. */
const TOMCAT_SCRATCH = ["webapps", "logs", "work", "temp"];

/**
 * Secret of each environment variable. What begins with OMRS_EXTRA_ counts at every start; without it, the first start
 * stores the settings with the data, and later ones keep to what is stored.
 */
const SECRETS = {
    OMRS_ADMIN_USER_PASSWORD: "adminPassword",
    OMRS_DB_PASSWORD: "databasePassword",
    OMRS_EXTRA_CONNECTION_PASSWORD: "databasePassword",
    // By default each server would make its own, and keep them beside what they encrypt.
    OMRS_EXTRA_ENCRYPTION_KEY: "encryptionKey",
    OMRS_EXTRA_ENCRYPTION_VECTOR: "encryptionVector",
} as const;

function environmentOf({
    database,
    clustering,
    namespace,
    telemetry,
}: BackendArgs): Readonly<Record<string, string>> {
    const { server, engine, databaseName, userName } = database;
    const { driver, hibernate } = ENGINES[engine];
    const url = jdbcUrl(database);
    return {
        OMRS_HOME: HOME,
        OMRS_INSTALL_METHOD: "auto",
        OMRS_CREATE_TABLES: "true",
        OMRS_HAS_CURRENT_OPENMRS_DATABASE: "true",
        OMRS_AUTO_UPDATE_DATABASE: "true",
        OMRS_EXTRA_AUTO__UPDATE__DATABASE: "true",
        // Modules come with the image, never through the administration pages.
        OMRS_MODULE_WEB_ADMIN: "false",
        OMRS_EXTRA_MODULE_ALLOW__WEB__ADMIN: "false",
        // Nobody changes in the pages what the vault keeps.
        OMRS_ADMIN_PASSWORD_LOCKED: "true",
        // Of the server alone; the other variable is of the program too that stops it, and has options of its own.
        OMRS_JAVA_MEMORY_OPTS: `${AGENT_OPTION} -XX:MaxRAMPercentage=${HEAP_PERCENT.toString()} -XX:+ExitOnOutOfMemoryError`,
        LOGGING_CONFIG: `-Djava.util.logging.config.file=${PLATFORM_MOUNT}/logging.properties`,
        OMRS_DB: engine,
        // The start script waits for host and port even when it is given a URL.
        OMRS_DB_HOSTNAME: hostOf(server),
        OMRS_DB_PORT: server.port.toString(),
        OMRS_DB_NAME: databaseName,
        OMRS_DB_URL: url,
        OMRS_DB_USERNAME: userName,
        OMRS_EXTRA_CONNECTION_URL: url,
        OMRS_EXTRA_CONNECTION_USERNAME: userName,
        OMRS_EXTRA_CONNECTION_DRIVER__CLASS: driver,
        ...hibernate,
        ...agentEnv({ namespace, workload: BACKEND }, telemetry),
        ...(clustering !== undefined &&
            clusteringEnv(serviceOf({ namespace, workload: BACKEND, service: PEERS }), clustering)),
    };
}

function volumesOf({ database, clustering }: BackendArgs): Readonly<Record<string, VolumeArgs>> {
    const clustered = clustering !== undefined;
    return {
        platform: {
            kind: "files",
            files: {
                "administrator.sh": administratorScript(database, clustered),
                "prepare.sh": prepareScript(clustered),
                "start.sh": startScript({ ...SECRETS, ...(clustered && CLUSTERING_SECRETS) }),
                "settings.xml": SETTINGS,
                "ServerInfo.properties": SERVER_INFO,
                [LOG4J_FILE]: LOG4J,
                "logging.properties": TOMCAT_LOGGING,
            },
        },
        secrets: { kind: "vault", secretProviderClass: vaultFilesOf(BACKEND) },
        home: { kind: "memory", sizeMiB: 16 },
        distribution: { kind: "scratch", sizeMiB: 512 },
        "tomcat-files": { kind: "scratch", sizeMiB: 16 },
        ...Object.fromEntries(
            TOMCAT_SCRATCH.map((directory) => [
                `tomcat-${directory}`,
                { kind: "scratch" as const, sizeMiB: 2048 },
            ]),
        ),
        temporary: { kind: "scratch", sizeMiB: 1024 },
        ...agentVolumes,
        ...(clustered && { data: { kind: "scratch" as const, sizeMiB: 4096 } }),
    };
}

/**
 * The OpenMRS server: one, with a disk of its own, or several that share what they must.
 *
 * Its image writes into its own directories, which volumes cover, so that the root file system stays read-only.
 */
export function backend(args: BackendArgs): WorkloadArgs {
    const { namespace, image, database, clustering } = args;
    const health = (path: string) => ({ httpGet: { path: `/openmrs/health/${path}`, port: "http" } });
    return {
        name: BACKEND,
        namespace,
        ...(clustering === undefined
            ? { replicas: 1, storage: args.storage }
            : { replicas: replicasOf(clustering.replicas) }),
        user: { uid: 1001, gid: 0, fsGroup: 1001 },
        startupMinutes: STARTUP_MINUTES + 5,
        shutdownSeconds: 60,
        revision: args.revision,
        connectsTo: [
            { to: database.server, purpose: "Lire et écrire le dossier patient" },
            ...agentFlows(args.telemetry),
            ...(clustering === undefined
                ? []
                : clusteringFlows({ namespace, workload: BACKEND }, clustering)),
        ],
        volumes: volumesOf(args),
        initContainers: {
            administrator: {
                image: args.clientImage,
                // Of the two images the server's alone needs group 0.
                group: 1001,
                command: ["sh", `${PLATFORM_MOUNT}/administrator.sh`],
                compute: { cpu: "100m", memory: "128Mi" },
                mounts: { [PLATFORM_MOUNT]: "platform", [VAULT_MOUNT]: "secrets", "/tmp": "temporary" },
            },
            prepare: {
                image,
                command: ["sh", `${PLATFORM_MOUNT}/prepare.sh`],
                compute: { cpu: "250m", memory: "256Mi" },
                mounts: {
                    [PLATFORM_MOUNT]: "platform",
                    [PREPARED.distribution]: "distribution",
                    [PREPARED.tomcat]: "tomcat-files",
                    [`${HOME}/data`]: "data",
                },
            },
            agent: agentInstaller(args.agentImage),
        },
        containers: {
            backend: {
                image,
                command: ["/usr/bin/tini", "--", "bash", `${PLATFORM_MOUNT}/start.sh`],
                compute: args.compute,
                ports: { http: 8080, metrics: AGENT_PORT, ...(clustering !== undefined && PEER_PORTS) },
                env: environmentOf(args),
                fieldEnv: agentFieldEnv,
                mounts: {
                    [PLATFORM_MOUNT]: "platform",
                    [VAULT_MOUNT]: "secrets",
                    [HOME]: "home",
                    [`${HOME}/distribution`]: "distribution",
                    [`${HOME}/data`]: "data",
                    "/usr/local/tomcat/bin/setenv.sh": "tomcat-files/setenv.sh",
                    "/usr/local/tomcat/conf/server.xml": "tomcat-files/server.xml",
                    // Tomcat looks there before its archives.
                    "/usr/local/tomcat/lib/org/apache/catalina/util/ServerInfo.properties":
                        "platform/ServerInfo.properties",
                    ...Object.fromEntries(
                        TOMCAT_SCRATCH.map((directory) => [
                            `/usr/local/tomcat/${directory}`,
                            `tomcat-${directory}`,
                        ]),
                    ),
                    "/tmp": "temporary",
                    ...agentMounts,
                },
                startup: {
                    ...health("started"),
                    periodSeconds: 10,
                    failureThreshold: STARTUP_MINUTES * 6,
                },
                readiness: { ...health("started"), periodSeconds: 10, timeoutSeconds: 5 },
                liveness: {
                    ...health("alive"),
                    periodSeconds: 20,
                    timeoutSeconds: 5,
                    failureThreshold: 5,
                },
            },
        },
    };
}
