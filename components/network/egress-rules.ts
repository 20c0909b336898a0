import type { AddressPlan } from "./address-plan";

/** The subnets that may go out; pods do so under their nodes' addresses. */
type Outgoing = "nodes" | "runners";

/**
 * Where each of them may go on the Internet, by HTTPS, and why. Not listed: the vault, the registry and the log store, which
 * are reached privately; the registries that images come from, which the platform's own registry asks; and the telemetry
 * of the policy add-on, which works without. The store of Pulumi's state is to be added by whoever chooses it.
 */
const destinations = (heartbeatHost: string): readonly Destination[] => [
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
        name: "alert-messages",
        from: "nodes",
        description: "Slack : Alertmanager écrit ses alertes aux équipes, sans donnée de santé.",
        targetFqdns: ["slack.com"],
    },
    {
        name: "alert-calls",
        from: "nodes",
        description: "PagerDuty (Union européenne) : Alertmanager appelle l’astreinte, sans donnée de santé.",
        targetFqdns: ["events.eu.pagerduty.com"],
    },
    {
        name: "alert-heartbeat",
        from: "nodes",
        description: "Veille extérieure : elle alerte quand le battement d’Alertmanager cesse d’arriver.",
        targetFqdns: [heartbeatHost],
    },
    {
        name: "operations",
        from: "runners",
        description: "Exploitation : pulumi, az et kubelogin vers l’API d’Azure et les jetons Entra.",
        targetFqdns: ["management.azure.com", "login.microsoftonline.com"],
    },
];

interface Destination {
    readonly name: string;
    readonly from: Outgoing;
    /** Read by Azure's administrators. */
    readonly description: string;
    /** A list of hosts that Microsoft keeps. */
    readonly fqdnTags?: readonly string[];
    readonly targetFqdns?: readonly string[];
}

/**
 * The firewall's rules: what they do not allow is refused.
 *
 * @param heartbeatHost the host outside that expects the beat of the alerts' own watch.
 */
export function egressRules(ranges: Pick<AddressPlan["subnets"], Outgoing>, heartbeatHost: string) {
    return {
        ruleCollectionType: "FirewallPolicyFilterRuleCollection" as const,
        name: "hosts",
        priority: 100,
        action: { type: "Allow" },
        rules: destinations(heartbeatHost).map(({ name, from, description, ...hosts }) => ({
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
