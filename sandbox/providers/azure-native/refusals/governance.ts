import { entriesOf, isProperties } from "../../protocol/values";
import { itemsAt, mapAt, nameOf, numberAt, same, textAt, textsAt, valueAt } from "./read";
import { refuseAny, refuseIf, type Rule, type Rules } from "./refusal";

const badRequest = (condition: boolean, message: string) => refuseIf(condition, "BadRequest", message);

/** Consumption answers with the bare HTTP status as its code. */
const budget = (condition: boolean, message: string) => refuseIf(condition, "400", message);

/** The month in which the sandbox plays, whatever the machine's clock says: what it takes today it takes next year. */
const THIS_MONTH = "2026-11-01";

/** hashicorp/terraform-provider-azurerm#15467 and #12121; jpsnover/ai-triad-research#1697 for the last. */
const period: Rule = ({ inputs, oldInputs }) => {
    const [start = "", end] = ["startDate", "endDate"].map((key) => textAt(inputs, `timePeriod.${key}`));
    const before = textAt(oldInputs ?? {}, "timePeriod.startDate");
    const monthly = ["Monthly", "Quarterly", "Annually"].includes(textAt(inputs, "timeGrain") ?? "");
    return (
        budget(
            monthly && !/^\d{4}-\d{2}-01(T00:00:00(\.0+)?Z)?$/.test(start),
            "Start date of the budget should be the first day of a month.",
        ) ??
        budget(
            end !== undefined && Date.parse(end) <= Date.parse(start),
            "End date of the budget should be after its start date.",
        ) ??
        budget(
            oldInputs === undefined && Date.parse(start) < Date.parse(THIS_MONTH),
            "Start date of a monthly budget should not be before the current month.",
        ) ??
        budget(
            before !== undefined && Date.parse(before) !== Date.parse(start),
            "Start date of budgets cannot be updated. Please delete and create a new budget.",
        )
    );
};

const amount: Rule = ({ inputs }) => {
    const value = numberAt(inputs, "amount");
    return budget(value !== undefined && value <= 0, "Amount of the budget should be greater than 0.");
};

/** learn.microsoft.com, REST reference of "budgets". */
const notifications: Rule = ({ inputs }) => {
    const all = entriesOf(mapAt(inputs, "notifications"));
    return (
        budget(all.length > 5, "A budget has at most 5 notifications.") ??
        refuseAny(all, ([key, value]) => {
            const notification = isProperties(value) ? value : {};
            const threshold = numberAt(notification, "threshold") ?? 0;
            const contacts = ["contactEmails", "contactGroups", "contactRoles"].map(
                (kind) => textsAt(notification, kind).length,
            );
            return (
                budget(
                    threshold <= 0 || threshold > 1000,
                    `Threshold of notification ${key} should be above 0 and at most 1000.`,
                ) ??
                budget(
                    contacts.every((count) => count === 0),
                    `Notification ${key} needs at least one contact.`,
                ) ??
                budget((contacts[0] ?? 0) > 50, `Notification ${key} has at most 50 e-mail addresses.`)
            );
        })
    );
};

/** A scope has one lock of a name, of two levels, with notes of at most 512 characters. */
const lock: Rule = ({ inputs }) =>
    badRequest(
        !["CanNotDelete", "ReadOnly"].includes(textAt(inputs, "level") ?? ""),
        `The lock level '${textAt(inputs, "level") ?? ""}' is invalid: expected CanNotDelete or ReadOnly.`,
    ) ??
    badRequest(
        (textAt(inputs, "notes")?.length ?? 0) > 512,
        "The notes of a lock have at most 512 characters.",
    );

/** hashicorp/terraform-provider-azurerm#7075. */
const assignmentIdentity: Rule = ({ name, inputs }) => {
    const kind = textAt(inputs, "identity.type") ?? "None";
    return badRequest(
        !same(kind, "None") && textAt(inputs, "location") === undefined,
        `The policy assignment '${name}' request is invalid. A policy assignment with an identity must have a location.`,
    );
};

