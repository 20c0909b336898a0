/**
 * Where the nodes may go on the Internet, by HTTPS, and why. Not listed: the vault, the registry and the log store, which
 * are reached privately; the registries that images come from, which the platform's own registry asks; and the telemetry
 * of the policy add-on, which works without.
 */
const DESTINATIONS = [
    {
        name: "aks",
        description: "Ce dont AKS a besoin : images de Microsoft, paquets des nœuds, API d’Azure.",
        fqdnTags: ["AzureKubernetesService"],
    },
    {
        name: "entra-login",
        description: "Jetons Entra : les identités des charges de travail se connectent sans secret.",
        targetFqdns: ["login.microsoftonline.com"],
    },
    {
        name: "azure-policy",
        description: "Azure Policy : lire les règles imposées aux pods, rendre compte de leur respect.",
        targetFqdns: ["data.policy.core.windows.net", "store.policy.core.windows.net"],
    },
    {
        name: "defender",
        description: "Defender pour conteneurs : le capteur des nœuds envoie ses alertes de sécurité.",
        targetFqdns: ["*.cloud.defender.microsoft.com"],
    },
] as const satisfies readonly Destination[];

interface Destination {
    readonly name: string;
    /** Read by Azure's administrators. */
    readonly description: string;
    /** A list of hosts that Microsoft keeps. */
    readonly fqdnTags?: readonly string[];
    readonly targetFqdns?: readonly string[];
}

/** The firewall's rules: what they do not allow is refused. */
export function egressRules(nodesRange: string) {
    return {
        ruleCollectionType: "FirewallPolicyFilterRuleCollection" as const,
        name: "hosts",
        priority: 100,
        action: { type: "Allow" },
        rules: DESTINATIONS.map(({ name, description, ...hosts }: Destination) => ({
            ruleType: "ApplicationRule" as const,
            name,
            description,
            sourceAddresses: [nodesRange],
            protocols: [{ protocolType: "Https", port: 443 }],
            ...(hosts.fqdnTags !== undefined && { fqdnTags: [...hosts.fqdnTags] }),
            ...(hosts.targetFqdns !== undefined && { targetFqdns: [...hosts.targetFqdns] }),
        })),
    };
}
