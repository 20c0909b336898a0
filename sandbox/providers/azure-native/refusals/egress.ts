import { subnetOf, rangesOf } from "./network";
import { rangeOf } from "./ranges";
import { duplicate, isOn, itemsAt, nameOf, numberAt, same, textAt, textsAt } from "./read";
import { refuseAny, refuseIf, refuseOutside, type Attempt, type Rule, type Rules } from "./refusal";
import { hasZones } from "./regions";
import { refuseBlocked, type Traffic } from "./security-group";

const POLICY = "azure-native:network:FirewallPolicy";

/** Basic is what Azure takes when nothing is said; none are made since 30 September 2025. */
const addressSku: Rule = ({ inputs, oldInputs }) =>
    refuseIf(
        oldInputs === undefined && !["Standard", "StandardV2"].includes(textAt(inputs, "sku.name") ?? ""),
        "IPv4BasicSkuPublicIpCountLimitReached",
        "Cannot create more than 0 IPv4 Basic SKU public IP addresses for this subscription in this region.",
    );

/** pulumi/pulumi-azure-native#1597. */
const addressStatic: Rule = ({ id, inputs }) =>
    refuseIf(
        textAt(inputs, "publicIPAllocationMethod") !== "Static",
        "StandardSkuPublicIPAddressesMustBeStatic",
        `Standard sku publicIp ${id} must have AllocationMethod set to Static.`,
    );

const zones: Rule = ({ id, inputs }) => {
    const location = textAt(inputs, "location");
    return refuseIf(
        textsAt(inputs, "zones").length > 0 && location !== undefined && !hasZones(location),
        "LocationNotSupportAvailabilityZones",
        `The resource ${id} cannot have availability zones: location ${location ?? ""} does not support them.`,
    );
};

/** A gateway of the Standard SKU lives in one zone, or in none that is named. */
const natZones: Rule = ({ id, inputs }) =>
    refuseIf(
        same(textAt(inputs, "sku.name"), "Standard") && textsAt(inputs, "zones").length > 1,
        "BadRequest",
        `NAT gateway ${id} of SKU Standard can be in one zone only.`,
    );

/** Firewall and Bastion each want a subnet of that name, /26 or larger. */
const dedicatedSubnet =
    (code: string, subnetName: string, service: string): Rule =>
    (attempt) =>
        refuseAny(subnetIds(attempt), (subnetId) => {
            const subnet = subnetOf(subnetId, attempt.neighbours);
            return (
                refuseIf(
                    nameOf(subnetId) !== subnetName,
                    code,
                    `Subnet name ${subnetId} is invalid for ${service}. ` +
                        `${service} can only be created in subnet with name '${subnetName}'.`,
                ) ??
                refuseAny(subnet === undefined ? [] : rangesOf(subnet), (cidr) =>
                    refuseIf(
                        (rangeOf(cidr)?.prefix ?? 0) > 26,
                        "BadRequest",
                        `Subnet ${subnetId} is too small for ${service}: /26 or larger is required, got ${cidr}.`,
                    ),
                )
            );
        });

const subnetIds = ({ inputs }: Attempt) =>
    itemsAt(inputs, "ipConfigurations").flatMap((configuration) => textAt(configuration, "subnet.id") ?? []);

/** learn.microsoft.com, "bastion-nsg". Without a rule Azure lets the rest pass inside the network. */
const BASTION_TRAFFIC: readonly Traffic[] = [
    { direction: "Inbound", tags: ["GatewayManager"], ports: [443, 443] },
    { direction: "Outbound", tags: ["AzureCloud", "Internet"], ports: [443, 443] },
];

const bastionTraffic: Rule = (attempt) =>
    refuseAny(subnetIds(attempt), (subnetId) =>
        refuseBlocked(
            subnetOf(subnetId, attempt.neighbours),
            BASTION_TRAFFIC,
            attempt.neighbours,
            (groupId) => ({
                code: "NetworkSecurityGroupNotCompliantForAzureBastionSubnet",
                message: `Network security group ${nameOf(groupId) ?? ""} does not have necessary rules for Azure Bastion Subnet AzureBastionSubnet.`,
            }),
        ),
    );

const bastionTunnel: Rule = ({ inputs }) =>
    refuseIf(
        isOn(inputs, "enableTunneling") &&
            !["Standard", "Premium"].includes(textAt(inputs, "sku.name") ?? "Standard"),
        "BadRequest",
        "Native client tunneling requires Azure Bastion of SKU Standard or higher.",
    );

const policyOf = ({ neighbours }: Attempt, name: string | undefined) =>
    neighbours(POLICY).find((policy) => same(textAt(policy, "firewallPolicyName"), name));

const TIERS = ["Basic", "Standard", "Premium"];

/** A firewall runs no policy of a higher tier than its own (learn.microsoft.com, "firewall-manager policy-overview"). */
const firewallTier: Rule = (attempt) => {
    const policy = policyOf(attempt, nameOf(textAt(attempt.inputs, "firewallPolicy.id")));
    const tier = textAt(attempt.inputs, "sku.tier") ?? "Standard";
    const wanted = policy === undefined ? tier : (textAt(policy, "sku.tier") ?? "Standard");
    return refuseIf(
        TIERS.indexOf(wanted) > TIERS.indexOf(tier),
        "BadRequest",
        `Azure Firewall of tier ${tier} cannot be associated with a firewall policy of tier ${wanted}.`,
    );
};

const intrusionDetection: Rule = ({ inputs }) =>
    refuseIf(
        (textAt(inputs, "intrusionDetection.mode") ?? "Off") !== "Off" &&
            textAt(inputs, "sku.tier") !== "Premium",
        "BadRequest",
        "Intrusion detection requires a firewall policy of tier Premium.",
    );

const collections: Rule = (attempt) => {
    const { inputs } = attempt;
    const items = itemsAt(inputs, "ruleCollections");
    const twice = duplicate(items.map((item) => String(numberAt(item, "priority"))));
    const policy = policyOf(attempt, textAt(inputs, "firewallPolicyName"));
    const byHost = items
        .flatMap((item) => itemsAt(item, "rules"))
        .some((rule) => textsAt(rule, "destinationFqdns").length > 0);
    return (
        refuseAny([inputs, ...items], (item) =>
            refuseOutside(numberAt(item, "priority"), [100, 65_000], "BadRequest", "Priority"),
        ) ??
        refuseIf(
            twice !== undefined,
            "BadRequest",
            `Two rule collections have the same priority ${twice ?? ""}.`,
        ) ??
        refuseIf(
            byHost && policy !== undefined && !isOn(policy, "dnsSettings.enableProxy"),
            "BadRequest",
            "FQDNs in network rules require the DNS proxy of the firewall policy.",
        )
    );
};

/** Public addresses, and the ways out. */
export const egressRules: Rules = {
    "azure-native:network:PublicIPAddress": [addressSku, addressStatic, zones],
    "azure-native:network:NatGateway": [zones, natZones],
    "azure-native:network:AzureFirewall": [
        dedicatedSubnet("BadRequest", "AzureFirewallSubnet", "Azure Firewall"),
        firewallTier,
        zones,
    ],
    [POLICY]: [intrusionDetection],
    "azure-native:network:FirewallPolicyRuleCollectionGroup": [collections],
    "azure-native:network:BastionHost": [
        // hashicorp/terraform-provider-azurerm#15365.
        dedicatedSubnet("SubnetNameMustBeAzureBastionSubnet", "AzureBastionSubnet", "Azure Bastion"),
        bastionTraffic,
        bastionTunnel,
        zones,
    ],
};
