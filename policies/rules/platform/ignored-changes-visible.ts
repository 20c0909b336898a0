import type { ManagedClusterArgs } from "@pulumi/azure-native/containerservice/managedCluster";

import { judge } from "../../judge";
import { type DeclaredResource, defineRule, type ResourceRule, type Rule } from "../../rule";
import { normaliseToken } from "../../token";

/** Lists that Azure fills with resources of their own, which are judged as such; one that the program gives is judged. */
const OWN_RESOURCES: Readonly<Record<string, readonly string[]>> = {
    "azure-native:network:NetworkSecurityGroup": ["securityRules"],
    "azure-native:network:RouteTable": ["routes"],
    "azure-native:network:VirtualNetwork": ["subnets"],
};

/** A rule over other rules: no ignored property may be one that they judge. */
export function ignoredChangesVisible(judged: readonly Rule[]): ResourceRule {
    return defineRule({
        id: "ignored-changes-visible",
        title: {
            fr: "Aucun ignoreChanges ne masque une propriété de conformité",
            en: "No ignoreChanges hides a compliance property",
        },
        why: {
            fr: "Pulumi ne corrige plus une propriété ignorée : les règles jugeraient un réglage qui n’est pas maintenu.",
            en: "Pulumi no longer corrects an ignored property: the rules would judge a setting that nobody maintains.",
        },
        remediation: {
            fr: "Retirer cette propriété de ignoreChanges.",
            en: "Remove that property from ignoreChanges.",
        },
        severity: "medium",
        url: "https://www.pulumi.com/docs/iac/concepts/resources/options/ignorechanges/",
        generic: true,
        appliesTo: () => true,
        examples: {
            compliant: [
                {
                    type: "azure-native:containerservice:ManagedCluster",
                    properties: {
                        agentPoolProfiles: [{ name: "system", count: 3 }],
                    } satisfies Partial<ManagedClusterArgs>,
                    options: { ignoreChanges: ["agentPoolProfiles[*].count"] },
                },
            ],
            violation: [
                {
                    type: "azure-native:containerservice:ManagedCluster",
                    properties: { disableLocalAccounts: true } satisfies Partial<ManagedClusterArgs>,
                    options: { ignoreChanges: ["disableLocalAccounts"] },
                },
            ],
        },
        check(properties, resource) {
            const ignored = resource.opts?.ignoreChanges ?? [];
            if (ignored.length === 0) {
                properties.dismiss();
                return;
            }
            const rulesByPath = judgedPaths(judged, resource);
            OWN_RESOURCES[normaliseToken(resource.type)]?.forEach((list) => rulesByPath.delete(list));
            for (const pattern of ignored) {
                const hidden = [...rulesByPath].filter(([path]) => overlap(parse(pattern), parse(path)));
                for (const [path, id] of hidden) {
                    properties.violation(
                        "",
                        `attendu « ${path} » hors de ignoreChanges (règle ${id}), obtenu « ${pattern} »`,
                    );
                }
            }
        },
    });
}

/** Every property that a rule judges on this resource, with one rule that does. */
function judgedPaths(rules: readonly Rule[], resource: DeclaredResource): Map<string, string> {
    const paths = new Map<string, string>();
    for (const rule of rules) {
        if (rule.kind === "resource") {
            judge(rule, resource, { onJudged: (path) => paths.set(path, rule.id) });
        } else {
            rule.reads[resource.type]?.forEach((path) => paths.set(path, rule.id));
        }
    }
    return paths;
}

/** Segments of a property path as Pulumi writes them: `pools[0].count`, `pools[*].count`, `labels["a.b"]`. */
function parse(path: string): readonly string[] {
    return [...path.matchAll(/\["([^"]*)"\]|\[([^\]]*)\]|([^.[\]]+)/g)].map(
        ([name, quoted, index]) => quoted ?? index ?? name,
    );
}

/** Whether ignoring a pattern ignores a path or part of what stands there: one of them leads to the other. */
function overlap(pattern: readonly string[], path: readonly string[]): boolean {
    const shared = Math.min(pattern.length, path.length);
    return pattern.slice(0, shared).every((segment, index) => segment === "*" || segment === path[index]);
}
