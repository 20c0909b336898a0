import assert from "node:assert/strict";
import { rules } from "../../../../sandbox/providers/azure-native/refusals";
import { testRefusals, type RefusalCase } from "./refusals-support";

const VAULT = "azure-native:keyvault:Vault";

/** A name that Azure accepts, one that it refuses, and the code of the answer. */
const NAMES: readonly (readonly [string, string, string, string])[] = [
    ["azure-native:resources:ResourceGroup", "rg-core", "rg-core.", "InvalidResourceGroup"],
    ["azure-native:resources:ResourceGroup", "g".repeat(90), "g".repeat(91), "InvalidResourceGroup"],
    [VAULT, "kv-core", "kv--core", "VaultNameNotValid"],
    [VAULT, "k".repeat(24), "k".repeat(25), "VaultNameNotValid"],
    ["azure-native:storage:StorageAccount", "stcore", "st-core", "AccountNameInvalid"],
    ["azure-native:storage:StorageAccount", "s".repeat(24), "s".repeat(25), "AccountNameInvalid"],
    ["azure-native:storage:BlobContainer", "cluster-audit", "cluster--audit", "InvalidResourceName"],
    ["azure-native:storage:BlobServiceProperties", "default", "blobs", "InvalidResourceName"],
    ["azure-native:containerregistry:Registry", "crcore", "cr-core", "BadRequest"],
    ["azure-native:containerregistry:CacheRule", "a".repeat(50), "a".repeat(51), "BadRequest"],
    ["azure-native:containerservice:AgentPool", "general12345", "general123456", "InvalidParameter"],
    ["azure-native:containerservice:AgentPool", "general", "General", "InvalidParameter"],
    ["azure-native:managedidentity:UserAssignedIdentity", "id-core", "id", "BadRequest"],
    ["azure-native:operationalinsights:Workspace", "logs", "log", "InvalidParameter"],
    ["azure-native:authorization:PolicyAssignment", "p".repeat(64), "p".repeat(65), "BadRequest"],
    ["azure-native:security:SecurityContact", "default", "officers", "InvalidResourceName"],
    ["azure-native:network:VirtualNetwork", "v".repeat(64), "v".repeat(65), "InvalidResourceName"],
    ["azure-native:network:Subnet", "snet-nodes", "snet-nodes-", "InvalidResourceName"],
    ["azure-native:network:AzureFirewall", "f".repeat(56), "f".repeat(57), "InvalidResourceName"],
    ["azure-native:network:ApplicationGateway", "a".repeat(80), "a".repeat(81), "InvalidResourceName"],
];

const names: readonly RefusalCase[] = NAMES.map(([type, right, wrong, code]) => ({
    what: `the name ${wrong} for ${type}`,
    type,
    accepted: type === "azure-native:storage:StorageAccount" ? { location: "francecentral" } : {},
    refused: {},
    names: [right, wrong],
    code,
    message: /name|naming/,
}));

const tags = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index.toString()}`, "x"]));

describe("the stand-in for Azure Resource Manager", () => {
    testRefusals([
        ...names,
        {
            what: "a location that is no region",
            type: VAULT,
            accepted: { location: "France Central" },
            refused: { location: "francenorth" },
            code: "LocationNotAvailableForResourceType",
            message: /^The provided location 'francenorth' is not available/,
        },
        {
            what: "a private DNS zone in a region",
            type: "azure-native:privatedns:PrivateZone",
            names: ["host.example"],
            accepted: { location: "Global" },
            refused: { location: "francecentral" },
            code: "LocationNotAvailableForResourceType",
            message: /List of available regions for the resource type is 'global'/,
        },
        {
            what: "the 51st tag",
            type: VAULT,
            accepted: { tags: tags(50) },
            refused: { tags: tags(51) },
            code: "BadRequest",
            message: /at most 50 tags/,
        },
        {
            what: "a reserved character in a tag's name",
            type: VAULT,
            accepted: { tags: { "cost-center": "x" } },
            refused: { tags: { "cost/center": "x" } },
            code: "InvalidTagNameCharacters",
            message: /'cost\/center' have reserved characters/,
        },
        {
            what: "a tag's name of more than 512 characters",
            type: VAULT,
            accepted: { tags: { ["x".repeat(512)]: "x" } },
            refused: { tags: { ["x".repeat(513)]: "x" } },
            code: "InvalidTagNameLength",
            message: /'512' characters/,
        },
        {
            what: "a tag's value of more than 256 characters",
            type: VAULT,
            accepted: { tags: { owner: "x".repeat(256) } },
            refused: { "tags.owner": "x".repeat(257) },
            code: "InvalidTagValueLength",
            message: /'256' characters/,
        },
    ]);

    it("has a type's token before each list of rules", () => {
        for (const [token, list] of Object.entries(rules)) {
            assert.match(token, /^azure-native:[a-z]+:[A-Z]\w+$/);
            assert.ok(list.length > 0);
        }
    });
});
