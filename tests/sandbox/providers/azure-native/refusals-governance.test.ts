import { refusalsOf, testRefusals } from "./refusals-support";

const BUDGET = "azure-native:consumption:Budget";
const DISKS = "azure-native:compute:DiskEncryptionSet";
const LOCK = "azure-native:authorization:ManagementLockByScope";
const POLICY = "azure-native:authorization:PolicyAssignment";
const DEFINITIONS = "/providers/Microsoft.Authorization/policyDefinitions";
const PRICING = "azure-native:security:Pricing";

describe("the stand-in for Azure's governance", () => {
    const notification = { threshold: 80, contactEmails: ["budget@example.org"] };
    const budget = refusalsOf(
        BUDGET,
        {
            amount: 1000,
            timeGrain: "Monthly",
            timePeriod: { startDate: "2026-12-01T00:00:00Z", endDate: "2027-12-01T00:00:00Z" },
            notifications: { Actual80: notification },
        },
        "400",
    );
    const lock = refusalsOf(LOCK, { level: "CanNotDelete", notes: "Suppression interdite." });
    const policy = refusalsOf(POLICY, {
        displayName: "Régions autorisées",
        policyDefinitionId: `${DEFINITIONS}/e56962a6-4747-49cd-b67b-bf8b01975c4c`,
        nonComplianceMessages: [{ message: "Hors des régions autorisées." }],
        location: "francecentral",
        identity: { type: "UserAssigned" },
        parameters: { regions: { value: ["francecentral"] } },
    });
    const pricing = refusalsOf(PRICING, { pricingTier: "Standard", subPlan: "PerKeyVault" });
    const disks = refusalsOf(DISKS, {
        identity: { type: "UserAssigned" },
        activeKey: { keyUrl: "https://kv.vault.azure.net/keys/disks" },
        rotationToLatestKeyVersionEnabled: true,
    });
    testRefusals([
        policy("a long description", { description: "n".repeat(513) }, /at most 512 characters/),
        budget(
            "more than 50 addresses",
            { "notifications.Actual80.contactEmails": Array.from({ length: 51 }, () => "x@example.org") },
            /at most 50 e-mail addresses/,
        ),
        budget(
            "a budget from the middle of a month",
            { "timePeriod.startDate": "2026-12-02T00:00:00Z" },
            /first day of a month/,
        ),
        budget(
            "a new budget from a month that is over",
            { "timePeriod.startDate": "2026-10-01T00:00:00Z" },
            /not be before the current month/,
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
        {
            ...policy(
                "a policy's parameter without a value",
                { "parameters.regions": ["francecentral"] },
                /'regions' has no value/,
            ),
            code: "InvalidPolicyParameters",
        },
        policy(
            "a message of its own for what is judged in the cluster",
            { policyDefinitionId: `${DEFINITIONS}/febd0533-8e55-448f-b837-bd0e06f16469` },
            /messages, which are not supported for policies of mode Microsoft\.Kubernetes\.Data/,
        ),
        policy("an unknown enforcement mode", { enforcementMode: "Enforced" }, /'Enforced'/),
        policy("a long display name", { displayName: "n".repeat(129) }, /at most 128 characters/),
        {
            ...pricing("an unknown sub plan", { subPlan: "PerVault" }, /'PerVault' is not supported/),
            names: ["KeyVaults"],
        },
        { ...pricing("an unknown tier", { pricingTier: "Premium" }, /'Premium'/), names: ["KeyVaults"] },
        disks("a disk encryption set without an identity", { identity: undefined }, /requires an identity/),
        disks(
            "a key without a version that is not followed",
            { rotationToLatestKeyVersionEnabled: false },
            /must contain the version/,
        ),
    ]);
});
