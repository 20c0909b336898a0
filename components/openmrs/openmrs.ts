import * as pulumi from "@pulumi/pulumi";
import { RandomPassword } from "@pulumi/random/randomPassword";
import type { AzureScope } from "../azure-scope";
import { assignRole } from "../identity/role";
import { WorkloadIdentity } from "../identity/workload-identity";
import type { Images } from "../images";
import { Secret } from "../kubernetes/api";
import type { Endpoint } from "../kubernetes/flows";
import { Namespace } from "../kubernetes/namespace";
import type { Compute } from "../kubernetes/pod";
import { vaultObjects } from "../kubernetes/vault-objects";
import type { Storage } from "../kubernetes/workload";
import { backend, type DatabaseAccess } from "./backend";
import { frontend } from "./frontend";
import { CERTIFICATE_FILE, GATEWAY, gateway } from "./gateway";

export interface OpenMrsArgs {
    readonly images: Images;

    /** Public host name. */
    readonly host: string;

    /** Replicas of gateway and frontend. */
    readonly webReplicas: number;

    /** Of the backend. */
    readonly compute: Compute;
    readonly storage: Storage;

    readonly database: DatabaseAccess & { readonly password: pulumi.Input<string> };

    /** Address of the cluster's DNS service. */
    readonly dnsServiceIp: string;

    /** The gateway's certificate in the Key Vault, and the identity that reads it. */
    readonly certificate: AzureScope & {
        readonly name: string;
        readonly vaultName: string;
        readonly vaultId: pulumi.Input<string>;
        readonly tenantId: string;
        readonly subscriptionId: string;
        readonly identityName: string;
        readonly oidcIssuerUrl: pulumi.Input<string>;
    };

    /** Whether Pulumi refuses to delete the credentials and the namespace, and with it the data. */
    readonly protectData: boolean;
}

/** One release of OpenMRS: server, pages and the gateway before them. */
export class OpenMrs extends pulumi.ComponentResource {
    /** Where browsers' requests go in, as TLS. */
    public readonly entry: Endpoint;

    /** The server's own port, for health probes. */
    public readonly backend: Endpoint;

    /** Where Prometheus finds the metrics of gateway and frontend. */
    public readonly metrics: Readonly<Record<string, Endpoint>>;

    constructor(name: string, args: OpenMrsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:openmrs:OpenMrs", name, {}, opts);
        const { images, certificate, protectData } = args;

        const home = new Namespace(name, { parent: this, protect: protectData });
        const { namespace } = home;

        const adminPassword = new RandomPassword(
            `${name}-admin-password`,
            // OpenMRS wants lower case, upper case and digits in a password.
            { length: 32, special: false, minLower: 1, minUpper: 1, minNumeric: 1 },
            { parent: this, protect: protectData },
        );
        const credentials = new Secret(
            `${name}-credentials`,
            {
                metadata: { name: "openmrs-credentials", namespace },
                stringData: {
                    "database-password": args.database.password,
                    "admin-password": adminPassword.result,
                },
            },
            { parent: this, dependsOn: home },
        );
        const server = backend(
            {
                namespace,
                image: images.openmrsBackend,
                compute: args.compute,
                storage: args.storage,
                database: args.database,
                credentialsSecret: "openmrs-credentials",
            },
            { parent: this, dependsOn: [home, credentials] },
        );
        const web = {
            namespace,
            exporterImage: images.nginxExporter,
            replicas: args.webReplicas,
        };
        const pages = frontend({ ...web, image: images.openmrsFrontend }, { parent: this, dependsOn: home });
        const way = gateway(
            {
                ...web,
                image: images.openmrsGateway,
                host: args.host,
                dnsServiceIp: args.dnsServiceIp,
                certificateClass: `${GATEWAY}-certificate`,
                backend: server.endpoint("http"),
                frontend: pages.endpoint("http"),
            },
            {
                parent: this,
                dependsOn: [home, ...this.gatewayCertificate(home, certificate)],
            },
        );

        this.entry = way.endpoint("https");
        this.backend = server.endpoint("http");
        this.metrics = {
            "openmrs-gateway": way.endpoint("metrics"),
            "openmrs-frontend": pages.endpoint("metrics"),
        };
        this.registerOutputs({ entry: this.entry, backend: this.backend, metrics: this.metrics });
    }

    /** Lets the gateway, and nobody else in the cluster, read its certificate. */
    private gatewayCertificate(
        home: Namespace,
        certificate: OpenMrsArgs["certificate"],
    ): readonly pulumi.Resource[] {
        const { namespace } = home;
        const { resourceGroupName, location, tags, tenantId, vaultName, identityName } = certificate;
        const identity = new WorkloadIdentity(
            GATEWAY,
            {
                resourceGroupName,
                location,
                tags,
                identityName,
                serviceAccount: { namespace, name: GATEWAY },
                oidcIssuerUrl: certificate.oidcIssuerUrl,
            },
            { parent: this },
        );
        const role = assignRole(
            `${GATEWAY}-certificate-role`,
            {
                role: "keyVaultSecretsUser",
                // This one object, not the vault.
                scope: pulumi.interpolate`${certificate.vaultId}/secrets/${certificate.name}`,
                principalId: identity.principalId,
                subscriptionId: certificate.subscriptionId,
                identityName,
                scopeName: `${vaultName}/secrets/${certificate.name}`,
            },
            this,
        );
        const objects = vaultObjects(
            `${GATEWAY}-certificate`,
            {
                namespace,
                vaultName,
                tenantId,
                clientId: identity.clientId,
                files: { [CERTIFICATE_FILE]: certificate.name },
            },
            { parent: this, dependsOn: home },
        );
        return [identity, role, objects];
    }
}
