import { accountsSql, passwordSecretOf, REPLICA_ACCOUNTS, SERVICE_ACCOUNTS } from "./accounts";
import { PREPARE_SCRIPT } from "./prepare-script";
import { CERTIFICATE_SECRETS, VAULT } from "./places";
import { START_SCRIPT } from "./start-script";

const AUTHORITY = `${VAULT}/${CERTIFICATE_SECRETS.authority}`;

/** Statements, one a line, as the server wants them in a file that it begins with. */
const sql = (...statements: readonly string[]) => statements.map((statement) => `${statement};\n`).join("");

/**
 * The accounts of every replica, made by each for itself: they are no part of what is replicated, so that a new
 * password takes effect where the pod starts anew, and no password stands in the binary log.
 */
const ACCOUNTS =
    sql(
        "SET SESSION sql_log_bin = 0",
        // Known by the Unix user at the other end of the socket: the health probes and the exporter.
        "CREATE USER IF NOT EXISTS mysql@localhost IDENTIFIED VIA unix_socket",
        "ALTER USER mysql@localhost ACCOUNT LOCK",
        "REVOKE ALL PRIVILEGES, GRANT OPTION FROM mysql@localhost",
        "GRANT PROCESS, REPLICA MONITOR, BINLOG MONITOR ON *.* TO mysql@localhost",
        // Nobody administers the server by hand: its accounts are these, its settings those of its files.
        "ALTER USER root@localhost ACCOUNT LOCK",
    ) + accountsSql("mariadb", [...SERVICE_ACCOUNTS, ...REPLICA_ACCOUNTS]);

/** Makes a server follow the other replica. `@peer@` is that one's host. */
const FOLLOW = sql(
    "STOP REPLICA",
    [
        "CHANGE MASTER TO MASTER_HOST = '@peer@'",
        "MASTER_PORT = 3306",
        "MASTER_USER = 'replication'",
        `MASTER_PASSWORD = '@${passwordSecretOf({ userName: "replication" })}@'`,
        "MASTER_SSL = 1",
        "MASTER_SSL_VERIFY_SERVER_CERT = 1",
        `MASTER_SSL_CA = '${AUTHORITY}'`,
        "MASTER_CONNECT_RETRY = 5",
        "MASTER_USE_GTID = slave_pos",
        // What it wrote itself while it was the primary counts as received.
        "MASTER_DEMOTE_TO_SLAVE = 1",
    ].join(", "),
    "START REPLICA",
);

/** Makes a server follow nobody, and take writes. */
const LEAD = sql("STOP REPLICA", "RESET REPLICA ALL", "SET GLOBAL read_only = OFF");

/**
 * Lets the health probes in. It comes last: where a statement fails, the server leaves out the rest and starts all the
 * same.
 */
const OPEN = sql("ALTER USER mysql@localhost ACCOUNT UNLOCK");

/** How a client connects to the other replica, `@peer@`. */
const clientOf = (userName: string) =>
    [
        "[client]",
        "protocol = tcp",
        "host = @peer@",
        "port = 3306",
        `user = ${userName}`,
        `password = @${passwordSecretOf({ userName })}@`,
        `ssl_ca = ${AUTHORITY}`,
        "ssl_verify_server_cert",
        "tls_version = TLSv1.3",
        "",
    ].join("\n");

/**
 * What the pods run, and what each server's role is made from. A commit is confirmed once the other replica has it too, or
 * has not answered for ten seconds.
 */
export const SETUP_FILES: Readonly<Record<string, string>> = {
    "prepare.sh": PREPARE_SCRIPT,
    "start.sh": START_SCRIPT,
    "accounts.sql": ACCOUNTS,
    "primary.sql": LEAD,
    "replica.sql": FOLLOW,
    "open.sql": OPEN,
    "primary.cnf": [
        "[mariadbd]",
        "rpl_semi_sync_master_enabled = ON",
        "# Nobody reads what the loss of this server could take back.",
        "rpl_semi_sync_master_wait_point = AFTER_SYNC",
        "init_rpl_role = MASTER",
        "",
    ].join("\n"),
    "replica.cnf": [
        "[mariadbd]",
        "rpl_semi_sync_slave_enabled = ON",
        "# After a crash, what the other replica never had is taken back.",
        "init_rpl_role = SLAVE",
        "",
    ].join("\n"),
    ...Object.fromEntries(REPLICA_ACCOUNTS.map(({ userName }) => [`${userName}.cnf`, clientOf(userName)])),
};
