import { mebibytes } from "../kubernetes/quantity";
import { AUDIT_LOG, CERTIFICATE_SECRETS, DATA, SOCKET, VAULT } from "./places";

/** Name in the vault of the key that the data are encrypted by. */
export const ENCRYPTION_KEY = "mariadb-encryption-key";

/**
 * The server's my.cnf. Clients connect with TLS 1.3 or not at all (ANSSI TLS R3); the Unix socket stays open to the pod.
 * All that lies on the disk is encrypted by a key of the vault, besides the disk itself: logs and temporary files too.
 *
 * @param memory memory of the container; half of it caches tables.
 */
export function serverConfig(memory: string): string {
    const { key, certificate, authority } = CERTIFICATE_SECRETS;
    return [
        "[mariadbd]",
        `datadir = ${DATA}`,
        `socket = ${SOCKET}`,
        "port = 3306",
        "require_secure_transport = ON",
        "tls_version = TLSv1.3",
        `ssl_cert = ${VAULT}/${certificate}`,
        `ssl_key = ${VAULT}/${key}`,
        `ssl_ca = ${VAULT}/${authority}`,

        "# Encryption at rest. The key's file lies in memory; a key for that file would lie beside it.",
        "plugin_load_add = file_key_management",
        "file_key_management = FORCE_PLUS_PERMANENT",
        `file_key_management_filename = ${VAULT}/${ENCRYPTION_KEY}`,
        "file_key_management_encryption_algorithm = AES_CTR",
        "innodb_encrypt_tables = FORCE",
        "innodb_encrypt_log = ON",
        "innodb_encrypt_temporary_tables = ON",
        "innodb_encryption_threads = 2",
        "aria_encrypt_tables = ON",
        "encrypt_tmp_disk_tables = ON",
        "encrypt_tmp_files = ON",
        "encrypt_binlog = ON",

        "# Who connected, and who changed a table or a right. Not what was read or written: that is patients' data.",
        "plugin_load_add = server_audit",
        "server_audit = FORCE_PLUS_PERMANENT",
        "server_audit_logging = ON",
        "server_audit_events = CONNECT,QUERY_DDL,QUERY_DCL",
        "server_audit_output_type = FILE",
        `server_audit_file_path = ${AUDIT_LOG}`,
        "server_audit_file_rotate_size = 4M",
        "server_audit_file_rotations = 1",
        "# Statements in clear on the disk",
        "general_log = OFF",
        "slow_query_log = OFF",

        "# What a client could use against the server",
        "local_infile = OFF",
        "secure_file_priv = /run/mysqld",
        "symbolic_links = OFF",
        "skip_name_resolve = ON",
        "max_connections = 200",

        "# Replication; nothing that was confirmed is lost with the process. Writes are for the primary to allow, once it is one.",
        "read_only = ON",
        "log_bin = mariadb-bin",
        "log_bin_index = mariadb-bin.index",
        "relay_log = mariadb-relay",
        "binlog_format = ROW",
        "log_slave_updates = ON",
        "gtid_strict_mode = ON",
        "sync_binlog = 1",
        "innodb_flush_log_at_trx_commit = 1",
        "sync_master_info = 1",
        "binlog_expire_logs_seconds = 604800",
        "# Whether or not somebody follows: nobody follows the replica, and a lost one must not fill the primary's disk.",
        "slave_connections_needed_for_purge = 0",
        "skip_slave_start = ON",
        "slave_net_timeout = 60",
        "slave_parallel_threads = 4",
        "# Rows are replicated, so that a function that answers differently each time does no harm.",
        "log_bin_trust_function_creators = ON",

        "character_set_server = utf8mb4",
        "collation_server = utf8mb4_general_ci",
        `innodb_buffer_pool_size = ${Math.floor(mebibytes(memory) / 2).toString()}M`,
        "",
    ].join("\n");
}

/** The exporter's my.cnf: the account "mysql", whom the server recognises by the Unix user of the socket's other end. */
export const EXPORTER_CONFIG = ["[client]", "user = mysql", `socket = ${SOCKET}`, ""].join("\n");
