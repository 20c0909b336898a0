import { testRefusals } from "./refusals-support";

const BUDGET = "azure-native:consumption:Budget";
const CREDENTIAL = "azure-native:managedidentity:FederatedIdentityCredential";
const DISKS = "azure-native:compute:DiskEncryptionSet";
const EXPORT = "azure-native:operationalinsights:DataExport";
const LOCK = "azure-native:authorization:ManagementLockByScope";
const POLICY = "azure-native:authorization:PolicyAssignment";
const PRICING = "azure-native:security:Pricing";
const ROLE = "azure-native:authorization:RoleAssignment";
const DEFINITION = "azure-native:authorization:RoleDefinition";
const SETTING = "azure-native:monitor:DiagnosticSetting";
const TABLE = "azure-native:operationalinsights:Table";
const WORKSPACE = "azure-native:operationalinsights:Workspace";

const GUID = "11111111-2222-3333-4444-555555555555";

/** Refusals of one type that accepts one sample. */
const of =
    (type: string, accepted: object, code = "BadRequest") =>
    (what: string, refused: object, message: RegExp) => ({
        what,
        type,
        accepted: { ...accepted },
        refused: { ...refused },
        code,
        message,
    });

describe("the stand-in for Azure Monitor", () => {
    const workspace = of(WORKSPACE, { retentionInDays: 180 }, "InvalidParameter");
    const table = of(TABLE, { retentionInDays: 180, totalRetentionInDays: 365 }, "InvalidParameter");
    const sent = {
        resourceUri: "kv",
        workspaceId: "log",
        logs: [{ categoryGroup: "audit", enabled: true }],
    };
    const setting = of(SETTING, sent);
    const exported = { workspaceName: "logs", resourceId: "x/st", tableNames: ["AzureActivity"] };
    const account = { accountName: "st", location: "francecentral", sku: { name: "Standard_ZRS" } };
    const around = (more: object) => ({
        [WORKSPACE]: [{ workspaceName: "logs", location: "francecentral" }],
        "azure-native:storage:StorageAccount": [{ ...account, ...more }],
    });
    testRefusals([
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
            ...of(EXPORT, exported)("an export to another region", {}, /in the region of its workspace/),
            neighbours: around({}),
            refusedNeighbours: around({ location: "francesouth" }),
        },
        {
            ...of(EXPORT, exported)("an export to a Premium account", {}, /Premium tier/),
            neighbours: around({}),
            refusedNeighbours: around({ sku: { name: "Premium_LRS" } }),
        },
        of("azure-native:monitor:ActionGroup", { location: "global", groupShortName: "astreinte" })(
            "a short name of more than 12 characters",
            { groupShortName: "administrateurs" },
            /1 to 12 characters/,
        ),
    ]);
});

