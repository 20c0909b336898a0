import type { Properties } from "../../protocol/values";
import { subnetOf, rangesOf } from "./network";
import { offsetIn, overlap, rangeOf } from "./ranges";
import { isOn, itemsAt, mapAt, same, textAt, textsAt } from "./read";
import { refuseAny, refuseIf, type Attempt, type Rule, type Rules } from "./refusal";
import { poolProfile } from "./node-pool";

const parameter = (condition: boolean, message: string) => refuseIf(condition, "InvalidParameter", message);
const badRequest = (condition: boolean, message: string) => refuseIf(condition, "BadRequest", message);

/** aquasecurity/tfsec#571. */
const privateRanges: Rule = ({ inputs }) => {
    const access = mapAt(inputs, "apiServerAccessProfile");
    return parameter(
        isOn(access, "enablePrivateCluster") && textsAt(access, "authorizedIPRanges").length > 0,
        "Private cluster cannot be enabled with AuthorizedIPRanges.",
    );
};

const KMS = "securityProfile.azureKeyVaultKms";

const keyManagement: Rule = ({ inputs }) => {
    const kms = mapAt(inputs, KMS);
    const access = textAt(kms, "keyVaultNetworkAccess");
    if (!isOn(kms, "enabled")) {
        return undefined;
    }
    return (
        // MicrosoftDocs/azure-docs#93886.
        badRequest(access === undefined, "KeyVault network access is unspecified for Azure Key Vault KMS.") ??
        // Azure/telescope#1121.
        badRequest(
            access === "Private" && textAt(kms, "keyVaultResourceId") === undefined,
            "KeyVault resource ID is empty when KeyVault network access is Private.",
        ) ??
        // Azure/terraform-azurerm-aks#599.
        badRequest(
            access === "Private" && !isOn(inputs, "apiServerAccessProfile.enableVnetIntegration"),
            "Vnet integration should be enabled when KeyVault network access is Private.",
        ) ??
        // learn.microsoft.com, "use-kms-etcd-encryption".
        badRequest(
            !/\/keys\/[^/]+\/[^/]+$/.test(textAt(kms, "keyId") ?? ""),
            `The key ID '${textAt(kms, "keyId") ?? ""}' is invalid for Azure Key Vault KMS: ` +
                "the identifier must contain the version of the key.",
        )
    );
};

/** Azure/terraform-azurerm-aks#583. */
const costAnalysis: Rule = ({ inputs }) =>
    badRequest(
        isOn(inputs, "metricsProfile.costAnalysis.enabled") &&
            (textAt(inputs, "sku.tier") ?? "Free") === "Free",
        "Cost analysis requires the Standard or Premium tier of the managed cluster.",
    );

const longTermSupport: Rule = ({ inputs }) =>
    badRequest(
        textAt(inputs, "supportPlan") === "AKSLongTermSupport" && textAt(inputs, "sku.tier") !== "Premium",
        "Support plan AKSLongTermSupport requires the Premium tier of the managed cluster.",
    );

/** learn.microsoft.com, "azure-cni-powered-by-cilium" and "container-network-security-concepts". */
const cilium: Rule = ({ inputs }) => {
    const network = mapAt(inputs, "networkProfile");
    const dataplane = textAt(network, "networkDataplane");
    return (
        badRequest(
            dataplane === "cilium" && !["cilium", undefined].includes(textAt(network, "networkPolicy")),
            "Network dataplane cilium requires network policy cilium.",
        ) ??
        badRequest(
            dataplane !== "cilium" && isOn(network, "advancedNetworking.security.enabled"),
            "Advanced network security requires network dataplane cilium.",
        ) ??
        badRequest(
            !isOn(network, "advancedNetworking.enabled") &&
                (isOn(network, "advancedNetworking.security.enabled") ||
                    isOn(network, "advancedNetworking.observability.enabled")),
            "Advanced networking features require advancedNetworking to be enabled.",
        )
    );
};

const dnsService: Rule = ({ inputs }) => {
    const { serviceCidr, dnsServiceIP } = mapAt(inputs, "networkProfile");
    if (typeof serviceCidr !== "string" || typeof dnsServiceIP !== "string") {
        return undefined;
    }
    const place = offsetIn(serviceCidr, dnsServiceIP);
    return (
        // Azure/bicep-registry-modules#1469.
        parameter(
            place === undefined,
            `The DNS service IP ${dnsServiceIP} does not belong to the service CIDR ${serviceCidr}.`,
        ) ??
        // The first address is the API server's own; the one before, the network's (Azure/AKS#2579).
        parameter(
            place === 0 || place === 1,
            `The DNS service IP ${dnsServiceIP} must not be one of the first two addresses of ${serviceCidr}.`,
        )
    );
};

/** Of the nodes and of the API server. */
function subnetsOf({ inputs, neighbours }: Attempt): readonly Properties[] {
    const ids = [
        ...itemsAt(inputs, "agentPoolProfiles").map((pool) => textAt(pool, "vnetSubnetID")),
        textAt(inputs, "apiServerAccessProfile.subnetId"),
    ];
    return ids.map((id) => subnetOf(id, neighbours)).filter((subnet) => subnet !== undefined);
}

/** Azure/AKS#1117. */
const overlaps: Rule = (attempt) => {
    const network = mapAt(attempt.inputs, "networkProfile");
    const [serviceCidr = "", podCidr = ""] = [textAt(network, "serviceCidr"), textAt(network, "podCidr")];
    const subnets = subnetsOf(attempt).flatMap(rangesOf);
    return (
        refuseAny(subnets, (range) =>
            refuseIf(
                overlap(serviceCidr, range),
                "ServiceCidrOverlapExistingSubnetsCidr",
                `The specified service CIDR ${serviceCidr} is conflicted with an existing subnet CIDR ${range}. ` +
                    "Please see https://aka.ms/aks/servicecidroverlap for how to fix the error.",
            ),
        ) ??
        refuseAny([serviceCidr, ...subnets], (range) =>
            parameter(
                overlap(podCidr, range),
                `The specified pod CIDR ${podCidr} is conflicted with the range ${range}.`,
            ),
        )
    );
};

