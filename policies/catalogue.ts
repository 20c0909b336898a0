import type { Rule } from "./rule";
import * as aks from "./rules/aks";
import * as backup from "./rules/backup";
import * as compute from "./rules/compute";
import * as clusterStorage from "./rules/cluster-storage";
import * as database from "./rules/database";
import * as governance from "./rules/governance";
import * as helm from "./rules/helm";
import * as identity from "./rules/identity";
import * as keyVault from "./rules/key-vault";
import * as messaging from "./rules/messaging";
import * as monitor from "./rules/monitor";
import * as network from "./rules/network";
import * as pod from "./rules/pod";
import * as rbac from "./rules/rbac";
import * as registry from "./rules/registry";
import * as secret from "./rules/secret";
import * as storage from "./rules/storage";
import * as traffic from "./rules/traffic";
import * as web from "./rules/web";
import * as workload from "./rules/workload";
import { ignoredChangesVisible } from "./rules/platform/ignored-changes-visible";
import { resourceCovered } from "./rules/platform/resource-covered";

const judged = {
    ...aks,
    ...backup,
    ...compute,
    ...clusterStorage,
    ...database,
    ...governance,
    ...helm,
    ...identity,
    ...keyVault,
    ...messaging,
    ...monitor,
    ...network,
    ...pod,
    ...rbac,
    ...registry,
    ...secret,
    ...storage,
    ...traffic,
    ...web,
    ...workload,
};

/** Every rule of the project, by name. */
export const catalogue = {
    ...judged,
    resourceCovered: resourceCovered(Object.values(judged)),
    ignoredChangesVisible: ignoredChangesVisible(Object.values(judged)),
};

/** Every rule of the project. */
export const rules: readonly Rule[] = Object.values(catalogue);