describe("the stand-in for Azure's governance", () => {
    const notification = { threshold: 80, contactEmails: ["budget@example.org"] };
    const budget = of(
        BUDGET,
        {
            amount: 1000,
            timeGrain: "Monthly",
            timePeriod: { startDate: "2026-12-01T00:00:00Z", endDate: "2027-12-01T00:00:00Z" },
            notifications: { Actual80: notification },
        },
        "400",
    );
    const lock = of(LOCK, { level: "CanNotDelete", notes: "Suppression interdite." });
    const policy = of(POLICY, {
        displayName: "Régions autorisées",
        location: "francecentral",
        identity: { type: "UserAssigned" },
        parameters: { regions: { value: ["francecentral"] } },
    });
    const pricing = of(PRICING, { pricingTier: "Standard", subPlan: "PerKeyVault" });
    const disks = of(DISKS, {
        identity: { type: "UserAssigned" },
        activeKey: { keyUrl: "https://kv.vault.azure.net/keys/disks" },
        rotationToLatestKeyVersionEnabled: true,
    });
    testRefusals(
        [
            budget(
                "a budget from the middle of a month",
                { "timePeriod.startDate": "2026-12-02T00:00:00Z" },
                /first day of a month/,
            ),
            budget(
                "a budget that ends before it starts",
                { "timePeriod.endDate": "2026-11-01T00:00:00Z" },
                /after its start date/,
            ),
            {
                ...budget(
                    "another start of a budget",
                    { "timePeriod.startDate": "2027-01-01T00:00:00Z" },
                    /^Start date of budgets cannot be updated\. Please delete and create a new budget\.$/,
                ),
                before: {},
            },
            budget("a budget of nothing", { amount: 0 }, /greater than 0/),
            budget("a threshold above 1000 %", { "notifications.Actual80.threshold": 1001 }, /at most 1000/),
            budget(
                "a notification to nobody",
                { "notifications.Actual80.contactEmails": [] },
                /at least one contact/,
            ),
            budget(
                "more than five notifications",
                {
                    notifications: Object.fromEntries(
                        ["a", "b", "c", "d", "e", "f"].map((name) => [name, notification]),
                    ),
                },
                /at most 5 notifications/,
            ),
            lock("a lock of another level", { level: "NoDelete" }, /'NoDelete' is invalid/),
            lock("long notes of a lock", { notes: "n".repeat(513) }, /at most 512 characters/),
            policy("a policy's identity without a location", { location: undefined }, /must have a location/),
            policy(
                "a policy's parameter without a value",
                { "parameters.regions": ["francecentral"] },
                /'regions'/,
            ),
            policy("an unknown enforcement mode", { enforcementMode: "Enforced" }, /'Enforced'/),
            policy("a long display name", { displayName: "n".repeat(129) }, /at most 128 characters/),
            {
                ...pricing("an unknown sub plan", { subPlan: "PerVault" }, /'PerVault' is not supported/),
                names: ["KeyVaults"],
            },
            { ...pricing("an unknown tier", { pricingTier: "Premium" }, /'Premium'/), names: ["KeyVaults"] },
            disks(
                "a disk encryption set without an identity",
                { identity: undefined },
                /requires an identity/,
            ),
            disks(
                "a key without a version that is not followed",
                { rotationToLatestKeyVersionEnabled: false },
                /must contain the version/,
            ),
        ].map((item) =>
            item.what.includes("parameter") ? { ...item, code: "InvalidPolicyParameters" } : item,
        ),
    );
});

describe("the stand-in for Azure's access control", () => {
    const assignment = {
        scope: "/subscriptions/s",
        principalId: "p",
        principalType: "ServicePrincipal",
        roleDefinitionId: `/providers/Microsoft.Authorization/roleDefinitions/${GUID}`,
    };
    const role = of(ROLE, assignment);
    const definition = of(DEFINITION, {
        roleName: "role-core",
        permissions: [{ actions: ["Microsoft.Network/virtualNetworks/subnets/join/action"] }],
        assignableScopes: ["/subscriptions/s"],
    });
    const credential = {
        resourceName: "id-core",
        audiences: ["api://AzureADTokenExchange"],
        issuer: "https://issuer",
        subject: "system:serviceaccount:openmrs:gateway",
    };
    testRefusals([
        {
            ...role("an assignment whose name is no GUID", {}, /must be a GUID/),
            names: [GUID, "assignment"],
            code: "InvalidRoleAssignmentId",
        },
        {
            ...role("a new principal of no type", { principalType: undefined }, /replication delay/),
            names: [GUID],
            code: "PrincipalNotFound",
        },
        {
            ...role("the same assignment twice", {}, /^The role assignment already exists\.$/),
            names: [GUID],
            neighbours: { [ROLE]: [{ ...assignment, scope: "/subscriptions/other" }] },
            refusedNeighbours: { [ROLE]: [assignment] },
            code: "RoleAssignmentExists",
        },
        definition(
            "a role that nobody can be given",
            { assignableScopes: [] },
            /at least one assignable scope/,
        ),
        {
            ...definition(
                "an operation of no provider",
                { permissions: [{ actions: ["virtualNetworks/read"] }] },
                /'virtualNetworks\/read' does not match any of the actions/,
            ),
            code: "InvalidActionOrNotAction",
        },
        {
            ...definition("two roles of one name", { roleName: "role-other" }, /same name already exists/),
            neighbours: { [DEFINITION]: [{ roleName: "role-other" }] },
            code: "RoleDefinitionWithSameNameExists",
        },
        {
            ...of(CREDENTIAL, credential)(
                "a subject twice for one identity",
                {},
                /^Issuer and subject combination already exists for this Managed Identity\.$/,
            ),
            neighbours: { [CREDENTIAL]: [{ ...credential, resourceName: "id-other" }] },
            refusedNeighbours: { [CREDENTIAL]: [credential] },
        },
        of(CREDENTIAL, credential)(
            "a credential without an audience",
            { audiences: [] },
            /exactly one audience/,
        ),
    ]);
});
