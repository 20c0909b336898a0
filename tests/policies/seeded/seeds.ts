import { aks } from "./aks";
import { governance, identity, keyVault } from "./identity";
import { monitor, storage } from "./monitor";
import { network } from "./network";
import { platform } from "./platform";
import { pod } from "./pod";
import type { Seeds } from "./seed";
import { backup, compute, database, messaging, registry, secret, web } from "./services";
import { traffic } from "./traffic";
import { clusterStorage, helm, rbac, workload } from "./workload";

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
