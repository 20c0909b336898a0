import { certificateSecretsOf } from "../key-vault/certificates";

/** Names in the vault, and of the files that the server reads. */
export const CERTIFICATE_SECRETS = certificateSecretsOf("mariadb");

/** User and group "mysql" of the image. */
export const MYSQL = 999;

/** The disk: the server's data, and the role that it last had. */
export const DISK = "/var/lib/mysql";
export const DATA = `${DISK}/data`;

/** What the init container leaves for the server, in memory: its role, and the SQL that it begins with. */
export const ROLE = "/run/role";

/** What an init container or a task works from. */
export const SETUP = "/etc/audioprothese";

/** Objects of the Key Vault, each under its name there. */
export const VAULT = "/run/secrets/vault";

export const SOCKET = "/run/mysqld/mysqld.sock";

/** In memory, until the audit container has written it out. */
export const AUDIT_LOG = "/run/audit/server_audit.log";