/** AKS makes no way out itself with these two, and looks for the one that should be there. */
const egress: Rule = ({ inputs, neighbours }) => {
    const type = textAt(inputs, "networkProfile.outboundType");
    return refuseAny(itemsAt(inputs, "agentPoolProfiles"), (pool) => {
        const id = textAt(pool, "vnetSubnetID");
        const subnet = subnetOf(id, neighbours);
        if (subnet === undefined) {
            return undefined;
        }
        return (
            refuseIf(
                type === "userDefinedRouting" && textAt(subnet, "routeTable.id") === undefined,
                "ExistingRouteTableNotAssociatedWithSubnet",
                `An existing route table has not been associated with subnet ${id ?? ""}. ` +
                    "Please update the route table association.",
            ) ??
            badRequest(
                type === "userAssignedNATGateway" && textAt(subnet, "natGateway.id") === undefined,
                `Outbound type userAssignedNATGateway requires a NAT gateway on subnet ${id ?? ""}.`,
            )
        );
    });
};

const DELEGATE = "Microsoft.ContainerService/managedClusters";

/** learn.microsoft.com, "api-server-vnet-integration". */
const apiServer: Rule = ({ inputs, neighbours }) => {
    const access = mapAt(inputs, "apiServerAccessProfile");
    const id = textAt(access, "subnetId");
    const subnet = isOn(access, "enableVnetIntegration") ? subnetOf(id, neighbours) : undefined;
    return (
        subnet &&
        (badRequest(
            !itemsAt(subnet, "delegations").some((item) => same(textAt(item, "serviceName"), DELEGATE)),
            `The API server subnet ${id ?? ""} must be delegated to ${DELEGATE}.`,
        ) ??
            refuseAny(rangesOf(subnet), (range) =>
                badRequest(
                    (rangeOf(range)?.prefix ?? 0) > 28,
                    `The API server subnet ${id ?? ""} must be /28 or larger, got ${range}.`,
                ),
            ))
    );
};

const entra: Rule = ({ inputs }) =>
    badRequest(
        isOn(inputs, "disableLocalAccounts") && !isOn(inputs, "aadProfile.managed"),
        "DisableLocalAccounts can only be set for an AAD integration V2 enabled cluster.",
    );

const issuer: Rule = ({ inputs, oldInputs }) =>
    parameter(
        isOn(inputs, "securityProfile.workloadIdentity.enabled") &&
            !isOn(inputs, "oidcIssuerProfile.enabled"),
        "Workload identity requires the OIDC issuer to be enabled.",
    ) ??
    refuseIf(
        oldInputs !== undefined &&
            isOn(oldInputs, "oidcIssuerProfile.enabled") &&
            !isOn(inputs, "oidcIssuerProfile.enabled"),
        "OIDCIssuerFeatureCannotBeDisabled",
        "OIDC issuer feature cannot be disabled.",
    );

const nodeGroup: Rule = ({ inputs }) => {
    const length = textAt(inputs, "nodeResourceGroup")?.length ?? 0;
    return parameter(
        length > 80,
        "The length of the node resource group name is too long. The maximum length is 80 and the length of the " +
            `value provided is ${length.toString()}.`,
    );
};

const dnsPrefix: Rule = ({ inputs }) => {
    const prefix = textAt(inputs, "dnsPrefix");
    return parameter(
        prefix !== undefined && !/^[A-Za-z0-9]([A-Za-z0-9-]{0,52}[A-Za-z0-9])?$/.test(prefix),
        `The DNS prefix '${prefix ?? ""}' is invalid: expected 1 to 54 letters, digits or hyphens.`,
    );
};

const minor = (version: string | undefined) => Number(version?.split(".")[1] ?? Number.NaN);

/** The control plane goes up by one minor version at a time, and never down. */
const upgrade: Rule = ({ inputs, oldInputs = {} }) => {
    const [before, after] = [textAt(oldInputs, "kubernetesVersion"), textAt(inputs, "kubernetesVersion")];
    const step = minor(after) - minor(before);
    return refuseIf(
        step > 1 || step < 0,
        "OperationNotAllowed",
        `Upgrading Kubernetes version ${before ?? ""} to ${after ?? ""} is not allowed. ` +
            "Only the next minor version is available.",
    );
};

const systemPool: Rule = ({ inputs, oldInputs }) =>
    parameter(
        oldInputs === undefined &&
            !itemsAt(inputs, "agentPoolProfiles").some((pool) => textAt(pool, "mode") === "System"),
        "At least one of agentPoolProfiles should be of mode System.",
    );

const pools: Rule = ({ inputs }) =>
    refuseAny(itemsAt(inputs, "agentPoolProfiles"), (pool) =>
        poolProfile(pool, textAt(pool, "name") ?? "", textAt(inputs, "location")),
    );

/** The managed Kubernetes cluster. */
export const clusterRules: Rules = {
    "azure-native:containerservice:ManagedCluster": [
        dnsPrefix,
        nodeGroup,
        systemPool,
        pools,
        privateRanges,
        keyManagement,
        costAnalysis,
        longTermSupport,
        cilium,
        dnsService,
        overlaps,
        egress,
        apiServer,
        entra,
        issuer,
        upgrade,
    ],
};
