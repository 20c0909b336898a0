import { vaultFilesOf } from "../key-vault/vault-reader";
import type { OutsideHost } from "../kubernetes/flows";
import { NOBODY } from "../kubernetes/nobody";
import type { WorkloadArgs } from "../kubernetes/workload-args";
import { EXPORTER_ACCOUNT } from "./accounts";
import { exporterContainer } from "./exporter";
import { VAULT } from "./places";

/** Name in the Key Vault of the exporter's my.cnf, which holds its password: its image has no shell to put one in. */
export const EXPORTER_SECRET = "database-exporter-config";

const FILE = "my.cnf";

export const EXPORTER_FILES = { [FILE]: EXPORTER_SECRET };

/** How the exporter connects: by TLS, to nobody but the host of that name, as a public authority says. */
export const exporterConfig = ({ host, port }: OutsideHost, password: string) =>
    [
        "[client]",
        `host = ${host}`,
        `port = ${port.toString()}`,
        `user = ${EXPORTER_ACCOUNT.userName}`,
        `password = ${password}`,
        "tls = true",
        "",
    ].join("\n");

export interface MysqldExporterArgs {
    readonly namespace: string;
    readonly image: string;
    readonly server: OutsideHost;

    /** Day that the password is of: with another, the exporter starts anew. */
    readonly credentialsRotatedOn: string;
}

/** Tells the managed server's metrics, as the exporter beside MariaDB tells that one's. */
export function mysqldExporter(args: MysqldExporterArgs): WorkloadArgs {
    const name = "mysqld-exporter";
    return {
        name,
        namespace: args.namespace,
        replicas: 1,
        user: NOBODY,
        revision: args.credentialsRotatedOn,
        connectsTo: [{ to: args.server, purpose: "Relever les métriques de la base de données managée" }],
        volumes: { vault: { kind: "vault", secretProviderClass: vaultFilesOf(name) } },
        containers: {
            exporter: {
                ...exporterContainer("mysql", args.image, `${VAULT}/${FILE}`),
                mounts: { [VAULT]: "vault" },
            },
        },
    };
}
