import { digest, GROUP } from "../arm";
import type { ArmType } from "../arm-type";
import { isList, isProperties, textAt } from "../../protocol/values";

const NETWORK = `${GROUP}/providers/Microsoft.Network`;

/** What leads into the network. */
export const edgeTypes: Readonly<Record<string, ArmType>> = {
    "azure-native:network:ApplicationGateway": {
        path: `${NETWORK}/applicationGateways/{applicationGatewayName}`,
        immutable: ["zones"],
        outputs: {
            ...partsOf(
                "backendAddressPools",
                "backendHttpSettingsCollection",
                "frontendIPConfigurations",
                "frontendPorts",
                "gatewayIPConfigurations",
                "httpListeners",
                "probes",
                "requestRoutingRules",
                "sslCertificates",
            ),
            "backendAddressPools[].backendIPConfigurations": [],
            defaultPredefinedSslPolicy: "AppGwSslPolicy20220101",
            enableHttp2: false,
            "frontendIPConfigurations[].privateIPAllocationMethod": "Dynamic",
            operationalState: "Running",
            privateEndpointConnections: [],
            "sslCertificates[].publicCertData": ({ id }, key) =>
                Buffer.from(digest(`${id}/sslCertificates/${key}`, 64)).toString("base64"),
        },
        unset: `authenticationCertificates autoscaleConfiguration backendAddressPools
            backendHttpSettingsCollection backendSettingsCollection customErrorConfigurations enableFips
            firewallPolicy forceFirewallPolicyAssociation frontendIPConfigurations frontendPorts
            gatewayIPConfigurations globalConfiguration httpListeners identity listeners
            loadDistributionPolicies location privateLinkConfigurations probes redirectConfigurations
            requestRoutingRules rewriteRuleSets routingRules sku sslCertificates sslPolicy sslProfiles tags
            trustedClientCertificates trustedRootCertificates urlPathMaps webApplicationFirewallConfiguration
            zones`,
    },
    "azure-native:network:WebApplicationFirewallPolicy": {
        path: `${NETWORK}/ApplicationGatewayWebApplicationFirewallPolicies/{policyName}`,
        outputs: {
            applicationGatewayForContainers: [],
            // Gateways that use the policy come after the answer to it.
            applicationGateways: [],
            customRules: [],
            httpListeners: [],
            pathBasedRules: [],
            resourceState: "Enabled",
        },
        unset: "location policySettings tags",
    },
};

/** Id and type of each part of the gateway, by the name that the input gives it. */
function partsOf(...collections: readonly string[]): ArmType["outputs"] {
    return Object.fromEntries(
        collections.flatMap((collection): [string, ArmType["outputs"][string]][] => [
            [
                `${collection}[].id`,
                ({ id, inputs }, key) => {
                    const parts = inputs[collection];
                    const part = isList(parts) ? parts[Number(key)] : undefined;
                    return isProperties(part)
                        ? `${id}/${collection}/${textAt(part, "name") ?? key}`
                        : undefined;
                },
            ],
            [`${collection}[].type`, `Microsoft.Network/applicationGateways/${collection}`],
        ]),
    );
}
