import { sqlServerAuditing } from "../../../policies/rules/database/sql-server-auditing";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const server: StackMember = {
    type: "azure-native:sql:Server",
    name: "server",
    props: { serverName: "sql-records" },
};
const policy = (props: Readonly<Record<string, unknown>>): StackMember => ({
    type: "azure-native:sql:ExtendedServerBlobAuditingPolicy",
    name: "policy",
    props: { serverName: "SQL-records", state: "Enabled", isAzureMonitorTargetEnabled: true, ...props },
});
const unaudited = (...members: readonly StackMember[]) => ({
    members: [server, ...members],
    violations: [
        ["server", "attendu un ExtendedServerBlobAuditingPolicy actif sur ce serveur, avec une destination"],
    ] as const,
});

describeStackRule(sqlServerAuditing, {
    accepts: {
        "an audit sent to Azure Monitor": { members: [server, policy({})] },
        "an audit sent to a storage account": {
            members: [
                server,
                policy({
                    isAzureMonitorTargetEnabled: false,
                    storageEndpoint: "https://staplus.blob.core.windows.net",
                }),
            ],
        },
        "an audit by the older type": {
            members: [server, { ...policy({}), type: "azure-native:sql:ServerBlobAuditingPolicy" }],
        },
        "an audit of a server whose name comes later": {
            members: [
                { ...server, props: { serverName: UNKNOWN } },
                { ...policy({ serverName: UNKNOWN }), dependencies: { serverName: [server] } },
            ],
        },
    },
    rejects: {
        "no audit": unaudited(),
        "an audit that is off": unaudited(policy({ state: "Disabled" })),
        "an audit sent nowhere": unaudited(
            policy({ isAzureMonitorTargetEnabled: false, storageEndpoint: "" }),
        ),
        "the audit of another server": unaudited(policy({ serverName: "sql-records-2" })),
    },
    unset: {
        "the state and the destination": unaudited({ ...policy({}), props: { serverName: "sql-records" } }),
    },
    unknown: {
        "the state": { members: [server, policy({ state: UNKNOWN })], unknowns: ["policy/state"] },
        "the destination": {
            members: [server, policy({ isAzureMonitorTargetEnabled: false, storageEndpoint: UNKNOWN })],
            unknowns: ["policy/storageEndpoint"],
        },
    },
    otherType: "azure-native:sql:Database",
});
