import type { Endpoint, OutsideHost } from "../kubernetes/flows";
import { type Engine, passwordSecretOf, type Service, SERVICES } from "./accounts";

/** How one service reaches the one database that is its own. */
export interface DatabaseAccess {
    readonly server: Endpoint | OutsideHost;

    /** Which of them answers; their clients differ. */
    readonly engine: Engine;

    readonly databaseName: string;
    readonly userName: string;

    /** Name in the Key Vault of the account's password. */
    readonly passwordSecret: string;

    /** Name in the Key Vault of the certificate that the server's is signed by. Without one it is a public CA's. */
    readonly authoritySecret?: string;
}

/** How each service reaches the database of its own name on a server, under the account of that name. */
export const accessTo = (server: Pick<DatabaseAccess, "server" | "engine" | "authoritySecret">) =>
    Object.fromEntries(
        SERVICES.map((service): [Service, DatabaseAccess] => [
            service,
            {
                ...server,
                databaseName: service,
                userName: service,
                passwordSecret: passwordSecretOf({ userName: service }),
            },
        ]),
    ) as Record<Service, DatabaseAccess>;
