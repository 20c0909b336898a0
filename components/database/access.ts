import type { Endpoint, OutsideHost } from "../kubernetes/flows";

/** How one service reaches the one database that is its own. */
export interface DatabaseAccess {
    readonly server: Endpoint | OutsideHost;

    /** Which of them answers; their clients differ. */
    readonly engine: "mariadb" | "mysql";

    readonly databaseName: string;
    readonly userName: string;

    /** Name in the Key Vault of the account's password. */
    readonly passwordSecret: string;

    /** Name in the Key Vault of the certificate that the server's is signed by. Without one it is a public CA's. */
    readonly authoritySecret?: string;
}
