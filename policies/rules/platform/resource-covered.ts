import { isOpaque } from "../../opaque";
import { defineRule, type ResourceRule, type Rule } from "../../rule";

/** Stacks, providers and components: they hold no setting of their own. */
const EMPTY_PACKAGES: readonly string[] = ["audioprothese", "pulumi"];

/** Packages of plain values, of which nothing runs or stores data. */
const VALUE_PACKAGES: readonly string[] = ["random"];

/** Types with nothing to judge but region and tags. Anything else needs a rule that names it. */
const HARMLESS_TYPES: readonly string[] = [
    // A copy of a registry, in a region that is judged.
    "azure-native:containerregistry:Replication",
    // Schemas, whose servers are judged.
    "azure-native:dbformysql:Database",
    "azure-native:dbforpostgresql:Database",
    // A threshold on measurements.
    "azure-native:monitor:MetricAlert",
    // Ties a workspace to a private link scope; both are judged.
    "azure-native:monitor:PrivateLinkScopedResource",
    // Only protects.
    "azure-native:network:DdosProtectionPlan",
    // Holds flow logs, which are judged.
    "azure-native:network:NetworkWatcher",
    // Names that only linked networks see, and what shows them to a network.
    "azure-native:privatedns:PrivateRecordSet",
    "azure-native:privatedns:PrivateZone",
    "azure-native:privatedns:VirtualNetworkLink",
    // Has TLS to the servers behind a gateway verified, by an authority that it must name.
    "kubernetes:gateway.networking.k8s.io:BackendTLSPolicy",
    // An order among pods.
    "kubernetes:scheduling.k8s.io:PriorityClass",
    // Names secrets of a vault, which is judged.
    "kubernetes:secrets-store.csi.x-k8s.io:SecretProviderClass",
    // For anybody to see; the keys that they are of are judged.
    "tls:index/certRequest:CertRequest",
    "tls:index/locallySignedCert:LocallySignedCert",
    "tls:index/selfSignedCert:SelfSignedCert",
];

/** A rule over other rules: each resource is of a type that one of them names, or that has nothing to judge. */
export function resourceCovered(rules: readonly Rule[]): ResourceRule {
    const covered = new Set([...HARMLESS_TYPES, ...rules.flatMap(typesNamed)]);
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
    return [
        ...(typeof rule.appliesTo === "function" ? [] : rule.appliesTo),
        ...(rule.kind === "stack" ? Object.keys(rule.reads) : []),
    ];
}
