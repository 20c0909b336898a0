import { canonical, contains, overlap, rangeOf } from "./ranges";
import { isOn, itemsAt, mapAt, nameOf, same, segment, textAt, textsAt } from "./read";
import { refuseAny, refuseIf, type Attempt, type Neighbours, type Rule, type Rules } from "./refusal";
import type { Properties } from "../../protocol/values";

const NETWORK = "azure-native:network:VirtualNetwork";
const SUBNET = "azure-native:network:Subnet";

/** The subnet that an id stands for, if this run has seen it. */
export function subnetOf(id: string | undefined, neighbours: Neighbours): Properties | undefined {
    return neighbours(SUBNET).find(
        (subnet) =>
            same(textAt(subnet, "subnetName"), segment(id, "subnets")) &&
            same(textAt(subnet, "virtualNetworkName"), segment(id, "virtualNetworks")) &&
            same(textAt(subnet, "resourceGroupName"), segment(id, "resourceGroups")),
    );
}

/** Its ranges, in whichever of the two properties they are. */
export function rangesOf(subnet: Properties): readonly string[] {
    const single = textAt(subnet, "addressPrefix");
    return single === undefined ? textsAt(subnet, "addressPrefixes") : [single];
}

const inSameNetwork = ({ inputs }: Attempt) => {
    const of = (other: Properties, key: string) => same(textAt(other, key), textAt(inputs, key));
    return (other: Properties) => of(other, "virtualNetworkName") && of(other, "resourceGroupName");
};

/** Azure wants the first address of a range before the slash. */
const notation = (name: string, cidr: string) => {
    const expected = canonical(cidr);
    return refuseIf(
        expected !== cidr,
        "InvalidCIDRNotation",
        `The address prefix ${cidr} in resource ${name} has an invalid CIDR notation.` +
            (expected === undefined
                ? ""
                : ` For the given prefix length, the address prefix should be ${expected}.`),
    );
};

/**
 * What of a network's or a subnet's ranges the change takes away. What lies in them comes later in a run than they do, and
 * so is not seen: each range of an earlier run counts as in use, which those of the platform are.
 */
const rangeTaken = (what: string, before: readonly string[], after: readonly string[]) =>
    refuseAny(before, (cidr) =>
        refuseIf(
            !after.some((range) => contains(range, cidr)),
            "InUsePrefixCannotBeDeleted",
            `IpPrefix ${cidr} on ${what} has active allocations and cannot be deleted.`,
        ),
    );

const networkInUse: Rule = ({ name, inputs, oldInputs = {} }) => {
    const [before, after] = [oldInputs, inputs].map((each) => textsAt(each, "addressSpace.addressPrefixes"));
    return rangeTaken(`Virtual Network ${name}`, before ?? [], after ?? []);
};

const subnetInUse: Rule = ({ name, inputs, oldInputs = {} }) =>
    rangeTaken(`Subnet ${name}`, rangesOf(oldInputs), rangesOf(inputs));

const networkRanges: Rule = ({ id, inputs }) =>
    refuseAny(textsAt(inputs, "addressSpace.addressPrefixes"), (cidr) => notation(id, cidr));

/** Generally available is AllowUnencrypted alone (learn.microsoft.com, "virtual-network-encryption-overview"). */
const networkEncryption: Rule = ({ inputs }) =>
    refuseIf(
        isOn(inputs, "encryption.enabled") && textAt(inputs, "encryption.enforcement") === "DropUnencrypted",
        "BadRequest",
        "Virtual network encryption with enforcement DropUnencrypted is not supported. Use AllowUnencrypted.",
    );

const networkDdos: Rule = ({ inputs }) =>
    refuseIf(
        isOn(inputs, "enableDdosProtection") && textAt(inputs, "ddosProtectionPlan.id") === undefined,
        "BadRequest",
        "enableDdosProtection requires a ddosProtectionPlan.",
    );

const subnetNotation: Rule = ({ id, inputs }) => refuseAny(rangesOf(inputs), (cidr) => notation(id, cidr));

/** Five addresses of each subnet are Azure's own. */
const subnetSize: Rule = (attempt) =>
    refuseAny(rangesOf(attempt.inputs), (cidr) =>
        refuseIf(
            (rangeOf(cidr)?.prefix ?? 0) > 29,
            "NetcfgInvalidSubnet",
            `Subnet '${attempt.name}' is not valid in virtual network ` +
                `'${textAt(attempt.inputs, "virtualNetworkName") ?? ""}'.`,
        ),
    );

/** MicrosoftDocs/azure-docs#123869, as the next. */
const subnetInside: Rule = (attempt) => {
    const network = attempt.neighbours(NETWORK).find(inSameNetwork(attempt));
    const space = network && textsAt(network, "addressSpace.addressPrefixes");
    return refuseAny(rangesOf(attempt.inputs), (cidr) =>
        refuseIf(
            space?.some((outer) => contains(outer, cidr)) === false,
            "NetcfgSubnetRangeOutsideVnet",
            `Subnet '${attempt.name}' is not valid because its IP address range is outside the IP address range ` +
                `of virtual network '${textAt(attempt.inputs, "virtualNetworkName") ?? ""}'.`,
        ),
    );
};

