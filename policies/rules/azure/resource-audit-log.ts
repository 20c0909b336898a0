import { all, type Answer, any } from "../../answer";
import { isScalar } from "../../expectation";
import { defineStackRule, type Subject } from "../../rule";

/** Services that hold, open or carry health data, with the property that names the resource. */
const NAME_PROPERTIES: Readonly<Record<string, string>> = {
    "azure-native:containerregistry:Registry": "registryName",
    "azure-native:containerservice:ManagedCluster": "resourceName",
    "azure-native:dbformysql:Server": "serverName",
    "azure-native:dbforpostgresql:Server": "serverName",
    "azure-native:keyvault:Vault": "vaultName",
};

export const resourceAuditLog = defineStackRule({
    id: "resource-audit-log",
    title: {
        fr: "Les accès aux coffres, registres, clusters et bases de données sont journalisés",
        en: "Access to vaults, registries, clusters and databases is logged",
    },
    why: {
        fr: "Sans journal d’accès, une violation de données ne peut être ni détectée, ni retracée, ni notifiée.",
        en: "Without an access log, a data breach can be neither detected, nor traced, nor notified.",
    },
    remediation: {
        fr: "Ajouter un DiagnosticSetting sur la ressource, avec une catégorie active.",
        en: "Add a DiagnosticSetting on the resource, with an enabled category.",
    },
    severity: "critical",
    url: "https://learn.microsoft.com/azure/azure-monitor/platform/diagnostic-settings",
    appliesTo: Object.keys(NAME_PROPERTIES),
    reads: ["azure-native:monitor:DiagnosticSetting"],
    check(resources, settings) {
        for (const resource of resources) {
            const logged = any(
                settings.map((setting) => all([isAbout(setting, resource), logsSomething(setting)])),
            );
            if (logged === "no") {
                resource.properties.violation(
                    "",
                    "attendu un DiagnosticSetting qui journalise cette ressource",
                );
            } else if (logged !== "yes") {
                logged.note();
            }
        }
    },
});

/** Whether a setting is about a resource: by what its URI came from, else by the name at the end of the URI. */
function isAbout(setting: Subject, resource: Subject): Answer {
    const sources = setting.sources("resourceUri");
    if (sources.length > 0) {
        return sources.includes(resource) ? "yes" : "no";
    }
    const name = resource.properties.read(NAME_PROPERTIES[resource.type] ?? "");
    if (name.state !== "known") {
        return resource.properties.some([name], () => false);
    }
    return setting.properties.some(
        setting.properties.readings("resourceUri"),
        (uri) => isScalar(uri) && lastSegment(uri) === lastSegment(name.value),
    );
}

function lastSegment(value: unknown): string | undefined {
    return isScalar(value) ? String(value).toLowerCase().split("/").at(-1) : undefined;
}

function logsSomething({ properties }: Subject): Answer {
    const logs = properties.read("logs");
    if (logs.state !== "known") {
        return properties.some([logs], () => false);
    }
    const answers: Answer[] = [];
    properties.each("logs", (log) => {
        answers.push(log.some(log.readings("enabled"), (enabled) => enabled === true));
    });
    return any(answers);
}
