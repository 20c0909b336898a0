import { sqlEntraOnly } from "../../../policies/rules/database/sql-entra-only";
import { describeStackRule, type StackMember, UNKNOWN } from "../../support/evaluate";

const PATH = "administrators.azureADOnlyAuthentication";
const server = (azureADOnlyAuthentication: unknown = null): StackMember => ({
    type: "azure-native:sql:Server",
    name: "server",
    props: { serverName: "sql-records", administrators: { azureADOnlyAuthentication } },
});
const instance: StackMember = {
    type: "azure-native:sql:ManagedInstance",
    name: "instance",
    props: { managedInstanceName: "sqlmi-records" },
};
const ofServer = (azureADOnlyAuthentication: unknown, serverName = "sql-records"): StackMember => ({
    type: "azure-native:sql:ServerAzureADOnlyAuthentication",
    name: "setting",
    props: { serverName, azureADOnlyAuthentication },
});
const ofInstance = (managedInstanceName: string): StackMember => ({
    type: "azure-native:sql:ManagedInstanceAzureADOnlyAuthentication",
    name: "setting",
    props: { managedInstanceName, azureADOnlyAuthentication: true },
});
const refused = (subject: StackMember, ...members: readonly StackMember[]) => ({
    members: [subject, ...members],
    violations: [
        [subject.name, `${PATH} : attendu true, ici ou dans une ressource AzureADOnlyAuthentication`],
    ] as const,
});

describeStackRule(sqlEntraOnly, {
    accepts: {
        "a server without passwords": { members: [server(true)] },
        "a server with the resource": { members: [server(), ofServer(true, "SQL-records")] },
        "an instance with the resource": { members: [instance, ofInstance("sqlmi-records")] },
    },
    rejects: {
        passwords: refused(server(false)),
        "a resource that is off": refused(server(), ofServer(false)),
        "the resource of another server": refused(server(), ofServer(true, "sql-other")),
        "the resource of another instance": refused(instance, ofInstance("sqlmi-other")),
    },
    unset: {
        "the administrators": refused(server()),
        "the administrators of an instance": refused(instance),
    },
    unknown: {
        "the switch": { members: [server(UNKNOWN)], unknowns: [`server/${PATH}`] },
        "the switch of the resource": {
            members: [server(), ofServer(UNKNOWN)],
            unknowns: ["setting/azureADOnlyAuthentication"],
        },
    },
    otherType: "azure-native:sql:Database",
});
