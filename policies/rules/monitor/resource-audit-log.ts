import type { VaultArgs } from "@pulumi/azure-native/keyvault/vault";
import type { DiagnosticSettingArgs } from "@pulumi/azure-native/monitor/diagnosticSetting";

import { all, type Answer, any } from "../../answer";
import { auditedServices } from "../../azure/audited-services";
import { refersTo } from "../../azure/references";
import { anyCase, type Expectation, exactly, oneOf } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineStackRule } from "../../rule";

const SETTING = "azure-native:monitor:DiagnosticSetting";

const auditGroup = anyCase("audit", "allLogs");

export const resourceAuditLog = defineStackRule({
    id: "resource-audit-log",
    title: {
        fr: "Les accès aux coffres, registres, clusters, bases, stockages, réseaux et journaux sont journalisés",
        en: "Access to vaults, registries, clusters, databases, storage, networks and logs is logged",
    },
    why: {
        fr: "Sans journal d’accès, une violation de données ne peut être ni détectée, ni retracée, ni notifiée.",
        en: "Without an access log, a data breach can be neither detected, nor traced, nor notified.",
    },
    remediation: {
        fr: "Ajouter un DiagnosticSetting sur la ressource, avec une catégorie d’audit active.",
        en: "Add a DiagnosticSetting on the resource, with an enabled audit category.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings",
    appliesTo: Object.keys(auditedServices),
    reads: { [SETTING]: ["resourceUri", "logs"] },
    examples: {
        compliant: [
            {
                type: "azure-native:keyvault:Vault",
                name: "vault",
                properties: { vaultName: "kv-records" } satisfies Partial<VaultArgs>,
            },
            {
                type: SETTING,
                name: "setting",
                properties: {
                    resourceUri:
                        "/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-records",
                    logs: [{ categoryGroup: "audit", enabled: true }],
                } satisfies Partial<DiagnosticSettingArgs>,
            },
        ],
        violation: [
            {
                type: "azure-native:keyvault:Vault",
                name: "vault",
                properties: { vaultName: "kv-records" } satisfies Partial<VaultArgs>,
            },
            {
                type: SETTING,
                name: "setting",
                properties: {
                    resourceUri:
                        "/subscriptions/0/resourceGroups/rg/providers/Microsoft.KeyVault/vaults/kv-records",
                    logs: [{ categoryGroup: "metrics", enabled: true }],
                } satisfies Partial<DiagnosticSettingArgs>,
            },
        ],
    },
    check(resource, settings) {
        const category = oneOf(auditedServices[resource.type] ?? []);
        const logged = any(
            settings.map((setting) =>
                all([
                    refersTo(setting, "resourceUri", setting.properties.readings("resourceUri"), resource),
                    logs(setting.properties, category),
                ]),
            ),
        );
        resource.properties.settle(
            logged,
            "",
            `attendu un DiagnosticSetting actif sur ${category.text} ou le groupe ${auditGroup.text}`,
        );
    },
});

/** Whether a setting sends an audit category or group. */
function logs(setting: Inspection, category: Expectation): Answer {
    return setting.anyItem("logs", (log) =>
        all([
            log.meets("enabled", exactly(true)),
            any([log.meets("category", category), log.meets("categoryGroup", auditGroup)]),
        ]),
    );
}
