import { sqlCustomerKey } from "../../../policies/rules/database/sql-customer-key";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const server = (keyId?: unknown): StackMember => ({
    type: "azure-native:sql:Server",
    name: "server",
    props: { serverName: "sql-records", ...(keyId === undefined ? {} : { keyId }) },
});
const protector = (serverKeyType: unknown, serverName: unknown = "sql-records"): StackMember => ({
    type: "azure-native:sql:EncryptionProtector",
    name: "protector",
    props: { serverName, serverKeyType },
});
const refused = (...members: readonly StackMember[]) => ({
    members,
    violations: [
        ["server", "keyId : attendu une clé, ici ou dans un EncryptionProtector du serveur"],
    ] as const,
});

describeStackRule(sqlCustomerKey, {
    accepts: {
        "a key": { members: [server("https://kv.example/keys/records")] },
        "a key that comes later": { members: [server(UNKNOWN)] },
        "the key of a protector": { members: [server(), protector("azurekeyvault", "SQL-records")] },
    },
    rejects: {
        "an empty key": refused(server("")),
        "a protector of the platform": refused(server(), protector("ServiceManaged")),
        "the protector of another server": refused(server(), protector("AzureKeyVault", "sql-other")),
    },
    unset: { "the key": refused(server()) },
    unknown: {
        "the type of the protector": {
            members: [server(), protector(UNKNOWN)],
            unknowns: ["protector/serverKeyType"],
        },
    },
    otherType: "azure-native:sql:Database",
});
