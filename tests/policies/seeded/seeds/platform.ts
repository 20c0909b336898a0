import { options, retyped, type Seeds } from "../seed";
import { CLUSTER, VAULT } from "../targets";

export const platform: Seeds = {
    "ignored-changes-visible": options(VAULT, { ignoreChanges: ["properties.publicNetworkAccess"] }),
    "resource-api-version-stable": retyped(VAULT, "azure-native:keyvault/v20240401preview:Vault"),
    "resource-covered": retyped(CLUSTER, "azure-native:containerservice:OpenShiftCluster"),
};
