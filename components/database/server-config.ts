import { mebibytes } from "../kubernetes/quantity";

/**
 * The server's my.cnf. Clients connect with TLS 1.3 or not at all (ANSSI TLS R3); the Unix socket stays open to the pod.
 *
 * No certificate is named: from 11.4 on MariaDB makes its own at start, and clients that know their password verify
 * it by a hash of both (Connector/J from 3.4 on), so nobody in between can pose as the server.
 *
 * @param memory memory of the container; half of it caches tables.
 */
export function serverConfig(memory: string): string {
    return [
        "[mariadbd]",
        "require_secure_transport = ON",
        "tls_version = TLSv1.3",
        "local_infile = OFF",
        "skip_name_resolve = ON",
        "character_set_server = utf8mb4",
        "collation_server = utf8mb4_general_ci",
        `innodb_buffer_pool_size = ${Math.floor(mebibytes(memory) / 2).toString()}M`,
        "",
    ].join("\n");
}

/** The exporter's my.cnf: the account "mysql", whom the server recognises by the Unix user of the socket's other end. */
export const EXPORTER_CONFIG = ["[client]", "user = mysql", "socket = /run/mysqld/mysqld.sock", ""].join(
    "\n",
);
