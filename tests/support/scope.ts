import type { AzureScope } from "../../components/azure-scope";
import { mandatoryTags, platformNames } from "../../components/naming";

export const names = platformNames({ prefix: "aplus", environment: "dev", location: "francecentral" });

export const tags = mandatoryTags({
    environment: "dev",
    owner: "o@example.fr",
    costCenter: "SI",
    hdsActivity: "5",
});

/** Where the tests' Azure resources go. */
export const scope: AzureScope = {
    resourceGroupName: names.resourceGroup,
    location: "francecentral",
    tags,
};
