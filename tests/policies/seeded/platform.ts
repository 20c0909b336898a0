import { options, type Seeds, versioned } from "./seed";
import { CLUSTER, VAULT } from "./targets";

export const platform: Seeds = {
    "ignored-changes-visible": options(VAULT, { ignoreChanges: ["properties.publicNetworkAccess"] }),
    "resource-api-version-stable": versioned(VAULT, "azure-native:keyvault/v20240401preview:Vault"),
    // A type that no rule names, where a covered one was.
    "resource-covered": versioned(CLUSTER, "azure-native:containerservice:OpenShiftCluster"),
};
