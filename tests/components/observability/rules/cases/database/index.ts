import type { AlertCase } from "../case";
import { backupCases } from "./backups";
import { inClusterCases } from "./in-cluster";
import { replicationCases } from "./replication";
import { databaseServerCases } from "./server";

export const databaseCases: readonly AlertCase[] = [
    ...databaseServerCases,
    ...replicationCases,
    ...inClusterCases,
    ...backupCases,
];
