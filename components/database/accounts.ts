/** Who speaks to the database. */
export interface Account {
    readonly userName: string;

    /**
     * What the account is for: a `service` has the database of its own name, `replication` follows the primary, `copy`
     * reads everything, once, for a replica that has no data yet, and `monitoring` sees how the server is.
     */
    readonly purpose: "service" | "replication" | "copy" | "monitoring";
}

export type Engine = "mariadb" | "mysql";

/** The services that keep data, each in a database of its own name under an account of that name. */
export const SERVICES = ["openmrs"] as const;

export type Service = (typeof SERVICES)[number];

export const SERVICE_ACCOUNTS: readonly Account[] = SERVICES.map((userName) => ({
    userName,
    purpose: "service",
}));

/** The accounts by which MariaDB's replicas know one another. */
export const REPLICA_ACCOUNTS: readonly Account[] = [
    { userName: "replication", purpose: "replication" },
    { userName: "copy", purpose: "copy" },
];

/** The account of what tells the managed server's metrics; in the cluster that is known by its Unix user. */
export const EXPORTER_ACCOUNT: Account = { userName: "exporter", purpose: "monitoring" };

/** Name in the Key Vault of an account's password, and of the file that holds it. */
export const passwordSecretOf = ({ userName }: Pick<Account, "userName">) => `database-${userName}-password`;

/**
 * What a service does with its database: its work, and the migrations of its tables. Not GRANT OPTION, not EVENT, and
 * nothing of the server.
 */
const SERVICE_RIGHTS = [
    "SELECT",
    "INSERT",
    "UPDATE",
    "DELETE",
    "CREATE",
    "DROP",
    "ALTER",
    "INDEX",
    "REFERENCES",
    "LOCK TABLES",
    "CREATE TEMPORARY TABLES",
    "CREATE VIEW",
    "SHOW VIEW",
    "CREATE ROUTINE",
    "ALTER ROUTINE",
    "EXECUTE",
    "TRIGGER",
];

interface Grant {
    readonly rights: readonly string[];
    readonly on: string;
}

const tablesOf = (database: string) => `\`${database}\`.*`;

/** What each kind of account may do, and where. */
function grantsOf({ userName, purpose }: Account): readonly Grant[] {
    switch (purpose) {
        case "service":
            return [{ rights: SERVICE_RIGHTS, on: tablesOf(userName) }];
        case "replication":
            // The last two: a new primary asks the old one how far it is, and keeps it from writing on.
            return [{ rights: ["REPLICATION REPLICA", "BINLOG MONITOR", "READ_ONLY ADMIN"], on: "*.*" }];
        case "monitoring":
            // Counters and settings are anybody's who may connect; PROCESS would show statements about patients.
            return [];
        case "copy":
            return [
                { rights: ["BINLOG MONITOR"], on: "*.*" },
                ...SERVICES.map((service) => ({
                    rights: ["SELECT", "SHOW VIEW", "TRIGGER", "SHOW CREATE ROUTINE"],
                    on: tablesOf(service),
                })),
            ];
    }
}

/** Connections that the exporter may have at once: one for each Prometheus, and as many that are still ending. */
const EXPORTER_CONNECTIONS = 4;

const limitOf = ({ purpose }: Account) =>
    purpose === "monitoring" ? ` WITH MAX_USER_CONNECTIONS ${EXPORTER_CONNECTIONS.toString()}` : "";

/** What the engines say differently. */
const DIALECTS = {
    mariadb: {
        /** The managed server's databases are resources of their own. */
        database: (name: string) => [`CREATE DATABASE IF NOT EXISTS \`${name}\`;`],
        /** So that a right that is not given any more is taken away. Nobody is connected yet: this runs at start. */
        clean: (user: string) => [`REVOKE ALL PRIVILEGES, GRANT OPTION FROM ${user};`],
    },
    mysql: { database: () => [], clean: () => [] },
} as const satisfies Record<Engine, Record<"database" | "clean", (name: string) => readonly string[]>>;

/**
 * SQL that makes the accounts, or brings them up to date, whatever there is: databases, passwords and rights. One
 * statement a line. `@<secret name>@` stands for each password, which is put there where the SQL is run.
 */
export function accountsSql(engine: Engine, accounts: readonly Account[]): string {
    const { database, clean } = DIALECTS[engine];
    return accounts
        .flatMap((account) => {
            const user = `'${account.userName}'@'%'`;
            const identified = `${user} IDENTIFIED BY '@${passwordSecretOf(account)}@' REQUIRE SSL${limitOf(account)}`;
            return [
                ...(account.purpose === "service" ? database(account.userName) : []),
                `CREATE USER IF NOT EXISTS ${identified};`,
                `ALTER USER ${identified} ACCOUNT UNLOCK;`,
                ...clean(user),
                ...grantsOf(account).map(
                    ({ rights, on }) => `GRANT ${rights.join(", ")} ON ${on} TO ${user};`,
                ),
            ];
        })
        .map((statement) => `${statement}\n`)
        .join("");
}
