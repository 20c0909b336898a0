import type { DatabaseAccess } from "../database/access";
import { hostOf } from "../kubernetes/flows";
import { SECRET_FILES, VAULT_MOUNT } from "./backend-secrets";

/** OpenMRS' names of the engines, its drivers, and what Hibernate has to be told. */
export const ENGINES = {
    mariadb: {
        driver: "org.mariadb.jdbc.Driver",
        hibernate: { OMRS_EXTRA_HIBERNATE_DIALECT: "org.hibernate.dialect.MariaDBDialect" },
    },
    mysql: { driver: "com.mysql.jdbc.Driver", hibernate: {} },
} as const;

/** Where the mariadb image keeps the certificates of the public authorities. */
const PUBLIC_AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt";

const authorityOf = ({ authoritySecret }: DatabaseAccess) =>
    authoritySecret === undefined ? undefined : `${VAULT_MOUNT}/${SECRET_FILES.databaseAuthority}`;

/** How OpenMRS connects: over TLS 1.3 only, to a server whose name and certificate it verifies. */
export function jdbcUrl(database: DatabaseAccess): string {
    const { engine, server, databaseName } = database;
    const authority = authorityOf(database);
    const options = new URLSearchParams(
        engine === "mariadb"
            ? {
                  useMysqlMetadata: "true",
                  sslMode: "verify-full",
                  ...(authority !== undefined && { serverSslCert: authority }),
                  enabledSslProtocolSuites: "TLSv1.3",
              }
            : // Connector/J verifies by Java's own list of authorities.
              { sslMode: "VERIFY_IDENTITY", tlsVersions: "TLSv1.3" },
    );
    const place = `${hostOf(server)}:${server.port.toString()}/${databaseName}`;
    return `jdbc:${engine}://${place}?${decodeURIComponent(options.toString())}`;
}

/**
 * Brings the administrator's password up to date before the server starts: OpenMRS itself sets it once, at its first
 * start, when there are no tables yet for this to find. It keeps the SHA-512 of password and salt.
 *
 * @param setUp whether the database must have been set up: several servers would set it up at once.
 */
export function administratorScript(database: DatabaseAccess, setUp: boolean): string {
    const { server, userName, databaseName } = database;
    const secret = (file: string) => `"$(cat ${VAULT_MOUNT}/${file})"`;
    return `set -eu
MYSQL_PWD=${secret(SECRET_FILES.databasePassword)}
export MYSQL_PWD
password=${secret(SECRET_FILES.adminPassword)}
: "\${password:?expected the administrator's, got none}"
# As hexadecimal digits: whatever it is made of, it ends no text of SQL and has no collation.
digits=$(printf %s "$password" | od -An -v -tx1 | tr -d ' \\n')
sql() {
    mariadb --no-defaults --batch --skip-column-names --protocol=tcp --connect-timeout=10 \\
        --host=${hostOf(server)} --port=${server.port.toString()} \\
        --user=${userName} --database=${databaseName} \\
        --tls-version=TLSv1.3 --ssl-verify-server-cert --ssl-ca=${authorityOf(database) ?? PUBLIC_AUTHORITIES}
}
tables=$(sql << 'EOF'
SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = 'users';
EOF
)
if [ "$tables" = 0 ]; then
    ${
        setUp
            ? 'echo "database: expected one that a single server has set up, got an empty one" >&2\n    exit 1'
            : "exit 0"
    }
fi
sql << EOF
SET @password = X'$digits', @salt = SHA2(RANDOM_BYTES(64), 512);
UPDATE users SET salt = @salt, password = SHA2(CONCAT(@password, @salt), 512), date_changed = NOW()
WHERE system_id = 'admin' AND password <> SHA2(CONCAT(@password, salt), 512);
EOF
`;
}
