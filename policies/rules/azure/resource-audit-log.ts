import { all, type Answer, any } from "../../answer";
import { type AuditedService, auditedServices } from "../../azure/audited-services";
import { anyCase, type Expectation, isScalar } from "../../expectation";
import type { Inspection } from "../../inspection";
import { defineStackRule, type Subject } from "../../rule";

const auditGroup = anyCase("audit", "allLogs");

export const resourceAuditLog = defineStackRule({
    id: "resource-audit-log",
    title: {
        fr: "Les accès aux coffres, registres, clusters, bases de données et stockages sont journalisés",
        en: "Access to vaults, registries, clusters, databases and storage is logged",
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
    reads: ["azure-native:monitor:DiagnosticSetting"],
    check(resources, settings) {
        for (const resource of resources) {
            const audited = auditedServices[resource.type];
            if (audited === undefined) {
                continue;
            }
            const category = anyCase(...audited.categories);
            const logged = any(
                settings.map((setting) =>
                    all([isAbout(setting, resource, audited), logs(setting.properties, category)]),
                ),
            );
            if (logged === "no") {
                resource.properties.violation(
                    "",
                    `attendu un DiagnosticSetting actif sur ${category.text} ou le groupe ${auditGroup.text}`,
                );
            } else if (logged !== "yes") {
                logged.note();
            }
        }
    },
});

/**
 * Whether a setting is about a resource: by what its URI came from, else by the type and name in the URI. A part of the
 * resource will do: storage logs by its blob service, SQL Server by its master database.
 */
function isAbout(
    setting: Subject,
    resource: Subject,
    { name: property, resourceType }: AuditedService,
): Answer {
    const sources = setting.sources("resourceUri");
    if (sources.length > 0) {
        return sources.includes(resource) ? "yes" : "no";
    }
    const name = resource.properties.read(property);
    if (name.state !== "known") {
        return resource.properties.some([name], () => false);
    }
    const id = isScalar(name.value) ? `/${resourceType}/${String(name.value).toLowerCase()}/` : undefined;
    return setting.properties.some(
        setting.properties.readings("resourceUri"),
        (uri) => id !== undefined && isScalar(uri) && `${String(uri).toLowerCase()}/`.includes(id),
    );
}

/** Whether a setting sends an audit category or group. */
function logs(setting: Inspection, category: Expectation): Answer {
    const list = setting.read("logs");
    if (list.state !== "known") {
        return setting.some([list], () => false);
    }
    const answers: Answer[] = [];
    setting.each("logs", (log) => {
        answers.push(
            all([
                log.some(log.readings("enabled"), (enabled) => enabled === true),
                any([meets(log, "category", category), meets(log, "categoryGroup", auditGroup)]),
            ]),
        );
    });
    return any(answers);
}

function meets(log: Inspection, property: string, expectation: Expectation): Answer {
    return log.some(log.readings(property), (value) => isScalar(value) && expectation.accepts(value));
}
