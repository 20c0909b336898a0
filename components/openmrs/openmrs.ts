import * as pulumi from "@pulumi/pulumi";
import type { DatabaseAccess } from "../database/access";
import type { Images } from "../images";
import { keep, keepPassword } from "../key-vault/credentials";
import { secretKey } from "../key-vault/secret-key";
import { type VaultAccess, VaultReader } from "../key-vault/vault-reader";
import { Service } from "../kubernetes/api";
import { type Endpoint, WORKLOAD_LABEL } from "../kubernetes/flows";
import { Namespace } from "../kubernetes/namespace";
import type { Compute } from "../kubernetes/pod";
import { demandOf } from "../kubernetes/quota";
import { Workload } from "../kubernetes/workload";
import { endpointOf, type Scaling, type Storage } from "../kubernetes/workload-args";
import type { PlatformNames } from "../naming";
import type { TelemetryArgs } from "./agent";
import { BACKEND, backend } from "./backend";
import { GENERATED_SECRETS, ISSUED_SECRETS, SECRET_FILES } from "./backend-secrets";
import { type ClusteringArgs, PEER_PORTS, PEERS } from "./clustering";
import { frontend } from "./frontend";
import { GATEWAY, gateway } from "./gateway";
import { CERTIFICATE_FILES } from "./gateway-config";
import { releaseFaults } from "./unsafe-release";

export interface OpenMrsArgs {
    readonly images: Images;

    /** Public host name. */
    readonly host: string;

    /** Host name of the administration pages, in the private network alone. */
    readonly adminHost: string;

    /** Names in the Key Vault of the hosts' certificates. */
    readonly tlsCertificate: string;
    readonly adminTlsCertificate: string;

    /** Replicas of gateway and frontend, each. */
    readonly webReplicas: Scaling;

    /** Of a backend. */
    readonly compute: Compute;

    /** Of the one backend; several have no disk. */
    readonly storage: Storage;

    readonly database: DatabaseAccess;

    /** What several backends share. Without it there is one. */
    readonly clustering?: ClusteringArgs | undefined;

    /** Who takes in the traces and the logs of the server. */
    readonly telemetry: TelemetryArgs;

    /** Whether demonstration patients are created. */
    readonly demoData: boolean;

    /** Address of the cluster's DNS service. */
    readonly dnsServiceIp: string;

    readonly vault: VaultAccess;

    readonly names: Pick<PlatformNames, "backendIdentity" | "gatewayIdentity">;

    /** Day on which the credentials are made anew, such as 2026-11-01. */
    readonly credentialsRotatedOn: string;

    readonly meshRevision: string;

    /** Whether Pulumi refuses to delete the namespace and the keys, and with them the data. */
    readonly protectData: boolean;
}

/**
 * One release of OpenMRS: server, pages and the gateway before them.
 *
 * Throws a ResourceError for a release that would be unsafe.
 */
export class OpenMrs extends pulumi.ComponentResource {
    /** Where browsers' requests go in, as TLS, to either host. */
    public readonly entry: Endpoint;

    /** The servers' own ports, for health probes. */
    public readonly backend: Endpoint;
    public readonly frontend: Endpoint;

    /** Where Prometheus finds the metrics of gateway, frontend and server. */
    public readonly metrics: Readonly<Record<string, Endpoint>>;