const assignmentTexts: Rule = ({ name, inputs }) =>
    badRequest(
        (textAt(inputs, "displayName")?.length ?? 0) > 128,
        `The display name of policy assignment '${name}' has at most 128 characters.`,
    ) ??
    badRequest(
        (textAt(inputs, "description")?.length ?? 0) > 512,
        `The description of policy assignment '${name}' has at most 512 characters.`,
    );

const assignmentParameters: Rule = ({ name, inputs }) =>
    refuseAny(entriesOf(mapAt(inputs, "parameters")), ([key, value]) =>
        refuseIf(
            !isProperties(value) || value.value === undefined,
            "InvalidPolicyParameters",
            `The policy assignment '${name}' is invalid: parameter '${key}' has no value.`,
        ),
    );

/** Built-in definitions of mode Microsoft.Kubernetes.Data, and an initiative of nothing else. */
const JUDGED_IN_CLUSTER: readonly string[] = [
    "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d",
    "3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e",
    "423dd1ba-798e-40e4-9c4d-b6902674b423",
    "42b8ef37-b724-4e24-bbc8-7a7708edfe00",
    "d46c275d-1680-448d-b2ec-e495a3b6cc89",
    "df49d893-a74c-421d-bc95-c663042e5b80",
    "f06ddb64-5fa3-4b77-b166-acb36f7f6042",
    "febd0533-8e55-448f-b837-bd0e06f16469",
];

/** Azure/alzlib#243. */
const assignmentMessages: Rule = ({ name, inputs }) =>
    badRequest(
        itemsAt(inputs, "nonComplianceMessages").length > 0 &&
            JUDGED_IN_CLUSTER.some((id) => same(id, nameOf(textAt(inputs, "policyDefinitionId")))),
        `The policy assignment '${name}' has non-compliance messages, which are not supported for policies of mode ` +
            "Microsoft.Kubernetes.Data.",
    );

const MODES = ["Default", "DoNotEnforce", "Enroll"];

const assignmentMode: Rule = ({ name, inputs }) => {
    const mode = textAt(inputs, "enforcementMode") ?? "Default";
    return badRequest(
        !MODES.includes(mode),
        `The enforcement mode '${mode}' of policy assignment '${name}' is invalid.`,
    );
};

const PLANS: Readonly<Record<string, readonly string[]>> = {
    Arm: ["PerSubscription", "PerApiCall"],
    KeyVaults: ["PerKeyVault", "PerTransaction"],
    StorageAccounts: ["DefenderForStorageV2", "PerStorageAccount", "PerTransaction"],
    VirtualMachines: ["P1", "P2"],
};

/** learn.microsoft.com, REST reference of "pricings". */
const defender: Rule = ({ name, inputs }) => {
    const plan = textAt(inputs, "subPlan");
    const tier = textAt(inputs, "pricingTier") ?? "";
    return (
        badRequest(
            !["Free", "Standard"].includes(tier),
            `The pricing tier '${tier}' of ${name} is invalid: expected Free or Standard.`,
        ) ??
        badRequest(
            plan !== undefined && PLANS[name]?.includes(plan) !== true,
            `The sub plan '${plan ?? ""}' is not supported by plan ${name}.`,
        )
    );
};

/** learn.microsoft.com, "disks-enable-customer-managed-keys". */
const diskEncryption: Rule = ({ inputs }) =>
    badRequest(
        valueAt(inputs, "identity") === undefined || textAt(inputs, "activeKey.keyUrl") === undefined,
        "A disk encryption set requires an identity and an active key.",
    ) ??
    badRequest(
        valueAt(inputs, "rotationToLatestKeyVersionEnabled") !== true &&
            !/\/keys\/[^/]+\/[^/]+$/.test(textAt(inputs, "activeKey.keyUrl") ?? ""),
        "The key URL of a disk encryption set without automatic rotation must contain the version of the key.",
    );

/** Costs, locks, policies, plans. */
export const governanceRules: Rules = {
    "azure-native:consumption:Budget": [period, amount, notifications],
    "azure-native:authorization:ManagementLockByScope": [lock],
    "azure-native:authorization:PolicyAssignment": [
        assignmentIdentity,
        assignmentTexts,
        assignmentParameters,
        assignmentMessages,
        assignmentMode,
    ],
    "azure-native:security:Pricing": [defender],
    "azure-native:compute:DiskEncryptionSet": [diskEncryption],
};
