import type * as pulumi from "@pulumi/pulumi";
import type { Images } from "../images";
import type { Endpoint } from "../kubernetes/flows";
import type { Compute } from "../kubernetes/pod";
import { pairOf } from "../regions";
import type { DatabaseAccess } from "./access";
import type { Service } from "./accounts";
import { MariaDb } from "./mariadb";
import { MySql, type MySqlArgs } from "./mysql";

/** Where the services' data is kept: by two replicas in the cluster, or by Azure. */
export type DatabaseChoice =
    | ({ readonly mode: "inCluster"; readonly primary: 0 | 1; readonly storageGiB: number } & Compute)
    | ({ readonly mode: "managed" } & Pick<MySqlArgs, "sku" | "storageGiB">);

export interface DatabaseArgs extends Omit<MySqlArgs, "sku" | "storageGiB" | "images"> {
    readonly choice: DatabaseChoice;
    readonly images: Images;

    /** Class of the disks in the cluster. */
    readonly storageClass: string;
}

/** Regions besides the stack's own that the choice puts something in: the key of the copy of the backups. */
export function regionsOf({ mode }: Pick<DatabaseChoice, "mode">, location: string): readonly string[] {
    const pair = pairOf(location);
    return mode === "managed" && pair !== undefined ? [pair] : [];
}

/** What the rest of the platform knows of the database. */
export interface Database {
    readonly resource: pulumi.Resource;

    /** How each service reaches its own. */
    readonly access: Readonly<Record<Service, DatabaseAccess>>;

    /** Where Prometheus finds its metrics. */
    readonly metrics: Readonly<Record<string, Endpoint>>;

    /** Azure resource ids of what must not be deleted, by the name of each lock. */
    readonly locked: Readonly<Record<string, pulumi.Output<string>>>;
}

/** The database that the configuration chooses. */
export function databaseOf(
    name: string,
    { choice, images, storageClass, ...args }: DatabaseArgs,
    opts: pulumi.ComponentResourceOptions,
): Database {
    if (choice.mode === "managed") {
        const server = new MySql(name, { ...args, ...choice, images }, opts);
        const { access, metrics, serverId, backupVaultId } = server;
        return {
            resource: server,
            access,
            metrics,
            locked: { database: serverId, "database-backup": backupVaultId },
        };
    }
    const { protectData } = args;
    const servers = new MariaDb(
        name,
        {
            ...args,
            images,
            primary: choice.primary,
            compute: choice,
            storage: { sizeGiB: choice.storageGiB, storageClass, protect: protectData },
            identityName: args.names.mariadbIdentity,
        },
        opts,
    );
    return { resource: servers, access: servers.access, metrics: servers.metrics, locked: {} };
}
