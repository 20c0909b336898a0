import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting";
import type { WorkspaceArgs } from "@pulumi/azure-native/operationalinsights/workspace";

import { refersTo } from "../../azure/references";
import { isScalar, show } from "../../expectation";
import type { Inspection } from "../../inspection";
import { isEeaRegion } from "../../regions";
import { defineStackRule, type Subject } from "../../rule";

const SETTING = "azure-native:monitor:DiagnosticSetting";
const WORKSPACE = "azure-native:operationalinsights:Workspace";

const SETTING_PATHS = [
    "workspaceId",
    "storageAccountId",
    "eventHubAuthorizationRuleId",
    "serviceBusRuleId",
    "marketplacePartnerId",
];

/** Where a type names what it sends logs to; "[]" stands for each element of a list. */
const senders: Readonly<Record<string, readonly string[]>> = {
    "azure-native:monitor:DataCollectionRule": [
        "destinations.eventHubs[].eventHubResourceId",
        "destinations.eventHubsDirect[].eventHubResourceId",
        "destinations.logAnalytics[].workspaceResourceId",
        "destinations.monitoringAccounts[].accountResourceId",
        "destinations.storageAccounts[].storageAccountResourceId",
        "destinations.storageBlobsDirect[].storageAccountResourceId",
        "destinations.storageTablesDirect[].storageAccountResourceId",
    ],
    "azure-native:monitor:SubscriptionDiagnosticSetting": SETTING_PATHS,
    "azure-native:operationalinsights:DataExport": ["resourceId"],
    [SETTING]: SETTING_PATHS,
};

interface Config {
    readonly approvedDestinations: readonly string[];
}

export const logDestinationEea = defineStackRule<readonly Subject[], Config>({
    id: "log-destination-eea",
    title: {
        fr: "Les journaux ne partent que vers des cibles de l’Espace économique européen",
        en: "Logs are sent to destinations in the European Economic Area only",
    },
    why: {
        fr: "Un journal d’accès nomme des patients et des soignants : l’envoyer hors de l’EEE est un transfert.",
        en: "An access log names patients and carers: sending it out of the EEA is a transfer.",
    },
    remediation: {
        fr: "Envoyer les journaux vers une cible de la pile située dans l’EEE, ou inscrire son identifiant dans approvedDestinations.",
        en: "Send the logs to a destination of the stack in the EEA, or enter its id in approvedDestinations.",
    },
    severity: "high",
    url: "https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings",
    appliesTo: Object.keys(senders),
    reads: {
        "azure-native:eventhub:Namespace": ["namespaceName", "location"],
        "azure-native:monitor:AzureMonitorWorkspace": ["azureMonitorWorkspaceName", "location"],
        "azure-native:servicebus:Namespace": ["namespaceName", "location"],
        "azure-native:storage:StorageAccount": ["accountName", "location"],
        [WORKSPACE]: ["workspaceName", "location"],
    },
    examples: {
        compliant: [
            {
                type: WORKSPACE,
                name: "logs",
                properties: {
                    workspaceName: "log-records",
                    location: "francecentral",
                } satisfies Partial<WorkspaceArgs>,
            },
            {
                type: SETTING,
                name: "audit",
                properties: {
                    workspaceId:
                        "/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log-records",
                } satisfies Partial<DiagnosticSettingArgs>,
            },
        ],
        violation: [
            {
                type: WORKSPACE,
                name: "logs",
                properties: {
                    workspaceName: "log-records",
                    location: "eastus",
                } satisfies Partial<WorkspaceArgs>,
            },
            {
                type: SETTING,
                name: "audit",
                properties: {
                    workspaceId:
                        "/subscriptions/0/resourceGroups/rg/providers/Microsoft.OperationalInsights/workspaces/log-records",
                } satisfies Partial<DiagnosticSettingArgs>,
            },
        ],
    },
    config: {
        approvedDestinations: {
            type: "array",
            items: { type: "string" },
            description:
                "Identifiants des cibles hors de la pile (espace de journaux, stockage, partenaire) dont la région a été vérifiée.",
            default: [],
        },
    },
    check(sender, targets, { approvedDestinations }) {
        const approved = new Set(approvedDestinations.map((id) => id.toLowerCase()));
        for (const path of senders[sender.type] ?? []) {
            visit(sender.properties, path, (holder, field) => {
                const reading = holder.read(field);
                const isApproved =
                    reading.state === "known" &&
                    isScalar(reading.value) &&
                    approved.has(String(reading.value).toLowerCase());
                if (reading.state !== "unset" && !isApproved) {
                    judgeDestination(sender, targets, path, holder.at(field));
                }
            });
        }
    },
});

/** Hands over each place that a path leads to: what holds the property, and its name. */
function visit(properties: Inspection, path: string, use: (holder: Inspection, field: string) => void): void {
    const [list, field] = path.split("[].");
    if (list === undefined || field === undefined) {
        use(properties, path);
        return;
    }
    properties.each(list, (item) => {
        use(item, field);
    });
}

function judgeDestination(
    sender: Subject,
    targets: readonly Subject[],
    path: string,
    destination: Inspection,
): void {
    const [property = path] = path.split(".");
    const id = destination.read("");
    const answers = targets.map((target) => ({ target, answer: refersTo(sender, property, [id], target) }));
    const hits = answers.filter(({ answer }) => answer === "yes");
    for (const { target } of hits) {
        judgeRegion(target, destination);
    }
    if (hits.length > 0) {
        return;
    }
    if (id.state !== "known") {
        destination.note(id);
        return;
    }
    const open = answers.flatMap(({ answer }) => (typeof answer === "object" ? [answer] : []));
    open.forEach(({ note }) => {
        note();
    });
    if (open.length === 0) {
        destination.violation(
            "",
            "attendu une cible de la pile ou de approvedDestinations, obtenu une cible dont la région est inconnue",
        );
    }
}

/** A region that is not set is one that the provider or the group gives: it cannot be seen here. */
function judgeRegion(target: Subject, destination: Inspection): void {
    const location = target.properties.read("location");
    if (location.state === "unset") {
        target.properties.note({ state: "unknown", path: "location" });
    } else if (location.state !== "known") {
        target.properties.note(location);
    } else if (typeof location.value !== "string" || !isEeaRegion(location.value)) {
        destination.violation(
            "",
            `attendu une cible dans l’Espace économique européen, obtenu ${
                target.properties.isSecret("location") ? "un secret" : show(location.value)
            }`,
        );
    }
}
