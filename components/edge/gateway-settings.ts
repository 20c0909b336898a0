import type * as pulumi from "@pulumi/pulumi";
import { type PlatformNames, vaultUri } from "../naming";

export interface GatewaySettingsArgs {
    readonly names: PlatformNames;

    /** Azure resource id of the application gateway. */
    readonly gatewayId: string;

    /** Public name of the platform. */
    readonly host: string;

    /** Name of the Key Vault certificate made out to it. */
    readonly certificate: string;

    /** Most instances that the gateway grows to. */
    readonly maxInstances: number;

    /** Address of the mesh's internal ingress. */
    readonly ingressIp: string;
}

/** Names of the gateway's parts; there is one of each. */
const PART = "platform";

/** One may fail with its zone. */
const MIN_INSTANCES = 2;

/** Everything of the gateway that is known before it exists: one listener, one backend, and one rule between them. */
export function gatewaySettings(args: GatewaySettingsArgs) {
    const part = (collection: string) => ({ id: `${args.gatewayId}/${collection}/${PART}` });
    return {
        applicationGatewayName: args.names.edge,
        sku: { name: "WAF_v2", tier: "WAF_v2" },
        zones: ["1", "2", "3"],
        autoscaleConfiguration: { minCapacity: MIN_INSTANCES, maxCapacity: args.maxInstances },
        enableHttp2: true,
        // The cipher suites are those of TLS 1.3: Azure adds them itself, and accepts no others with this minimum.
        sslPolicy: { policyType: "CustomV2", minProtocolVersion: "TLSv1_3" },
        sslCertificates: [
            {
                name: PART,
                // Of no version: Azure looks for a renewed certificate every four hours.
                keyVaultSecretId: `${vaultUri(args.names)}secrets/${args.certificate}`,
            },
        ],
        frontendPorts: [{ name: PART, port: 443 }],
        httpListeners: [
            {
                name: PART,
                frontendIPConfiguration: part("frontendIPConfigurations"),
                frontendPort: part("frontendPorts"),
                protocol: "Https",
                hostName: args.host,
                requireServerNameIndication: true,
                sslCertificate: part("sslCertificates"),
            },
        ],
        backendAddressPools: [{ name: PART, backendAddresses: [{ ipAddress: args.ingressIp }] }],
        backendHttpSettingsCollection: [
            {
                name: PART,
                port: 443,
                protocol: "Https",
                // The name that the ingress' certificate must be made out to.
                hostName: args.host,
                cookieBasedAffinity: "Disabled",
                // Reports and imports take minutes; nginx waits as long.
                requestTimeout: 300,
                connectionDraining: { enabled: true, drainTimeoutInSec: 60 },
                probe: part("probes"),
            },
        ],
        probes: [
            {
                name: PART,
                // Azure refuses another protocol than that of the backend, so Istio's own health port cannot be asked.
                protocol: "Https",
                pickHostNameFromBackendHttpSettings: true,
                path: "/healthz",
                interval: 15,
                timeout: 10,
                unhealthyThreshold: 3,
                match: { statusCodes: ["200"] },
            },
        ],
        requestRoutingRules: [
            {
                name: PART,
                ruleType: "Basic",
                priority: 100,
                httpListener: part("httpListeners"),
                backendAddressPool: part("backendAddressPools"),
                backendHttpSettings: part("backendHttpSettingsCollection"),
            },
        ],
    };
}

/** The gateway's place in the network, each under the name that the settings refer to. */
export function gatewayPlace(subnetId: pulumi.Input<string>, publicAddressId: pulumi.Input<string>) {
    return {
        gatewayIPConfigurations: [{ name: PART, subnet: { id: subnetId } }],
        frontendIPConfigurations: [{ name: PART, publicIPAddress: { id: publicAddressId } }],
    };
}
