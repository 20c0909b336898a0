import type { Properties } from "../../protocol/values";
import { isOn, mapAt, numberAt, same, textAt, textsAt, valueAt } from "./read";
import { refuseIf, refuseOutside, type Attempt, type Rule, type Rules } from "./refusal";
import { normalRegion } from "../arm";
import { hasZones } from "./regions";

const REGISTRY = "azure-native:containerregistry:Registry";

const badRequest = (condition: boolean, message: string) => refuseIf(condition, "BadRequest", message);

const isPolicyOn = (inputs: Properties, policy: string) =>
    textAt(inputs, `policies.${policy}.status`) === "enabled";

/** Azure/kars#515. */
const contentTrust: Rule = ({ inputs }) =>
    refuseIf(
        isPolicyOn(inputs, "trustPolicy"),
        "ContentTrustUnsupported",
        "Content Trust cannot be enabled. Content Trust is being deprecated and will be completely removed on " +
            "March 31, 2028.",
    );

/** Azure-Samples/holiday-peak-hub#830. */
const exports: Rule = ({ name, inputs }) =>
    badRequest(
        textAt(inputs, "policies.exportPolicy.status") === "disabled" &&
            textAt(inputs, "publicNetworkAccess") !== "Disabled",
        `Enabling public network access is not supported because the registry '${name}' has exports disabled.`,
    );

/** learn.microsoft.com, "container-registry-soft-delete-policy". */
const retention: Rule = ({ inputs }) =>
    badRequest(
        isPolicyOn(inputs, "retentionPolicy") && isPolicyOn(inputs, "softDeletePolicy"),
        "The retention policy and the soft delete policy cannot both be enabled.",
    ) ??
    refuseOutside(
        numberAt(inputs, "policies.retentionPolicy.days"),
        [0, 365],
        "BadRequest",
        "The days of the retention policy",
    ) ??
    refuseOutside(
        numberAt(inputs, "policies.softDeletePolicy.retentionDays"),
        [1, 90],
        "BadRequest",
        "The days of the soft delete policy",
    );

/** learn.microsoft.com, "container-registry-skus". */
const premium: Rule = ({ inputs }) => {
    const features: readonly [string, boolean][] = [
        ["publicNetworkAccess", textAt(inputs, "publicNetworkAccess") === "Disabled"],
        ["zoneRedundancy", textAt(inputs, "zoneRedundancy") === "Enabled"],
        ["encryption", textAt(inputs, "encryption.status") === "enabled"],
        ["dataEndpointEnabled", isOn(inputs, "dataEndpointEnabled")],
        ["retentionPolicy", isPolicyOn(inputs, "retentionPolicy")],
        ["quarantinePolicy", isPolicyOn(inputs, "quarantinePolicy")],
        ["exportPolicy", textAt(inputs, "policies.exportPolicy.status") === "disabled"],
    ];
    const sku = textAt(inputs, "sku.name") ?? "";
    const [feature] = features.find(([, used]) => used) ?? [];
    return badRequest(
        sku !== "Premium" && feature !== undefined,
        `The property ${feature ?? ""} requires a registry of SKU Premium. The current SKU is ${sku}.`,
    );
};

/** learn.microsoft.com, "tutorial-enable-customer-managed-keys": with the registry, or never. */
const customerKey: Rule = ({ inputs, oldInputs }) => {
    const encrypted = textAt(inputs, "encryption.status") === "enabled";
    return (
        badRequest(
            oldInputs !== undefined && encrypted !== (textAt(oldInputs, "encryption.status") === "enabled"),
            "Encryption with a customer-managed key can only be set when the registry is created.",
        ) ??
        badRequest(
            encrypted && valueAt(inputs, "identity") === undefined,
            "Encryption with a customer-managed key requires an identity.",
        )
    );
};

const zones: Rule = ({ inputs }) => {
    const location = textAt(inputs, "location") ?? "";
    return badRequest(
        textAt(inputs, "zoneRedundancy") === "Enabled" && location !== "" && !hasZones(location),
        `Zone redundancy is not supported in region ${location}.`,
    );
};

/** The registry of a part, if this run has seen it. */
const registryOf = ({ inputs, neighbours }: Attempt) =>
    neighbours(REGISTRY).find((registry) =>
        same(textAt(registry, "registryName"), textAt(inputs, "registryName")),
    );

const replica: Rule = (attempt) => {
    const registry = registryOf(attempt) ?? {};
    const [home, region] = [registry, attempt.inputs].map((of) => normalRegion(textAt(of, "location") ?? ""));
    const sku = textAt(registry, "sku.name");
    return (
        badRequest(
            home !== "" && home === region,
            `A replication cannot be created in the home region ${region ?? ""} of the registry.`,
        ) ??
        badRequest(
            sku !== undefined && sku !== "Premium",
            `Replications require a registry of SKU Premium. The current SKU is ${sku ?? ""}.`,
        ) ??
        badRequest(
            isPolicyOn(registry, "softDeletePolicy"),
            "A registry with the soft delete policy enabled cannot be replicated.",
        )
    );
};

/** learn.microsoft.com, "artifact-cache-overview": a rule for each target repository. */
const cacheTarget: Rule = ({ inputs, neighbours }) => {
    const target = textAt(inputs, "targetRepository");
    return refuseIf(
        neighbours("azure-native:containerregistry:CacheRule").some(
            (other) =>
                same(textAt(other, "registryName"), textAt(inputs, "registryName")) &&
                textAt(other, "targetRepository") === target,
        ),
        "Conflict",
        `Another cache rule already has the target repository ${target ?? ""}.`,
    );
};

const credentials: Rule = ({ inputs }) =>
    badRequest(
        textsAt(mapAt(inputs, "identity"), "userAssignedIdentities").length > 0,
        "A credential set supports a system-assigned identity only.",
    );

/** The registry and what it holds. */
export const registryRules: Rules = {
    [REGISTRY]: [contentTrust, exports, retention, premium, customerKey, zones],
    "azure-native:containerregistry:Replication": [zones, replica],
    "azure-native:containerregistry:CacheRule": [cacheTarget],
    "azure-native:containerregistry:CredentialSet": [credentials],
};
