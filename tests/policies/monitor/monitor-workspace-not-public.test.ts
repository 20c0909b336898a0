import { monitorWorkspaceNotPublic } from "../../../policies/rules/monitor/monitor-workspace-not-public";
import { type Case, compliant, describeRule, undecided, UNKNOWN, violation } from "../../support/evaluate";

const EXPECTED = "publicNetworkAccess : attendu « Disabled »";
const endpoint = (sample: Case): Case => ({
    ...sample,
    type: "azure-native:monitor:DataCollectionEndpoint",
});

describeRule(monitorWorkspaceNotPublic, {
    type: "azure-native:monitor:AzureMonitorWorkspace",
    accepts: {
        "a private workspace": compliant({ publicNetworkAccess: "Disabled" }),
        "a private endpoint": endpoint(compliant({ networkAcls: { publicNetworkAccess: "disabled" } })),
    },
    rejects: {
        "a public workspace": violation(
            { publicNetworkAccess: "Enabled" },
            `${EXPECTED}, obtenu « Enabled »`,
        ),
        "a public endpoint": endpoint(
            violation(
                { networkAcls: { publicNetworkAccess: "Enabled" } },
                `networkAcls.${EXPECTED}, obtenu « Enabled »`,
            ),
        ),
    },
    unset: {
        "the access of a workspace": violation({}, `${EXPECTED}, non défini`),
        "the access of an endpoint": endpoint(violation({}, `networkAcls.${EXPECTED}, non défini`)),
    },
    unknown: { access: undecided({ publicNetworkAccess: UNKNOWN }, "publicNetworkAccess") },
    otherType: "azure-native:monitor:DataCollectionRule",
});
