import { CREATED, GROUP } from "../arm";
import { propertiesAt, textAt } from "../../protocol/values";
import type { ArmResource, ArmType } from "../arm-type";

/** The registry and its parts. */
export const registryTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:containerregistry:Registry": {
        path: `${GROUP}/providers/Microsoft.ContainerRegistry/registries/{registryName}`,
        outputs: {
            anonymousPullEnabled: false,
            adminUserEnabled: false,
            creationDate: CREATED,
            dataEndpointEnabled: false,
            dataEndpointHostNames: ({ name, inputs }) =>
                inputs.dataEndpointEnabled === true
                    ? [`${name}.${location(inputs)}.data.azurecr.io`.toLowerCase()]
                    : [],
            encryption: { status: "disabled" },
            loginServer: ({ name }) => `${name.toLowerCase()}.azurecr.io`,
            networkRuleBypassOptions: "AzureServices",
            "policies.retentionPolicy.lastUpdatedTime": CREATED,
            "policies.softDeletePolicy.lastUpdatedTime": CREATED,
            privateEndpointConnections: [],
            publicNetworkAccess: "Enabled",
            "sku.tier": ({ inputs }) => textAt(propertiesAt(inputs, "sku"), "name"),
            status: { displayStatus: "Ready", message: "The registry is ready", timestamp: CREATED },
            zoneRedundancy: "Disabled",
        },
        unset: "identity networkRuleSet policies tags",
    },
};

function location(inputs: ArmResource["inputs"]): string {
    return (textAt(inputs, "location") ?? "").replaceAll(" ", "").toLowerCase();
}