const subnetOverlap: Rule = (attempt) => {
    const taken = attempt.neighbours(SUBNET).filter(inSameNetwork(attempt)).flatMap(rangesOf);
    return refuseAny(rangesOf(attempt.inputs), (cidr) =>
        refuseIf(
            taken.some((other) => overlap(other, cidr)),
            "NetcfgSubnetRangesOverlap",
            `Subnet '${attempt.name}' is not valid because its IP address range overlaps with that of an ` +
                "existing subnet in virtual network " +
                `'${textAt(attempt.inputs, "virtualNetworkName") ?? ""}'.`,
        ),
    );
};

/** learn.microsoft.com, "firewall-faq". */
const firewallSubnet: Rule = ({ name, inputs }) =>
    refuseIf(
        name === "AzureFirewallSubnet" && textAt(inputs, "networkSecurityGroup.id") !== undefined,
        "BadRequest",
        "Network security groups are not supported on subnet AzureFirewallSubnet.",
    );

/** The sub-resources that have private endpoints, by resource type (learn.microsoft.com, "private-endpoint-overview"). */
const LINK_GROUPS: Readonly<Record<string, readonly string[]>> = {
    vaults: ["vault"],
    registries: ["registry"],
    storageaccounts: ["blob", "table", "queue", "file", "web", "dfs"].flatMap((group) => [
        group,
        `${group}_secondary`,
    ]),
    privatelinkscopes: ["azuremonitor"],
};

const linkGroups: Rule = ({ id, inputs }) =>
    refuseAny(itemsAt(inputs, "privateLinkServiceConnections"), (connection) => {
        const service = textAt(connection, "privateLinkServiceId") ?? "";
        const label =
            `Private link service connection ${id}/privateLinkServiceConnections/` +
            (textAt(connection, "name") ?? "");
        const groups = textsAt(connection, "groupIds");
        const known = LINK_GROUPS[service.split("/").at(-2)?.toLowerCase() ?? ""];
        return (
            // Azure/azure-cli#15136.
            refuseIf(
                known !== undefined && groups.length === 0,
                "MissingParameterOnPrivateLinkServiceConnection",
                `${label} is missing required parameter 'group Id'.`,
            ) ??
            // DFE-Digital/terraform-azurerm-container-apps-hosting#352.
            refuseIf(
                groups.length > 1,
                "OnlyOneGroupIdPermitted",
                `${label} has the following group Ids: ${groups.join(", ")}. ` +
                    `Only one group Id is permitted when connecting to a first-party resource (${service}).`,
            ) ??
            // The service itself looks at the group (hashicorp/terraform-provider-azurerm#11778).
            refuseIf(
                known !== undefined && !groups.every((group) => known.includes(group)),
                "BadRequest",
                `Call to ${segment(service, "providers") ?? ""}/${service.split("/").at(-2) ?? ""} failed. ` +
                    `Error message: Invalid groupId ${groups.join(", ")}`,
            )
        );
    });

/** Azure makes one itself with the first virtual network of a region, where automatic creation was not turned off. */
const oneWatcher: Rule = ({ inputs, neighbours }) =>
    refuseIf(
        neighbours("azure-native:network:NetworkWatcher").some((other) =>
            same(textAt(other, "location"), textAt(inputs, "location")),
        ),
        "NetworkWatcherCountLimitReached",
        "Cannot have more than 1 network watchers for this subscription in this region.",
    );

const linkedOnce: Rule = ({ inputs, neighbours }) => {
    const network = textAt(inputs, "virtualNetwork.id");
    const zone = textAt(inputs, "privateZoneName");
    return refuseIf(
        neighbours("azure-native:privatedns:VirtualNetworkLink").some(
            (other) =>
                same(textAt(mapAt(other, "virtualNetwork"), "id"), network) &&
                same(textAt(other, "privateZoneName"), zone),
        ),
        "Conflict",
        `The virtual network ${nameOf(network) ?? ""} is already linked to the private DNS zone ${zone ?? ""}.`,
    );
};

/** Virtual networks, subnets and what is reached privately. */
export const networkRules: Rules = {
    [NETWORK]: [networkRanges, networkInUse, networkEncryption, networkDdos],
    [SUBNET]: [subnetNotation, subnetSize, subnetInside, subnetOverlap, subnetInUse, firewallSubnet],
    "azure-native:network:PrivateEndpoint": [linkGroups],
    "azure-native:network:NetworkWatcher": [oneWatcher],
    "azure-native:privatedns:VirtualNetworkLink": [linkedOnce],
};
