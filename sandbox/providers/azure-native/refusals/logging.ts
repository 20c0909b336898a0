import type { Properties } from "../../protocol/values";
import { isOn, itemsAt, nameOf, numberAt, same, textAt } from "./read";
import { refuseAny, refuseIf, refuseOutside, type Rule, type Rules } from "./refusal";

const WORKSPACE = "azure-native:operationalinsights:Workspace";
const SETTING = "azure-native:monitor:DiagnosticSetting";
const ACCOUNT = "azure-native:storage:StorageAccount";

const badRequest = (condition: boolean, message: string) => refuseIf(condition, "BadRequest", message);

/** learn.microsoft.com, "data-retention-configure", as the next. */
const workspaceRetention: Rule = ({ inputs }) =>
    refuseOutside(
        numberAt(inputs, "retentionInDays"),
        [30, 730],
        "InvalidParameter",
        "'RetentionInDays' property of the workspace",
    );

const tableRetention: Rule = ({ inputs }) => {
    const interactive = numberAt(inputs, "retentionInDays");
    const total = numberAt(inputs, "totalRetentionInDays");
    const basic = textAt(inputs, "plan") === "Basic";
    return (
        refuseIf(
            basic && interactive !== undefined,
            "InvalidParameter",
            "'RetentionInDays' cannot be set on a table of plan Basic.",
        ) ??
        refuseOutside(
            // -1 is the workspace's.
            interactive === -1 ? undefined : interactive,
            [4, 730],
            "InvalidParameter",
            "'RetentionInDays' of the table",
        ) ??
        refuseOutside(
            total === -1 ? undefined : total,
            [4, 4383],
            "InvalidParameter",
            "'TotalRetentionInDays' of the table",
        ) ??
        refuseIf(
            total !== undefined && total !== -1 && (interactive ?? 0) > total,
            "InvalidParameter",
            "'TotalRetentionInDays' of the table must not be less than its 'RetentionInDays'.",
        )
    );
};

/** learn.microsoft.com, "logs-data-export": to an account of the workspace's region, not Premium; ten rules. */
const dataExport: Rule = ({ inputs, neighbours }) => {
    const inWorkspace = (other: Properties) =>
        same(textAt(other, "workspaceName"), textAt(inputs, "workspaceName"));
    const workspace = neighbours(WORKSPACE).find(inWorkspace) ?? {};
    const account =
        neighbours(ACCOUNT).find((other) =>
            same(textAt(other, "accountName"), nameOf(textAt(inputs, "resourceId"))),
        ) ?? {};
    const [here, there] = [textAt(workspace, "location"), textAt(account, "location")];
    return (
        badRequest(
            here !== undefined && there !== undefined && !same(here, there),
            `The destination of a data export must be in the region of its workspace: ${String(here)}, got ${String(there)}.`,
        ) ??
        badRequest(
            textAt(account, "sku.name")?.startsWith("Premium") === true,
            "The destination of a data export cannot be a storage account of the Premium tier.",
        ) ??
        badRequest(
            neighbours("azure-native:operationalinsights:DataExport").filter(inWorkspace).length >= 10,
            "A workspace has at most 10 enabled data export rules.",
        )
    );
};

/** Where a setting sends the logs, by property. */
const SINKS = [
    "workspaceId",
    "storageAccountId",
    "eventHubAuthorizationRuleId",
    "serviceBusRuleId",
    "marketplacePartnerId",
] as const;

const sinksOf = (setting: Properties) => SINKS.flatMap((sink) => textAt(setting, sink) ?? []);

/** What a setting sends. */
const categoriesOf = (setting: Properties) =>
    [...itemsAt(setting, "logs"), ...itemsAt(setting, "metrics")]
        .filter((item) => isOn(item, "enabled"))
        .flatMap((item) => textAt(item, "category") ?? textAt(item, "categoryGroup") ?? []);

const sinks: Rule = ({ inputs }) =>
    badRequest(sinksOf(inputs).length === 0, "At least one data sink needs to be specified.");

const categories: Rule = ({ inputs }) =>
    refuseAny(itemsAt(inputs, "logs"), (item) =>
        badRequest(
            (textAt(item, "category") === undefined) === (textAt(item, "categoryGroup") === undefined),
            "Each log setting must specify either category or categoryGroup, and not both.",
        ),
    ) ??
    badRequest(
        categoriesOf(inputs).length === 0,
        "At least one log or metric category must be enabled in a diagnostic setting.",
    );

/** Retention by setting ended on 30 September 2025. */
const settingRetention: Rule = ({ inputs }) =>
    badRequest(
        [...itemsAt(inputs, "logs"), ...itemsAt(inputs, "metrics")].some((item) =>
            isOn(item, "retentionPolicy.enabled"),
        ),
        "Diagnostic settings does not support retention for new diagnostic settings.",
    );

/** Azure/terraform-azurerm-avm-ptn-aiml-landing-zone#19. */
const sinkConflict: Rule = ({ inputs, neighbours }) =>
    refuseAny(
        neighbours(SETTING).filter((other) =>
            same(textAt(other, "resourceUri"), textAt(inputs, "resourceUri")),
        ),
        (other) => {
            const sink = sinksOf(inputs).find((id) => sinksOf(other).some((taken) => same(id, taken)));
            const category = categoriesOf(inputs).find((item) => categoriesOf(other).includes(item));
            return refuseIf(
                sink !== undefined && category !== undefined,
                "Conflict",
                `Data sink '${sink ?? ""}' is already used in diagnostic setting '${textAt(other, "name") ?? ""}' ` +
                    `for category '${category ?? ""}'. Data sinks can't be reused in different settings on the ` +
                    "same category for the same resource.",
            );
        },
    );

/** Azure limit. */
const shortName: Rule = ({ inputs }) => {
    const short = textAt(inputs, "groupShortName") ?? "";
    return badRequest(
        short.length < 1 || short.length > 12,
        `The short name '${short}' of the action group must have 1 to 12 characters.`,
    );
};

/** Logs, where they go and how long they stay. */
export const loggingRules: Rules = {
    [WORKSPACE]: [workspaceRetention],
    "azure-native:operationalinsights:Table": [tableRetention],
    "azure-native:operationalinsights:DataExport": [dataExport],
    [SETTING]: [sinks, categories, settingRetention, sinkConflict],
    "azure-native:monitor:ActionGroup": [shortName],
};
