import { testRefusals } from "./refusals-support";

const ACCOUNT = "azure-native:storage:StorageAccount";
const BLOBS = "azure-native:storage:BlobServiceProperties";
const EXPIRY = "azure-native:storage:ManagementPolicy";

const WORM = "immutableStorageWithVersioning";
const POLICY = `${WORM}.immutabilityPolicy`;
const DAYS = `${POLICY}.immutabilityPeriodSinceCreationInDays`;
const account = {
    location: "francecentral",
    sku: { name: "Standard_GZRS" },
    minimumTlsVersion: "TLS1_2",
    identity: { type: "UserAssigned" },
    encryption: { keySource: "Microsoft.Keyvault", keyVaultProperties: { keyName: "storage" } },
    [WORM]: {
        enabled: true,
        immutabilityPolicy: {
            state: "Unlocked",
            immutabilityPeriodSinceCreationInDays: 365,
            allowProtectedAppendWrites: true,
        },
    },
};
const locked = {
    ...account,
    [WORM]: { enabled: true, immutabilityPolicy: { ...account[WORM].immutabilityPolicy, state: "Locked" } },
};
const seen = { [ACCOUNT]: [{ ...account, accountName: "staudit" }] };

describe("the stand-in for Azure Storage", () => {
    const refuse = (what: string, refused: object, message: RegExp) => ({
        what,
        type: ACCOUNT,
        accepted: account,
        refused: { ...refused },
        code: "InvalidRequestPropertyValue",
        message,
    });
    testRefusals([
        refuse(
            "TLS 1.3 as the minimum",
            { minimumTlsVersion: "TLS1_3" },
            /^The value 'TLS1_3' is not allowed/,
        ),
        refuse(
            "an account that is locked from the start",
            { [`${POLICY}.state`]: "Locked" },
            /'Locked' is not allowed/,
        ),
        {
            ...refuse("to lock what is not immutable yet", { [`${POLICY}.state`]: "Locked" }, /'Locked'/),
            before: { [`${POLICY}.state`]: "Disabled" },
        },
        {
            ...refuse("to lock an account for no days", { [DAYS]: 0 }, /between 1 and 146000/),
            accepted: locked,
            before: { [`${POLICY}.state`]: "Unlocked" },
        },
        {
            ...refuse(
                "to unlock a locked account",
                { [`${POLICY}.state`]: "Unlocked" },
                /'Unlocked' is not allowed/,
            ),
            accepted: locked,
            before: {},
        },
        {
            ...refuse("to shorten a locked period", { [DAYS]: 364 }, /'364' is not allowed/),
            accepted: locked,
            before: {},
        },
        {
            ...refuse(
                "to change appends to a locked account",
                { [`${POLICY}.allowProtectedAppendWrites`]: false },
                /allowProtectedAppendWrites/,
            ),
            accepted: locked,
            before: {},
        },
        refuse("an immutability of more than 400 years", { [DAYS]: 146_001 }, /between 1 and 146000/),
        refuse("immutable versions of hierarchical names", { isHnsEnabled: true }, /property isHnsEnabled/),
        refuse(
            "a key of one's own without an identity",
            { identity: undefined },
            /requires keyVaultProperties/,
        ),
        {
            ...refuse(
                "three zones in a region of one",
                { location: "francesouth" },
                /not available in francesouth/,
            ),
            code: "RedundancyConfigurationNotAvailableInRegion",
        },
        {
            ...refuse(
                "to stop versions of an immutable account",
                { isVersioningEnabled: false },
                /Versioning cannot/,
            ),
            type: BLOBS,
            accepted: { accountName: "staudit", isVersioningEnabled: true },
            names: ["default"],
            neighbours: seen,
        },
        {
            ...refuse(
                "to restore without the change feed",
                { changeFeed: undefined },
                /restore policy requires/,
            ),
            type: BLOBS,
            accepted: {
                isVersioningEnabled: true,
                restorePolicy: { enabled: true },
                changeFeed: { enabled: true },
                deleteRetentionPolicy: { enabled: true, days: 7 },
            },
            names: ["default"],
        },
        {
            ...refuse(
                "soft delete for more than a year",
                { "deleteRetentionPolicy.days": 366 },
                /between 1 and 365/,
            ),
            type: BLOBS,
            accepted: { deleteRetentionPolicy: { enabled: true, days: 365 } },
            names: ["default"],
        },
        {
            ...refuse("the archive tier of a zone-redundant account", {}, /property tierToArchive/),
            type: EXPIRY,
            accepted: {
                accountName: "staudit",
                policy: { rules: [{ definition: { actions: { baseBlob: { tierToArchive: {} } } } }] },
            },
            names: ["default"],
            refusedNeighbours: seen,
        },
        {
            ...refuse("flow logs for more than a year", { "retentionPolicy.days": 366 }, /between 0 and 365/),
            type: "azure-native:network:FlowLog",
            accepted: { retentionPolicy: { days: 365 } },
            code: "BadRequest",
        },
    ]);
});
