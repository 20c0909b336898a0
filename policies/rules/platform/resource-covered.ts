import { isOpaque } from "../../opaque";
import { defineRule, type ResourceRule, type Rule } from "../../rule";

/** Stacks, providers and components: they hold no setting of their own. */
const EMPTY_PACKAGES: readonly string[] = ["audioprothese", "pulumi"];

/** Packages of plain values, of which nothing runs or stores data. */
const VALUE_PACKAGES: readonly string[] = ["random"];

/** Types with nothing to judge but region and tags, and why. Anything else needs a rule that names it. */
const HARMLESS_TYPES: Readonly<Record<string, string>> = {
    "azure-native:containerregistry:Replication": "a copy of a registry, in a region that is judged",
    "azure-native:dbformysql:Database": "a schema; its server is judged",
    "azure-native:dbforpostgresql:Database": "a schema; its server is judged",
    "azure-native:monitor:MetricAlert": "a threshold on measurements",
    "azure-native:monitor:PrivateLinkScopedResource":
        "ties a workspace to a private link scope; both are judged",
    "azure-native:network:DdosProtectionPlan": "only protects",
    "azure-native:network:NetworkWatcher": "holds flow logs, which are judged",
    "azure-native:privatedns:PrivateZone": "names that only linked networks see",
    "azure-native:privatedns:VirtualNetworkLink": "shows a private zone to a network",
    "kubernetes:core:LimitRange": "only restricts",
    "kubernetes:core:ResourceQuota": "only restricts",
    "kubernetes:secrets-store.csi.x-k8s.io:SecretProviderClass": "names secrets of a vault, which is judged",
};

/** A rule over other rules: each resource is of a type that one of them names, or that has nothing to judge. */
export function resourceCovered(rules: readonly Rule[]): ResourceRule {
    const covered = new Set([...Object.keys(HARMLESS_TYPES), ...rules.flatMap(typesNamed)]);
    return defineRule({
        id: "resource-covered",
        title: {
            fr: "Toute ressource est d’un type que les règles savent lire",
            en: "Every resource is of a type that the rules can read",
        },
        why: {
            fr: "Une ressource que nulle règle ne lit (autre service), ou dont les objets leur sont cachés (modèle ARM, Release Helm), leur échappe.",
            en: "A resource that no rule reads (another service), or whose objects are hidden from them (ARM template, Helm release), escapes them.",
        },
        remediation: {
            fr: "Déclarer les ressources une à une avec des types couverts, ou écrire d’abord une règle pour ce type.",
            en: "Declare the resources one by one with covered types, or first write a rule for that type.",
        },
        severity: "high",
        url: "https://www.pulumi.com/docs/insights/policy/",
        generic: true,
        appliesTo: () => true,
        examples: {
            compliant: [{ type: "azure-native:resources:ResourceGroup", properties: {} }],
            violation: [
                { type: "kubernetes:helm.sh/v3:Release", properties: { chart: "web" } },
                { type: "azure-native:databricks:Workspace", properties: {} },
            ],
        },
        check(resource, { type }) {
            const packageName = type.slice(0, type.indexOf(":"));
            if (EMPTY_PACKAGES.includes(packageName)) {
                resource.dismiss();
            } else if (isOpaque(type)) {
                resource.violation(
                    "",
                    `attendu des ressources déclarées une à une, obtenu « ${type} », dont les objets sont invisibles aux règles`,
                );
            } else if (!VALUE_PACKAGES.includes(packageName) && !covered.has(type)) {
                resource.violation(
                    "",
                    `attendu un type que les règles savent lire, obtenu « ${type} », que nulle règle ne lit`,
                );
            }
        },
    });
}

/** The types that a rule names; one that applies by a test on the type (any Azure type) reads none in particular. */
function typesNamed(rule: Rule): readonly string[] {
    const judged = typeof rule.appliesTo === "function" ? [] : rule.appliesTo;
    return rule.kind === "stack" ? [...judged, ...Object.keys(rule.reads)] : judged;
}
