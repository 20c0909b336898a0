import * as pulumi from "@pulumi/pulumi";
import type { Images } from "../images";
import { certificates } from "../key-vault/certificates";
import { keep, keepPassword } from "../key-vault/credentials";
import { secretKey } from "../key-vault/secret-key";
import { type VaultAccess, VaultReader } from "../key-vault/vault-reader";
import { type Endpoint, hostOf } from "../kubernetes/flows";
import { Namespace } from "../kubernetes/namespace";
import type { Compute } from "../kubernetes/pod";
import { demandOf } from "../kubernetes/quota";
import { Workload } from "../kubernetes/workload";
import { endpointOf, type Storage } from "../kubernetes/workload-args";
import { accessTo, type DatabaseAccess } from "./access";
import { passwordSecretOf, REPLICA_ACCOUNTS, type Service, SERVICE_ACCOUNTS } from "./accounts";
import { mariaDbWorkload } from "./mariadb-workload";
import { CERTIFICATE_SECRETS } from "./places";
import { ENCRYPTION_KEY } from "./server-config";

const NAMESPACE = "database";
const WORKLOAD = "mariadb";

export interface MariaDbArgs {
    readonly images: Pick<Images, "mariadb" | "mysqldExporter">;

    /** Ordinal of the replica that takes the writes, 0 or 1; the other one follows it. */
    readonly primary: number;

    /** Of each server. */
    readonly compute: Compute;
    readonly storage: Storage;

    /** Revision of the mesh that the pods join. */
    readonly meshRevision: string;

    /** Day of the passwords and of the server's key; a later one makes new ones. The data's key stays. */
    readonly credentialsRotatedOn: string;
    readonly vault: VaultAccess;

    /** Name of the managed identity that reads the vault. */
    readonly identityName: string;

    /** Whether Pulumi refuses to delete the namespace, and with it the data, and what reads them. */
    readonly protectData: boolean;
}

/**
 * MariaDB in the cluster: two servers, of which one takes the writes and the other has them too before they are
 * confirmed. TLS 1.3 only, encrypted on the disk, an account and a database for each service.
 */
export class MariaDb extends pulumi.ComponentResource {
    /** How each service reaches its database. */
    public readonly access: Readonly<Record<Service, DatabaseAccess>>;

    /** Where Prometheus finds the servers' metrics. */
    public readonly metrics: Readonly<Record<typeof WORKLOAD, Endpoint>>;

    constructor(name: string, args: MariaDbArgs, opts?: pulumi.ComponentResourceOptions) {
        super("audioprothese:database:MariaDb", name, {}, opts);
        const { vault, protectData, primary, meshRevision } = args;

        const workload = mariaDbWorkload({ ...args, namespace: NAMESPACE, name: WORKLOAD });
        const server = endpointOf(workload, "mysql");
        const namespace = new Namespace(
            NAMESPACE,
            { meshRevision, demands: [demandOf(workload)] },
            { parent: this, protect: protectData },
        );

        const keeping = { vault, rotatedOn: args.credentialsRotatedOn };
        const dataKey = secretKey(ENCRYPTION_KEY, { bytes: 32, encoding: "hex", protect: protectData }, this);
        const pem = certificates(
            WORKLOAD,
            {
                hosts: [
                    hostOf(server),
                    ...([0, 1] as const).map((replica) => hostOf({ ...server, replica })),
                ],
                mutual: false,
                rotatedOn: args.credentialsRotatedOn,
                protectData,
            },
            this,
        );
        const accounts = [...SERVICE_ACCOUNTS, ...REPLICA_ACCOUNTS];
        const secrets = [
            ...accounts.map((account) => keepPassword(passwordSecretOf(account), keeping, this).kept),
            // Key number 1 of the file.
            keep(ENCRYPTION_KEY, pulumi.interpolate`1;${dataKey}`, keeping, this),
            keep(CERTIFICATE_SECRETS.authority, pem.authority, keeping, this),
            keep(CERTIFICATE_SECRETS.certificate, pem.certificate, keeping, this),
            keep(CERTIFICATE_SECRETS.key, pem.key, keeping, this),
        ];
        const files = [
            ...accounts.map(passwordSecretOf),
            ENCRYPTION_KEY,
            ...Object.values(CERTIFICATE_SECRETS),
        ];
        const reader = new VaultReader(
            {
                vault,
                identityName: args.identityName,
                account: { namespace: NAMESPACE, name: WORKLOAD },
                files: Object.fromEntries(files.map((file) => [file, file])),
            },
            { parent: this, dependsOn: [namespace, ...secrets] },
        );
        new Workload({ ...workload, meshRevision }, { parent: this, dependsOn: [namespace, reader] });

        this.access = accessTo({
            server: { ...server, replica: primary },
            engine: "mariadb",
            authoritySecret: CERTIFICATE_SECRETS.authority,
        });
        this.metrics = { [WORKLOAD]: endpointOf(workload, "metrics") };
        this.registerOutputs({ access: this.access, metrics: this.metrics });
    }
}
