import type { AddressPlan, SubnetName } from "./address-plan";
import { inbound, type Opening, outbound, type SecurityRule } from "./security-rule";

export interface SecurityRulesArgs {
    readonly plan: AddressPlan;
    /** From where administrators come through Bastion; none, and there is no Bastion. */
    readonly administratorSources: readonly string[];
    /** Who may reach the edge. */
    readonly allowedSources: readonly string[];
}

/** The subnets that a security group guards. */
export type GuardedSubnet = Exclude<SubnetName, "firewall">;

/** The rules of each group: what is named may come in, and nothing else, be it from the next subnet. */
export function securityRules(args: SecurityRulesArgs): Readonly<Record<GuardedSubnet, SecurityRule[]>> {
    const { administratorSources, allowedSources, plan } = args;
    const { subnets, podCidr } = plan;
    const throughBastion = (opening: Opening) => (administratorSources.length === 0 ? [] : [opening]);
    // Security groups see the pods' own addresses, and filter what goes from one node's pods to another's.
    const cluster = [subnets.nodes, podCidr];
    return {
        nodes: inbound([
            {
                name: "allow-cluster",
                description: "Les nœuds et les pods entre eux.",
                from: cluster,
                to: cluster,
                protocol: "*",
            },
            {
                name: "allow-api-server",
                description:
                    "L’API du cluster vers les agents des nœuds et les webhooks, dont AKS choisit les ports.",
                from: subnets.apiServer,
                to: cluster,
            },
            {
                name: "allow-edge",
                description: "La passerelle applicative vers l’entrée du maillage, et sa sonde de santé.",
                from: subnets.edge,
                to: subnets.nodes,
                ports: "443",
            },
            {
                name: "allow-administration",
                description:
                    "Les machines d’exploitation vers l’entrée du maillage, pour le nom d’administration.",
                from: subnets.runners,
                to: plan.ingressIp,
                ports: "443",
            },
            {
                name: "allow-load-balancer",
                description: "Les sondes de santé de l’équilibreur de charge interne.",
                from: "AzureLoadBalancer",
                protocol: "*",
            },
        ]),
        apiServer: inbound([
            {
                name: "allow-nodes",
                description: "Les nœuds et les pods vers l’API du cluster.",
                from: subnets.nodes,
                ports: ["443", "4443"],
            },
            {
                name: "allow-runners",
                description: "Les machines d’exploitation vers l’API du cluster.",
                from: subnets.runners,
                ports: "443",
            },
            ...throughBastion({
                name: "allow-bastion",
                description: "Les administrateurs vers l’API du cluster, par le tunnel de Bastion.",
                from: subnets.bastion,
                ports: "443",
            }),
            {
                name: "allow-load-balancer",
                description: "La sonde de santé de l’équilibreur de charge de l’API.",
                from: "AzureLoadBalancer",
                ports: "9988",
            },
        ]),
        endpoints: inbound([
            {
                name: "allow-platform",
                description:
                    "Cluster, passerelle applicative et exploitation vers le coffre, le registre et les journaux.",
                from: [subnets.nodes, subnets.apiServer, subnets.edge, subnets.runners],
                ports: "443",
            },
        ]),
        database: inbound([
            {
                name: "allow-nodes",
                description: "Les applications du cluster vers la base de données.",
                from: subnets.nodes,
                ports: "3306",
            },
        ]),
        runners: inbound(
            throughBastion({
                name: "allow-bastion",
                description: "Les administrateurs vers une machine d’exploitation, par Bastion.",
                from: subnets.bastion,
                ports: ["22", "3389"],
            }),
        ),
        edge: inbound([
            {
                name: "allow-clients",
                description: "Les clients autorisés, en HTTPS.",
                from: allowedSources.includes("Internet") ? "Internet" : allowedSources,
                ports: "443",
            },
            {
                name: "allow-gateway-manager",
                description:
                    "Azure, qui pilote la passerelle applicative : sans ces ports, elle ne démarre pas.",
                from: "GatewayManager",
                ports: "65200-65535",
            },
            {
                name: "allow-load-balancer",
                description: "Les sondes de santé de l’équilibreur de charge d’Azure.",
                from: "AzureLoadBalancer",
                protocol: "*",
            },
        ]),
        // Azure makes no Bastion host behind a group that lacks one of these.
        bastion: [
            ...inbound([
                {
                    name: "allow-administrators",
                    description:
                        "Les administrateurs, en HTTPS, depuis leurs propres plages et authentifiés par Entra.",
                    from: administratorSources,
                    ports: "443",
                },
                {
                    name: "allow-gateway-manager",
                    description: "Azure, qui pilote Bastion.",
                    from: "GatewayManager",
                    ports: "443",
                },
                {
                    name: "allow-load-balancer",
                    description: "Les sondes de santé de l’équilibreur de charge d’Azure.",
                    from: "AzureLoadBalancer",
                    ports: "443",
                },
                BASTION_HOSTS,
            ]),
            ...outbound([
                {
                    name: "allow-machines",
                    description:
                        "Exigé par Azure ; seules les machines d’exploitation acceptent ces connexions.",
                    to: "VirtualNetwork",
                    protocol: "*",
                    ports: ["22", "3389"],
                },
                {
                    name: "allow-api-server",
                    description: "Le tunnel des administrateurs vers l’API du cluster.",
                    to: subnets.apiServer,
                    ports: "443",
                },
                {
                    name: "allow-azure",
                    description: "Les journaux et les diagnostics de Bastion vers Azure.",
                    to: "AzureCloud",
                    ports: "443",
                },
                { ...BASTION_HOSTS, name: "allow-hosts-out" },
                {
                    name: "allow-certificates",
                    description: "La vérification des certificats et des sessions par Bastion.",
                    to: "Internet",
                    protocol: "*",
                    ports: "80",
                },
            ]),
        ],
    };
}

const BASTION_HOSTS: Opening = {
    name: "allow-hosts",
    description: "Les instances de Bastion entre elles.",
    from: "VirtualNetwork",
    to: "VirtualNetwork",
    protocol: "*",
    ports: ["8080", "5701"],
};
