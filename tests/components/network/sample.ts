import { planAddresses } from "../../../components/network/address-plan";
import { Network, type NetworkArgs } from "../../../components/network/network";
import { settled, startRecording } from "../../support/recorder";
import { names, scope } from "../../support/scope";

export const azure = (type: string) => `azure-native:network:${type}`;

export const plan = planAddresses({
    addressSpace: "10.40.0.0/16",
    podCidr: "172.16.0.0/14",
    serviceCidr: "192.168.0.0/20",
});

/** A network with as little as there can be. */
export const small: NetworkArgs = {
    ...scope,
    names,
    plan,
    egress: "natGateway",
    heartbeatHost: "heartbeat.example",
    administratorSources: [],
    ddosProtection: "none",
    allowedSources: ["192.0.2.0/24"],
    workspaceId: "workspace",
};

/** A network with all that there can be. */
export const large: NetworkArgs = {
    ...small,
    egress: "firewall",
    administratorSources: ["203.0.113.0/28"],
    ddosProtection: "network",
};

/** Records a network; what it recorded is the recorder's to tell. */
export async function record(args: NetworkArgs): Promise<Network> {
    await startRecording();
    const network = new Network("network", args);
    await settled();
    return network;
}

export const valueOf = <T>(output: { apply(run: (value: T) => void): unknown }) =>
    new Promise<T>((resolve) => {
        output.apply(resolve);
    });

export const publicAddress = {
    ...scope,
    sku: { name: "Standard", tier: "Regional" },
    publicIPAddressVersion: "IPv4",
    publicIPAllocationMethod: "Static",
    zones: ["1", "2", "3"],
};
