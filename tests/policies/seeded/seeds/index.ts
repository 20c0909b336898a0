import { aks } from "./aks";
import { backup, compute, database, helm, messaging, rbac, web } from "./elsewhere";
import { governance } from "./governance";
import { identity } from "./identity";
import { keyVault } from "./key-vault";
import { monitor } from "./monitor";
import { network } from "./network";
import { platform } from "./platform";
import { pod } from "./pod";
import { registry } from "./registry";
import { secret } from "./secret";
import { storage } from "./storage";
import { traffic } from "./traffic";
import { clusterStorage, workload } from "./workload";
import type { Seeds } from "../seed";

/** For every rule, a fault of our own program that it must find. */
export const seeds: Seeds = {
    ...aks,
    ...backup,
    ...clusterStorage,
    ...compute,
    ...database,
    ...governance,
    ...helm,
    ...identity,
    ...keyVault,
    ...messaging,
    ...monitor,
    ...network,
    ...platform,
    ...pod,
    ...rbac,
    ...registry,
    ...secret,
    ...storage,
    ...traffic,
    ...web,
    ...workload,
};
