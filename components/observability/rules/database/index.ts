import type { RuleGroup } from "../rule";
import type { RuleSettings } from "../rule-settings";
import { backups } from "./backups";
import { inCluster } from "./in-cluster";
import { replication } from "./replication";
import { server } from "./server";

/** The database that the stack has, and the backups. */
export const databaseGroups = ({ databaseMode }: RuleSettings): readonly RuleGroup[] => [
    server,
    ...(databaseMode === "inCluster" ? [replication, inCluster] : []),
    backups,
];
