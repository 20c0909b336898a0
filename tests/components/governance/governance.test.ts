import * as assert from "node:assert/strict";
import { Governance, type GovernanceArgs } from "../../../components/governance/governance";
import { isEeaRegion } from "../../../policies/regions";
import { recordDependencies } from "../../support/dependencies";
import { all, only, type Recorded, settled, startRecording } from "../../support/recorder";
import { names, scope, tags } from "../../support/scope";

const ASSIGNMENT = "azure-native:authorization:PolicyAssignment";
const GROUP = "/subscriptions/subscription/resourceGroups/rg-aplus-core-dev-frc";
const EMAILS = ["team@example.fr", "duty@example.fr"];

const args: GovernanceArgs = {
    ...scope,
    names,
    subscriptionId: "subscription",
    allowedRegions: ["francecentral"],
    defenderPlans: ["Arm", "CloudPosture", "Containers", "KeyVaults", "StorageAccounts"],
    budget: { monthlyEuros: 1500, startDate: "2026-12-01" },
    alertEmails: EMAILS,
    protectData: false,
};

const inputsOf = (records: readonly Recorded[]) => records.map(({ inputs }) => inputs);
const assignment = (name: string) => only(ASSIGNMENT, `governance-${name}`).inputs;

describe("Governance", () => {
    let dependenciesOf: (name: string) => readonly string[];

    beforeEach(async () => {
        await startRecording();
        dependenciesOf = recordDependencies();
        new Governance("governance", args);
        await settled();
    });

    it("makes the resource group", () => {
        assert.deepEqual(only("azure-native:resources:ResourceGroup").inputs, { ...scope });
    });

    describe("policies", () => {
        it("hold for the whole resource group, and are enforced", () => {
            const assignments = inputsOf(all(ASSIGNMENT));
            assert.equal(assignments.length, 28);
            for (const { scope: held, enforcementMode } of assignments) {
                assert.deepEqual([held, enforcementMode], [GROUP, "Default"]);
            }
        });

        it("tell in French what they are and why they refuse", () => {
            assert.deepEqual(assignment("storage-tls"), {
                policyAssignmentName: "storage-tls",
                scope: GROUP,
                policyDefinitionId:
                    "/providers/Microsoft.Authorization/policyDefinitions/fe83a0eb-a853-422d-aac2-1bffd182c5d0",
                displayName: "Stockage : TLS 1.2 au moins",
                description: "TLS 1.2 est le minimum le plus élevé que le service de stockage sait imposer.",
                nonComplianceMessages: [{ message: "Le compte de stockage doit exiger TLS 1.2 au moins." }],
                enforcementMode: "Default",
                parameters: { effect: { value: "Deny" }, minimumTlsVersion: { value: "TLS1_2" } },
            });
        });

        it("give Azure no message of their own for what it judges inside the cluster", () => {
            assert.equal("nonComplianceMessages" in assignment("pod-users"), false);
            assert.equal(
                assignment("pod-users").description,
                "Tout conteneur s’exécute sous un utilisateur autre que root (runAsNonRoot).",
            );
        });

        it("refuse pods beyond the restricted standard, whose groups and volumes others judge", () => {
            const { policyDefinitionId, parameters, overrides } = assignment("pod-security");
            assert.equal(
                policyDefinitionId,
                "/providers/Microsoft.Authorization/policySetDefinitions/42b8ef37-b724-4e24-bbc8-7a7708edfe00",
            );
            assert.deepEqual(parameters, {
                effect: { value: "Deny" },
                excludedNamespaces: {
                    value: ["kube-system", "gatekeeper-system", "aks-istio-system", "aks-istio-ingress"],
                },
                allowedCapabilities: { value: [] },
                requiredDropCapabilities: { value: ["ALL"] },
            });
            assert.deepEqual(overrides, [
                {
                    kind: "policyEffect",
                    value: "Disabled",
                    selectors: [
                        {
                            kind: "policyDefinitionReferenceId",
                            in: ["AllowedUsersGroups", "AllowedVolumeTypes"],
                        },
                    ],
                },
            ]);
        });

        it("do not look at the region of what holds the addresses for alerts", () => {
            assert.deepEqual(assignment("allowed-regions").resourceSelectors, [
                {
                    name: "types",
                    selectors: [{ kind: "resourceType", notIn: ["microsoft.insights/actiongroups"] }],
                },
            ]);
        });

        it("complete every tag but that of what made the resource", () => {
            const completed = all(ASSIGNMENT).flatMap(({ inputs }) => {
                const { tagName } = (inputs.parameters ?? {}) as { tagName?: { value: string } };
                return tagName === undefined ? [] : [[inputs.policyAssignmentName, tagName.value]];
            });
            assert.deepEqual(
                completed.map(([, tag]) => tag).sort(),
                Object.keys(tags)
                    .filter((tag) => tag !== "managedBy")
                    .sort(),
            );
            assert.deepEqual(
                completed.map(([name]) => name),
                completed.map(([, tag]) => `tag-${String(tag)}`),
            );
        });

        it("complete them as an identity that may do nothing else", () => {
            const { identity, location } = assignment("tag-owner");
            assert.deepEqual(identity, {
                type: "UserAssigned",
                userAssignedIdentities: ["governance-policy-id"],
            });
            assert.equal(location, "francecentral");
            const {
                principalId,
                roleDefinitionId,
                scope: at,
            } = only("azure-native:authorization:RoleAssignment").inputs;
            assert.deepEqual(
                [principalId, at, String(roleDefinitionId).split("/").at(-1)],
                ["governance-policy-principal", GROUP, "4a9ae827-6dc8-4573-8ac7-8239d42aa03f"],
            );
        });
    });

    it("waits for the resource group wherever it is named by its plain id", () => {
        for (const name of ["pod-security", "policy", "alerts", "budget"]) {
            assert.ok(dependenciesOf(`governance-${name}`).includes("governance"), name);
        }
    });

    describe("Defender", () => {
        it("changes one plan at a time", () => {
            const plans = all("azure-native:security:Pricing").map(({ name }) => name);
            assert.deepEqual(
                plans.map((plan) => dependenciesOf(plan)),
                [[], ...plans.slice(0, -1).map((plan) => [plan])],
            );
        });

        it("watches over what the configuration names", () => {
            const plans = inputsOf(all("azure-native:security:Pricing")).map(
                ({ pricingName, pricingTier, subPlan, scopeId }) => [
                    pricingName,
                    pricingTier,
                    subPlan,
                    scopeId,
                ],
            );
            assert.deepEqual(plans, [
                ["Arm", "Standard", "PerSubscription", "/subscriptions/subscription"],
                ["CloudPosture", "Standard", undefined, "/subscriptions/subscription"],
                ["Containers", "Standard", undefined, "/subscriptions/subscription"],
                ["KeyVaults", "Standard", "PerKeyVault", "/subscriptions/subscription"],
                ["StorageAccounts", "Standard", "DefenderForStorageV2", "/subscriptions/subscription"],
            ]);
        });

        it("looks at images, at the cluster, and at what runs on its nodes", () => {
            const { extensions } = only(
                "azure-native:security:Pricing",
                "governance-defender-Containers",
            ).inputs;
            assert.deepEqual(extensions, [
                { name: "ContainerRegistriesVulnerabilityAssessments", isEnabled: "True" },
                { name: "AgentlessDiscoveryForKubernetes", isEnabled: "True" },
                { name: "ContainerSensor", isEnabled: "True" },
            ]);
        });

        it("writes of attacks to everybody", () => {
            assert.deepEqual(only("azure-native:security:SecurityContact").inputs, {
                securityContactName: "default",
                isEnabled: true,
                emails: "team@example.fr;duty@example.fr",
                notificationsByRole: { state: "On", roles: ["Owner"] },
                notificationsSources: [{ sourceType: "Alert", minimalSeverity: "Medium" }],
            });
        });
    });

    it("writes in French before and when the budget is spent", () => {
        const notification = (thresholdType: string, threshold: number) => ({
            enabled: true,
            operator: "GreaterThanOrEqualTo",
            thresholdType,
            threshold,
            contactEmails: EMAILS,
            contactGroups: ["governance-alerts-id"],
            locale: "fr-fr",
        });
        assert.deepEqual(only("azure-native:consumption:Budget").inputs, {
            budgetName: "budget-aplus-core-dev-frc",
            // The nodes, most of the costs, lie in another group.
            scope: "/subscriptions/subscription",
            category: "Cost",
            amount: 1500,
            timeGrain: "Monthly",
            timePeriod: { startDate: "2026-12-01T00:00:00Z" },
            notifications: {
                Actual50: notification("Actual", 50),
                Actual80: notification("Actual", 80),
                Actual100: notification("Actual", 100),
                Forecasted100: notification("Forecasted", 100),
                Forecasted120: notification("Forecasted", 120),
            },
        });
    });

    it("keeps the addresses for alerts in the EEA", () => {
        const { location, ...group } = only("azure-native:monitor:ActionGroup").inputs;
        assert.ok(isEeaRegion(String(location)));
        assert.deepEqual(group, {
            actionGroupName: "ag-aplus-core-dev-frc",
            resourceGroupName: names.resourceGroup,
            groupShortName: "Plateforme",
            enabled: true,
            emailReceivers: EMAILS.map((emailAddress) => ({
                name: emailAddress,
                emailAddress,
                useCommonAlertSchema: true,
            })),
            tags,
        });
    });

    it("writes of the acts that open the platform, and of those that cover traces", () => {
        const watched = all("azure-native:monitor:ActivityLogAlert").flatMap(({ inputs }) => {
            const { allOf } = inputs.condition as { allOf: { anyOf?: { equals: string }[] }[] };
            return allOf.flatMap(({ anyOf }) => anyOf?.map(({ equals }) => equals) ?? []);
        });
        assert.deepEqual(watched.sort(), [
            "Microsoft.Authorization/locks/delete",
            "Microsoft.Authorization/policyAssignments/delete",
            "Microsoft.Authorization/policyAssignments/write",
            "Microsoft.Authorization/policyExemptions/write",
            "Microsoft.Authorization/roleAssignments/write",
            "Microsoft.Insights/actionGroups/delete",
            "Microsoft.Insights/actionGroups/write",
            "Microsoft.Insights/activityLogAlerts/delete",
            "Microsoft.Insights/activityLogAlerts/write",
            "Microsoft.Insights/diagnosticSettings/delete",
            "Microsoft.Insights/diagnosticSettings/write",
            "Microsoft.Insights/scheduledQueryRules/delete",
            "Microsoft.Insights/scheduledQueryRules/write",
            "Microsoft.KeyVault/locations/deletedVaults/purge/action",
            "Microsoft.KeyVault/vaults/delete",
            "Microsoft.KeyVault/vaults/write",
            "Microsoft.Network/networkSecurityGroups/delete",
            "Microsoft.Network/networkSecurityGroups/securityRules/delete",
            "Microsoft.Network/networkSecurityGroups/securityRules/write",
            "Microsoft.Network/networkSecurityGroups/write",
            "Microsoft.Network/networkWatchers/flowLogs/delete",
            "Microsoft.OperationalInsights/workspaces/dataExports/delete",
            "Microsoft.OperationalInsights/workspaces/dataExports/write",
            "Microsoft.OperationalInsights/workspaces/purge/action",
            "Microsoft.OperationalInsights/workspaces/tables/write",
            "Microsoft.Storage/storageAccounts/write",
        ]);
    });

    it("watches the whole subscription for them", () => {
        assert.deepEqual(only("azure-native:monitor:ActivityLogAlert", "governance-lock-removed").inputs, {
            activityLogAlertName: "lock-removed",
            resourceGroupName: names.resourceGroup,
            location: "global",
            description:
                "Un verrou vient d’être levé : des données ou des clés de santé peuvent être supprimées.",
            enabled: true,
            scopes: ["/subscriptions/subscription"],
            condition: {
                allOf: [
                    { field: "category", equals: "Administrative" },
                    { anyOf: [{ field: "operationName", equals: "Microsoft.Authorization/locks/delete" }] },
                    { field: "status", equals: "Succeeded" },
                ],
            },
            actions: { actionGroups: [{ actionGroupId: "governance-alerts-id" }] },
            tags,
        });
    });
});
