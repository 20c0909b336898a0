import { refusalsOf, testRefusals } from "./refusals-support";

const EXPORT = "azure-native:operationalinsights:DataExport";
const SETTING = "azure-native:monitor:DiagnosticSetting";
const TABLE = "azure-native:operationalinsights:Table";
const WORKSPACE = "azure-native:operationalinsights:Workspace";

describe("the stand-in for Azure Monitor", () => {
    const workspace = refusalsOf(WORKSPACE, { retentionInDays: 180 }, "InvalidParameter");
    const table = refusalsOf(TABLE, { retentionInDays: 180, totalRetentionInDays: 365 }, "InvalidParameter");
    const sent = {
        resourceUri: "kv",
        workspaceId: "log",
        logs: [{ categoryGroup: "audit", enabled: true }],
    };
    const setting = refusalsOf(SETTING, sent);
    const exported = { workspaceName: "logs", resourceId: "x/st", tableNames: ["AzureActivity"] };
    const account = { accountName: "st", location: "francecentral", sku: { name: "Standard_ZRS" } };
    const around = (more: object) => ({
        [WORKSPACE]: [{ workspaceName: "logs", location: "francecentral" }],
        "azure-native:storage:StorageAccount": [{ ...account, ...more }],
    });
    testRefusals([
        {
            ...refusalsOf(EXPORT, exported)("the eleventh export of a workspace", {}, /at most 10 enabled/),
            neighbours: { [EXPORT]: Array.from({ length: 9 }, () => exported) },
            refusedNeighbours: { [EXPORT]: Array.from({ length: 10 }, () => exported) },
        },
        workspace("a workspace that keeps logs for less than 30 days", { retentionInDays: 29 }, /30 and 730/),
        workspace(
            "a workspace that keeps logs for more than two years",
            { retentionInDays: 731 },
            /30 and 730/,
        ),
        table("a table that keeps logs for less than 4 days", { retentionInDays: 3 }, /between 4 and 730/),
        table(
            "a table that archives logs for more than 12 years",
            { totalRetentionInDays: 4384 },
            /4 and 4383/,
        ),
        table(
            "a total retention below the interactive one",
            { totalRetentionInDays: 90 },
            /must not be less/,
        ),
        table("the retention of a Basic table", { plan: "Basic" }, /table of plan Basic/),
        setting("a diagnostic setting to nowhere", { workspaceId: undefined }, /^At least one data sink/),
        setting(
            "a category together with a group",
            { logs: [{ category: "AuditEvent", categoryGroup: "audit", enabled: true }] },
            /either category or categoryGroup/,
        ),
        setting(
            "a diagnostic setting of nothing",
            { logs: [{ categoryGroup: "audit", enabled: false }] },
            /must be enabled/,
        ),
        setting(
            "the retention of a diagnostic setting",
            {
                logs: [
                    { categoryGroup: "audit", enabled: true, retentionPolicy: { enabled: true, days: 30 } },
                ],
            },
            /does not support retention for new diagnostic settings/,
        ),
        {
            ...setting(
                "the same category twice to the same place",
                { workspaceId: "log" },
                /can't be reused/,
            ),
            accepted: { ...sent, workspaceId: "other" },
            neighbours: { [SETTING]: [{ ...sent, name: "first" }] },
            code: "Conflict",
        },
        {
            ...refusalsOf(EXPORT, exported)(
                "an export to another region",
                {},
                /in the region of its workspace/,
            ),
            neighbours: around({}),
            refusedNeighbours: around({ location: "francesouth" }),
        },
        {
            ...refusalsOf(EXPORT, exported)("an export to a Premium account", {}, /Premium tier/),
            neighbours: around({}),
            refusedNeighbours: around({ sku: { name: "Premium_LRS" } }),
        },
        refusalsOf("azure-native:monitor:ActionGroup", { location: "global", groupShortName: "astreinte" })(
            "a short name of more than 12 characters",
            { groupShortName: "administrateurs" },
            /1 to 12 characters/,
        ),
    ]);
});