    constructor(name: string, args: OpenMrsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:openmrs:OpenMrs", name, {}, opts);
        const faults = releaseFaults(args);
        if (faults.length > 0) {
            throw new pulumi.ResourceError(faults.join("\n"), this, true);
        }
        const { images, clustering, webReplicas, meshRevision } = args;

        const server = backend({
            namespace: name,
            image: args.demoData ? images.openmrsBackendDemo : images.openmrsBackend,
            clientImage: images.mariadb,
            agentImage: images.otelJavaAgent,
            compute: args.compute,
            storage: args.storage,
            database: args.database,
            ...(clustering !== undefined && { clustering }),
            telemetry: args.telemetry,
            revision: args.credentialsRotatedOn,
        });
        const web = { namespace: name, exporterImage: images.nginxExporter, replicas: webReplicas };
        const pages = frontend({ ...web, image: images.openmrsFrontend });
        this.backend = endpointOf(server, "http");
        this.frontend = endpointOf(pages, "http");
        const way = gateway({
            ...web,
            image: images.openmrsGateway,
            host: args.host,
            adminHost: args.adminHost,
            dnsServiceIp: args.dnsServiceIp,
            backend: this.backend,
            frontend: this.frontend,
            clustered: clustering !== undefined,
        });

        const home = new Namespace(
            name,
            { meshRevision, demands: [server, pages, way].map(demandOf) },
            { parent: this, protect: args.protectData },
        );
        const inNamespace = { parent: this, dependsOn: home };
        const secrets = this.secrets(name, args);
        const peers = clustering === undefined ? [] : [peerService(name, inNamespace)];
        const serverFiles = new VaultReader(
            {
                vault: args.vault,
                identityName: args.names.backendIdentity,
                account: { namespace: name, name: BACKEND },
                files: backendFiles(args),
            },
            { parent: this, dependsOn: [home, ...secrets] },
        );
        const certificates = new VaultReader(
            {
                vault: args.vault,
                identityName: args.names.gatewayIdentity,
                account: { namespace: name, name: GATEWAY },
                files: {
                    [CERTIFICATE_FILES.public]: args.tlsCertificate,
                    [CERTIFICATE_FILES.administration]: args.adminTlsCertificate,
                },
            },
            inNamespace,
        );
        new Workload({ ...server, meshRevision }, { parent: this, dependsOn: [home, serverFiles, ...peers] });
        new Workload({ ...pages, meshRevision }, inNamespace);
        new Workload({ ...way, meshRevision }, { parent: this, dependsOn: [home, certificates] });

        this.entry = endpointOf(way, "https");
        this.metrics = Object.fromEntries(
            [way, pages, server].map((workload) => [workload.name, endpointOf(workload, "metrics")]),
        );
        this.registerOutputs({ entry: this.entry, backend: this.backend, metrics: this.metrics });
    }

    /** Generates what the server needs to know, into the Key Vault. */
    private secrets(name: string, args: OpenMrsArgs): readonly pulumi.Resource[] {
        const { vault, credentialsRotatedOn, protectData } = args;
        const keeping = { vault, rotatedOn: credentialsRotatedOn };
        // AES of 128 bits. Never renewed: what they encrypt could not be read any more.
        const bytes = (suffix: string) =>
            secretKey(`${name}-${suffix}`, { bytes: 16, encoding: "base64", protect: protectData }, this);
        return [
            keepPassword(GENERATED_SECRETS.adminPassword, keeping, this).kept,
            keep(GENERATED_SECRETS.encryptionKey, bytes("encryption-key"), keeping, this),
            keep(GENERATED_SECRETS.encryptionVector, bytes("encryption-vector"), keeping, this),
        ];
    }
}

/** Name in the Key Vault of each file that the backend reads. */
function backendFiles({ database, clustering }: OpenMrsArgs): Readonly<Record<string, string>> {
    const { authoritySecret } = database;
    return {
        [SECRET_FILES.databasePassword]: database.passwordSecret,
        ...(authoritySecret !== undefined && { [SECRET_FILES.databaseAuthority]: authoritySecret }),
        [SECRET_FILES.adminPassword]: GENERATED_SECRETS.adminPassword,
        [SECRET_FILES.encryptionKey]: GENERATED_SECRETS.encryptionKey,
        [SECRET_FILES.encryptionVector]: GENERATED_SECRETS.encryptionVector,
        ...(clustering !== undefined && {
            [SECRET_FILES.searchPassword]: ISSUED_SECRETS.searchPassword,
            [SECRET_FILES.storageKeyId]: ISSUED_SECRETS.storageKeyId,
            [SECRET_FILES.storageKey]: ISSUED_SECRETS.storageKey,
        }),
    };
}

/** Leads to every server, those included that are not ready yet: they become so with what the others tell them. */
function peerService(namespace: string, opts: pulumi.CustomResourceOptions): Service {
    return new Service(
        PEERS,
        {
            metadata: {
                name: PEERS,
                namespace,
                annotations: { "pulumi.com/skipAwait": "true" },
            },
            spec: {
                clusterIP: "None",
                publishNotReadyAddresses: true,
                selector: { [WORKLOAD_LABEL]: BACKEND },
                ports: Object.entries(PEER_PORTS).map(([portName, port]) => ({
                    name: portName,
                    port,
                    targetPort: portName,
                    protocol: "TCP",
                    appProtocol: "tcp",
                })),
            },
        },
        opts,
    );
}
