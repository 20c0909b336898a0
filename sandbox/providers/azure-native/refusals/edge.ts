import { isList, isProperties, type Properties, type Value } from "../../protocol/values";
import { subnetOf } from "./network";
import { duplicate, itemsAt, mapAt, numberAt, same, textAt, textsAt, valueAt } from "./read";
import { refuseAny, refuseIf, type Rule, type Rules } from "./refusal";
import { refuseBlocked, type Traffic } from "./security-group";

const isV2 = (inputs: Properties) => textAt(inputs, "sku.tier")?.endsWith("_v2") === true;

/** hashicorp/terraform-provider-azurerm#19304. */
const wafPolicy: Rule = ({ id, inputs }) =>
    refuseIf(
        textAt(inputs, "sku.tier") === "WAF_v2" &&
            textAt(inputs, "firewallPolicy.id") === undefined &&
            valueAt(inputs, "webApplicationFirewallConfiguration") === undefined,
        "ApplicationGatewayFirewallNotConfiguredForSelectedSku",
        `Application Gateway ${id} with the selected SKU tier WAF_v2 must have a valid WAF policy or configuration`,
    );

const capacity: Rule = ({ id, inputs }) =>
    refuseIf(
        isV2(inputs) &&
            valueAt(inputs, "autoscaleConfiguration") === undefined &&
            numberAt(inputs, "sku.capacity") === undefined,
        "BadRequest",
        `Application Gateway ${id} must have either a SKU capacity or an autoscale configuration.`,
    );

/** The gateway's parts, by collection: the items of each that have a name. */
const partsOf = (inputs: Properties) =>
    Object.entries(inputs).flatMap(([collection, value]) => {
        const named = isList(value)
            ? value.filter(isProperties).filter((item) => textAt(item, "name") !== undefined)
            : [];
        return named.length === 0
            ? []
            : [{ collection, names: named.map((item) => textAt(item, "name") ?? "") }];
    });

const partNames: Rule = ({ id, inputs }) =>
    refuseAny(partsOf(inputs), ({ collection, names }) => {
        const twice = duplicate(names);
        return refuseIf(
            twice !== undefined,
            "DuplicateResourceName",
            `Resource ${id}/${collection}/ has two child resources with the same name (${twice ?? ""}).`,
        );
    });

/** MicrosoftDocs/azure-docs#114837. */
const partReferences: Rule = ({ id, inputs }) => {
    const parts = partsOf(inputs).flatMap(({ collection, names }) =>
        names.map((part) => `${id}/${collection}/${part}`.toLowerCase()),
    );
    return refuseAny(idsIn(inputs), (reference) =>
        refuseIf(
            reference.toLowerCase().startsWith(`${id.toLowerCase()}/`) &&
                !parts.includes(reference.toLowerCase()),
            "InvalidResourceReference",
            `Resource ${reference} referenced by resource ${id} was not found. Please make sure that the ` +
                "referenced resource exists, and that both resources are in the same region.",
        ),
    );
};

/** Every `id` inside a value, at any depth. */
function idsIn(value: Value | undefined): string[] {
    if (isList(value)) {
        return value.flatMap(idsIn);
    }
    return isProperties(value)
        ? Object.entries(value).flatMap(([key, item]) =>
              key === "id" && typeof item === "string" ? [item] : idsIn(item),
          )
        : [];
}

const routingPriorities: Rule = ({ id, inputs }) => {
    const rules = itemsAt(inputs, "requestRoutingRules");
    const priorities = rules.map((rule) => numberAt(rule, "priority"));
    return (
        refuseIf(
            isV2(inputs) && priorities.includes(undefined),
            "ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty",
            `Priority for the request routing rules of ${id} cannot be empty. All the request routing rules ` +
                "should have a priority defined starting from api-version 2021-08-01.",
        ) ??
        refuseAny(rules, (rule) => {
            const priority = numberAt(rule, "priority");
            return refuseIf(
                priority !== undefined && (priority < 1 || priority > 20_000),
                "BadRequest",
                `Priority of a request routing rule must be between 1 and 20000. Value provided: ${String(priority)}.`,
            );
        })
    );
};

/** learn.microsoft.com, "application-gateway-ssl-policy-overview": only CustomV2 and predefined policies know TLS 1.3. */
const tlsPolicy: Rule = ({ inputs }) => {
    const policy = mapAt(inputs, "sslPolicy");
    const kind = textAt(policy, "policyType");
    const least = textAt(policy, "minProtocolVersion");
    return (
        refuseIf(
            kind === "Custom" && least === "TLSv1_3",
            "BadRequest",
            "minProtocolVersion TLSv1_3 requires an SSL policy of type CustomV2.",
        ) ??
        refuseIf(
            kind === "CustomV2" && least !== "TLSv1_2" && least !== "TLSv1_3",
            "BadRequest",
            "An SSL policy of type CustomV2 requires minProtocolVersion TLSv1_2 or TLSv1_3.",
        ) ??
        refuseIf(
            kind === "CustomV2" && least === "TLSv1_2" && textsAt(policy, "cipherSuites").length === 0,
            "BadRequest",
            "An SSL policy of type CustomV2 with minProtocolVersion TLSv1_2 requires cipherSuites.",
        )
    );
};

const certificateIdentity: Rule = ({ id, inputs }) =>
    refuseIf(
        itemsAt(inputs, "sslCertificates").some((item) => textAt(item, "keyVaultSecretId") !== undefined) &&
            !same(textAt(inputs, "identity.type"), "UserAssigned"),
        "BadRequest",
        `Application Gateway ${id} requires a user-assigned identity to read its certificates from Key Vault.`,
    );

/** By these ports Azure manages the instances. */
const MANAGEMENT: Traffic = {
    direction: "Inbound",
    tags: ["GatewayManager", "Internet"],
    ports: [65_200, 65_535],
};

/** learn.microsoft.com, "application-gateway configuration-infrastructure". */
const management: Rule = ({ id, inputs, neighbours }) =>
    refuseAny(itemsAt(inputs, "gatewayIPConfigurations"), (configuration) => {
        const subnetId = textAt(configuration, "subnet.id");
        return refuseBlocked(subnetOf(subnetId, neighbours), [MANAGEMENT], neighbours, (groupId) => ({
            code: "ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup",
            message:
                `Network security group ${groupId} blocks incoming internet traffic on ports 65200 - 65535 to ` +
                `subnet ${subnetId ?? ""}, associated with Application Gateway ${id}. This is not permitted for ` +
                "Application Gateways that have V2 Sku.",
        }));
    });

/** The way in. */
export const edgeRules: Rules = {
    "azure-native:network:ApplicationGateway": [
        wafPolicy,
        capacity,
        partNames,
        partReferences,
        routingPriorities,
        tlsPolicy,
        certificateIdentity,
        management,
    ],
};
