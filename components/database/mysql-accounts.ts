import type { OutsideHost } from "../kubernetes/flows";
import type { TaskArgs } from "../kubernetes/task";
import { vaultFilesOf } from "../key-vault/vault-reader";
import { accountsSql, EXPORTER_ACCOUNT, SERVICE_ACCOUNTS } from "./accounts";
import { MYSQL, SETUP, VAULT } from "./places";
import { FILL } from "./shell";

/** Name in the Key Vault of the administrator's password. */
export const ADMINISTRATOR_SECRET = "database-administrator-password";

/** Who gets an account in the managed server. */
export const MYSQL_ACCOUNTS = [...SERVICE_ACCOUNTS, EXPORTER_ACCOUNT];

/** A place in memory for what holds a password. */
const WORK = "/run/work";

/** Where the image keeps the certificates of public authorities: Azure's servers have theirs of one of them. */
const PUBLIC_AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt";

/**
 * Puts the passwords of the vault's files where their names stand, and has the server do what the result says. Until the
 * server answers, it is asked every ten seconds; the task's own deadline ends that.
 */
export const ACCOUNTS_SCRIPT = `set -Eeuo pipefail
umask 077
setup=${SETUP}
vault=${VAULT}
work=${WORK}

say() { echo "accounts: $*" >&2; }
fail() { say "$*"; exit 1; }

${FILL}

fill client.cnf >"$work/client.cnf"
fill accounts.sql >"$work/accounts.sql"
ask() { mariadb --defaults-file="$work/client.cnf" --batch "$@"; }

until ask --connect-timeout=10 --execute="DO 0"; do
    say "no answer yet; a server that has never been restarted does not speak TLS 1.3"
    sleep 10
done
ask <"$work/accounts.sql"
say "the accounts are up to date"
`;

/** How MariaDB's client connects to the server: by TLS 1.3, to nobody but the host of that name. */
export const clientConfig = ({ host, port }: OutsideHost, userName: string) =>
    [
        "[client]",
        `host = ${host}`,
        `port = ${port.toString()}`,
        "protocol = TCP",
        `user = ${userName}`,
        `password = @${ADMINISTRATOR_SECRET}@`,
        `ssl_ca = ${PUBLIC_AUTHORITIES}`,
        "ssl_verify_server_cert",
        "tls_version = TLSv1.3",
        "",
    ].join("\n");

export interface AccountsTaskArgs {
    readonly namespace: string;

    /** Image of MariaDB, for its client. */
    readonly image: string;
    readonly server: OutsideHost;

    /** Who may make accounts. */
    readonly administrator: string;

    /** Day that the passwords are of: with another, the task runs again. */
    readonly credentialsRotatedOn: string;
}

/** Makes the accounts of the services and of the exporter in the managed server, or brings their passwords and rights up to date. */
export function accountsTask(args: AccountsTaskArgs): TaskArgs {
    const name = "mysql-accounts";
    return {
        name,
        namespace: args.namespace,
        // Long enough to restart the server meanwhile.
        minutes: 30,
        user: { uid: MYSQL, gid: MYSQL, fsGroup: MYSQL },
        revision: args.credentialsRotatedOn,
        connectsTo: [{ to: args.server, purpose: "Tenir à jour les comptes de la base de données managée" }],
        volumes: {
            setup: {
                kind: "files",
                files: {
                    "accounts.sh": ACCOUNTS_SCRIPT,
                    "accounts.sql": accountsSql("mysql", MYSQL_ACCOUNTS),
                    "client.cnf": clientConfig(args.server, args.administrator),
                },
            },
            vault: { kind: "vault", secretProviderClass: vaultFilesOf(name) },
            work: { kind: "memory", sizeMiB: 1 },
        },
        containers: {
            accounts: {
                image: args.image,
                command: ["bash", `${SETUP}/accounts.sh`],
                compute: { cpu: "100m", memory: "128Mi" },
                mounts: { [SETUP]: "setup", [VAULT]: "vault", [WORK]: "work" },
            },
        },
    };
}
