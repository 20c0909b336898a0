import type { AddressPlan } from "./address-plan";

/** The subnets that may go out; pods do so under their nodes' addresses. */
type Outgoing = "nodes" | "runners";

/**
 * Where each of them may go on the Internet, by HTTPS, and why. Not listed: the vault, the registry and the log store, which
 * are reached privately; the registries that images come from, which the platform's own registry asks; and the telemetry
 * of the policy add-on, which works without. The store of Pulumi's state is to be added by whoever chooses it.
 */
const DESTINATIONS = [
    {
        name: "aks",
        from: "nodes",
        description: "Ce dont AKS a besoin : images de Microsoft, paquets des nœuds, API d’Azure.",
        fqdnTags: ["AzureKubernetesService"],
    },
    {
        name: "entra-login",
        from: "nodes",
        description: "Jetons Entra : les identités des charges de travail se connectent sans secret.",
        targetFqdns: ["login.microsoftonline.com"],
    },
    {
        name: "azure-policy",
        from: "nodes",
        description: "Azure Policy : lire les règles imposées aux pods, rendre compte de leur respect.",
        targetFqdns: ["data.policy.core.windows.net", "store.policy.core.windows.net"],
    },
    {
        name: "defender",
        from: "nodes",
        description: "Defender pour conteneurs : le capteur des nœuds envoie ses alertes de sécurité.",
        targetFqdns: ["*.cloud.defender.microsoft.com"],
    },
    {
        name: "operations",
        from: "runners",
        description: "Exploitation : pulumi, az et kubelogin vers l’API d’Azure et les jetons Entra.",
        targetFqdns: ["management.azure.com", "login.microsoftonline.com"],
    },
] as const satisfies readonly Destination[];

interface Destination {
    readonly name: string;
    readonly from: Outgoing;
    /** Read by Azure's administrators. */
    readonly description: string;
    /** A list of hosts that Microsoft keeps. */
    readonly fqdnTags?: readonly string[];
    readonly targetFqdns?: readonly string[];
}

/** The firewall's rules: what they do not allow is refused. */
export function egressRules(ranges: Pick<AddressPlan["subnets"], Outgoing>) {
    return {
        ruleCollectionType: "FirewallPolicyFilterRuleCollection" as const,
        name: "hosts",
        priority: 100,
        action: { type: "Allow" },
        rules: DESTINATIONS.map(({ name, from, description, ...hosts }: Destination) => ({
            ruleType: "ApplicationRule" as const,
            name,
            description,
            sourceAddresses: [ranges[from]],
            protocols: [{ protocolType: "Https", port: 443 }],
            ...(hosts.fqdnTags !== undefined && { fqdnTags: [...hosts.fqdnTags] }),
            ...(hosts.targetFqdns !== undefined && { targetFqdns: [...hosts.targetFqdns] }),
        })),
    };
}
