import type * as pulumi from "@pulumi/pulumi";
import { type Endpoint, hostOf } from "../kubernetes/flows";
import type { Compute } from "../kubernetes/pod";
import { type Storage, Workload } from "../kubernetes/workload";

/** What the backend needs of the database. */
export interface DatabaseAccess {
    readonly endpoint: Endpoint;
    readonly databaseName: string;
    readonly userName: string;
}

export interface BackendArgs {
    readonly namespace: string;
    readonly image: string;
    readonly compute: Compute;
    readonly storage: Storage;
    readonly database: DatabaseAccess;

    /** Secret with the keys database-password and admin-password. */
    readonly credentialsSecret: string;
}

/** Minutes that the first start may take: it creates the schema and imports the content. */
const STARTUP_MINUTES = 60;

/** Directories that Tomcat writes to. */
const TOMCAT_SCRATCH = ["webapps", "logs", "work", "temp"];

/**
 * Connector/J verifies the server's certificate by the password (see the database's serverConfig), over TLS 1.3 only.
 */
function jdbcUrl(database: DatabaseAccess): string {
    const options = new URLSearchParams({
        useMysqlMetadata: "true",
        sslMode: "verify-full",
        enabledSslProtocolSuites: "TLSv1.3",
    });
    const { endpoint, databaseName } = database;
    const server = `${hostOf(endpoint)}:${endpoint.port.toString()}`;
    return `jdbc:mariadb://${server}/${databaseName}?${options.toString()}`;
}

/**
 * The OpenMRS server. One replica: more need a shared cache, search index and file store.
 *
 * Its image writes into its own directories, so an init container copies these onto the node's encrypted disk and
 * the root file system stays read-only.
 */
export function backend(args: BackendArgs, opts: pulumi.ComponentResourceOptions): Workload {
    const { database, image } = args;
    const url = jdbcUrl(database);
    const secret = (key: string) => ({ secret: args.credentialsSecret, key });
    const health = (path: string) => ({ httpGet: { path: `/openmrs/health/${path}`, port: "http" } });
    return new Workload(
        "openmrs-backend",
        {
            namespace: args.namespace,
            replicas: 1,
            user: { uid: 1001, gid: 0, fsGroup: 1001 },
            storage: args.storage,
            startupMinutes: STARTUP_MINUTES + 5,
            shutdownSeconds: 60,
            connectsTo: [database.endpoint],
            volumes: {
                application: { kind: "scratch", sizeMiB: 4096 },
                "tomcat-bin": { kind: "scratch", sizeMiB: 64 },
                ...Object.fromEntries(
                    TOMCAT_SCRATCH.map((directory) => [
                        `tomcat-${directory}`,
                        { kind: "scratch" as const, sizeMiB: 2048 },
                    ]),
                ),
                temporary: { kind: "scratch", sizeMiB: 1024 },
            },
            initContainers: {
                copy: {
                    image,
                    command: ["sh", "-ec"],
                    args: ["cp -R /openmrs/. /copy/openmrs/ && cp -R /usr/local/tomcat/bin/. /copy/bin/"],
                    compute: { cpu: "250m", memory: "256Mi" },
                    mounts: { "/copy/openmrs": "application", "/copy/bin": "tomcat-bin" },
                },
            },
            containers: {
                backend: {
                    image,
                    compute: args.compute,
                    ports: { http: 8080 },
                    env: {
                        OMRS_INSTALL_METHOD: "auto",
                        OMRS_CREATE_TABLES: "true",
                        OMRS_AUTO_UPDATE_DATABASE: "true",
                        OMRS_HAS_CURRENT_OPENMRS_DATABASE: "true",
                        // Modules come with the image, never through the administration pages.
                        OMRS_MODULE_WEB_ADMIN: "false",
                        OMRS_ADMIN_USER_PASSWORD: secret("admin-password"),
                        OMRS_JAVA_MEMORY_OPTS: "-XX:MaxRAMPercentage=70",
                        OMRS_DB: "mariadb",
                        // The start script waits for host and port even when it is given a URL.
                        OMRS_DB_HOSTNAME: hostOf(database.endpoint),
                        OMRS_DB_PORT: database.endpoint.port.toString(),
                        OMRS_DB_NAME: database.databaseName,
                        OMRS_DB_URL: url,
                        OMRS_DB_USERNAME: database.userName,
                        OMRS_DB_PASSWORD: secret("database-password"),
                        // The first start stores the connection with the data and later ones keep to it; only
                        // OMRS_EXTRA_ settings win over what is stored. The server does not follow a changed
                        // password by itself: it needs ALTER USER first.
                        OMRS_EXTRA_CONNECTION_URL: url,
                        OMRS_EXTRA_CONNECTION_USERNAME: database.userName,
                        OMRS_EXTRA_CONNECTION_PASSWORD: secret("database-password"),
                    },
                    mounts: {
                        "/openmrs": "application",
                        "/openmrs/data": "data",
                        "/usr/local/tomcat/bin": "tomcat-bin",
                        ...Object.fromEntries(
                            TOMCAT_SCRATCH.map((directory) => [
                                `/usr/local/tomcat/${directory}`,
                                `tomcat-${directory}`,
                            ]),
                        ),
                        "/tmp": "temporary",
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
        },
        opts,
    );
}
