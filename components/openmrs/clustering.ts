import type { Connection, Endpoint, OutsideHost } from "../kubernetes/flows";
import type { Scaling } from "../kubernetes/workload-args";
import type { SECRET_FILES } from "./backend-secrets";

/**
 * What several servers of OpenMRS share. Each with a cache, a search index and files of its own would corrupt the
 * record.
 */
export interface ClusteringArgs {
    readonly replicas: Scaling;

    /** Elasticsearch, by HTTPS. */
    readonly search: OutsideHost;

    /** An S3 service, by HTTPS. */
    readonly objectStorage: OutsideHost & { readonly bucket: string; readonly region: string };
}

/** Name of the service by which servers find one another, before they are ready for anybody else. */
export const PEERS = "openmrs-backend-peers";

/**
 * Ports of the shared caches: Hibernate's and the API's, and 50,000 above each the one by which JGroups notices that a
 * server is gone.
 */
export const PEER_PORTS = {
    "cache-data": 7800,
    "cache-api": 7801,
    "alive-data": 57_800,
    "alive-api": 57_801,
} as const;

/** Account of Elasticsearch. */
const SEARCH_USER = "openmrs";

const addressOf = ({ host, port }: OutsideHost) => `https://${host}:${port.toString()}`;

/** Environment of a server among several, besides its secrets. */
export function clusteringEnv(peers: string, { search, objectStorage }: ClusteringArgs) {
    return {
        CACHE_TYPE: "cluster",
        CACHE_STACK: "kubernetes",
        JAVA_TOOL_OPTIONS: `-Djgroups.dns.query=${peers} -Djava.net.preferIPv4Stack=true`,
        OMRS_SEARCH: "elasticsearch",
        OMRS_SEARCH_ES_URIS: addressOf(search),
        OMRS_EXTRA_HIBERNATE_SEARCH_BACKEND_TYPE: "elasticsearch",
        OMRS_EXTRA_HIBERNATE_SEARCH_BACKEND_ANALYSIS_CONFIGURER: "elasticsearchConfig",
        OMRS_EXTRA_HIBERNATE_SEARCH_BACKEND_URIS: addressOf(search),
        OMRS_EXTRA_HIBERNATE_SEARCH_BACKEND_USERNAME: SEARCH_USER,
        // It would go on to addresses that no policy knows.
        OMRS_EXTRA_HIBERNATE_SEARCH_BACKEND_DISCOVERY_ENABLED: "false",
        STORAGE_TYPE: "s3",
        STORAGE_S3_ENDPOINT: addressOf(objectStorage),
        STORAGE_S3_REGION: objectStorage.region,
        STORAGE_S3_BUCKETNAME: objectStorage.bucket,
        // The bucket as a name before the host's would be another host.
        STORAGE_S3_FORCEPATHSTYLE: "true",
    };
}

/** The secret of each environment variable of a server among several. */
export const CLUSTERING_SECRETS = {
    OMRS_EXTRA_HIBERNATE_SEARCH_BACKEND_PASSWORD: "searchPassword",
    STORAGE_S3_ACCESSKEYID: "storageKeyId",
    STORAGE_S3_SECRETACCESSKEY: "storageKey",
} as const satisfies Readonly<Record<string, keyof typeof SECRET_FILES>>;

/** What a server among several connects to. */
export function clusteringFlows(
    backend: Pick<Endpoint, "namespace" | "workload">,
    { search, objectStorage }: ClusteringArgs,
): readonly Connection[] {
    return [
        ...Object.values(PEER_PORTS).map((port) => ({
            to: { ...backend, service: PEERS, port },
            purpose: "Partager les caches entre serveurs OpenMRS",
        })),
        { to: outside(search), purpose: "Chercher dans l’index des dossiers" },
        { to: outside(objectStorage), purpose: "Lire et écrire les pièces jointes" },
    ];
}

const outside = ({ host, port }: OutsideHost): OutsideHost => ({ host, port });

/** Why the servers must not run like this; nothing where they may. */
export function clusteringFaults({ replicas, search, objectStorage }: ClusteringArgs): readonly string[] {
    return [
        (replicas.min < 2 || replicas.max < replicas.min) &&
            `clustering.replicas: expected 2 or more, up to as many or more, got ${replicas.min.toString()} to ${replicas.max.toString()}`,
        // The mesh tells hosts outside apart by the name in the handshake of HTTPS, or by their port.
        search.port === objectStorage.port &&
            search.port !== 443 &&
            search.host !== objectStorage.host &&
            `clustering.objectStorage.port: expected 443, or another port than search has, got ${objectStorage.port.toString()}`,
    ].filter((fault) => fault !== false);
}
