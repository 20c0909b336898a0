import type { Inspection } from "../inspection";

const CLUSTER = "azure-native:containerservice:ManagedCluster";

/** The types that declare pools of nodes: a cluster inline, and a pool of its own. */
export const nodePoolTypes: readonly string[] = [CLUSTER, "azure-native:containerservice:AgentPool"];

/** Visits each pool that a resource of one of these types declares. A cluster without a pool is a violation. */
export function eachNodePool(properties: Inspection, type: string, visit: (pool: Inspection) => void): void {
    if (type === CLUSTER) {
        properties.each("agentPoolProfiles", visit, { required: true });
    } else {
        visit(properties);
    }
}
