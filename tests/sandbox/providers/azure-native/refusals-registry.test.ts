import { testRefusals } from "./refusals-support";

const REGISTRY = "azure-native:containerregistry:Registry";
const REPLICA = "azure-native:containerregistry:Replication";
const CACHE = "azure-native:containerregistry:CacheRule";

const registry = {
    location: "francecentral",
    sku: { name: "Premium" },
    publicNetworkAccess: "Disabled",
    zoneRedundancy: "Enabled",
    identity: { type: "UserAssigned" },
    encryption: { status: "enabled" },
    policies: {
        exportPolicy: { status: "disabled" },
        retentionPolicy: { status: "enabled", days: 30 },
        trustPolicy: { status: "disabled" },
    },
};
const seenRegistry = { [REGISTRY]: [{ ...registry, registryName: "cr" }] };

describe("the stand-in for Azure Container Registry", () => {
    const refuse = (what: string, refused: object, message: RegExp) => ({
        what,
        type: REGISTRY,
        accepted: registry,
        refused: { ...refused },
        code: "BadRequest",
        message,
    });
    const replica = {
        type: REPLICA,
        accepted: { registryName: "cr", location: "francesouth" },
        names: ["francesouth"] as const,
        neighbours: seenRegistry,
    };
    testRefusals([
        {
            ...refuse(
                "soft delete for more than 90 days",
                { "policies.softDeletePolicy.retentionDays": 91 },
                /between 1 and 90/,
            ),
            accepted: {
                ...registry,
                policies: { softDeletePolicy: { status: "enabled", retentionDays: 90 } },
            },
        },
        {
            ...refuse("a replica of a registry with soft delete", {}, /cannot be replicated/),
            ...replica,
            refusedNeighbours: {
                [REGISTRY]: [
                    {
                        registryName: "cr",
                        sku: { name: "Premium" },
                        policies: { softDeletePolicy: { status: "enabled" } },
                    },
                ],
            },
        },
        {
            ...refuse(
                "content trust",
                { "policies.trustPolicy.status": "enabled" },
                /removed on March 31, 2028/,
            ),
            code: "ContentTrustUnsupported",
        },
        refuse(
            "the public network of a registry without exports",
            { publicNetworkAccess: "Enabled" },
            /^Enabling public network access is not supported because the registry 'sample' has exports disabled\.$/,
        ),
        refuse(
            "soft delete together with retention",
            { "policies.softDeletePolicy.status": "enabled" },
            /cannot both/,
        ),
        refuse(
            "retention of more than a year",
            { "policies.retentionPolicy.days": 366 },
            /between 0 and 365/,
        ),
        refuse(
            "what is Premium's on Standard",
            { "sku.name": "Standard" },
            /requires a registry of SKU Premium/,
        ),
        refuse(
            "zones in a region that has none",
            { location: "francesouth" },
            /not supported in region francesouth/,
        ),
        refuse("a key of one's own without an identity", { identity: undefined }, /requires an identity/),
        {
            ...refuse(
                "to encrypt an existing registry",
                { "encryption.status": "enabled" },
                /when the registry is created/,
            ),
            accepted: { ...registry, encryption: { status: "disabled" } },
            before: {},
        },
        {
            ...refuse("a replica at home", { location: "France Central" }, /home region francecentral/),
            ...replica,
        },
        {
            ...refuse(
                "a replica in three zones of a region of one",
                { zoneRedundancy: "Enabled" },
                /francesouth/,
            ),
            ...replica,
        },
        {
            ...refuse("a replica of a Standard registry", {}, /SKU Premium/),
            ...replica,
            refusedNeighbours: { [REGISTRY]: [{ registryName: "cr", sku: { name: "Standard" } }] },
        },
        {
            ...refuse(
                "two cache rules to one repository",
                { targetRepository: "nginx" },
                /target repository nginx/,
            ),
            type: CACHE,
            accepted: { registryName: "cr", targetRepository: "mariadb" },
            neighbours: { [CACHE]: [{ registryName: "cr", targetRepository: "nginx" }] },
            code: "Conflict",
        },
    ]);
});
