/** Properties whose changes Pulumi leaves alone. */
interface IgnoredChanges {
    /** Type token of the resource. */
    readonly type: string;
    readonly properties: string[];
    /** In French, for docs/architecture.md. */
    readonly reason: string;
}

/** All that Pulumi leaves alone, by resource. None is a compliance setting. */
export const IGNORED_CHANGES = {
    virtualNetwork: {
        type: "azure-native:network:VirtualNetwork",
        properties: ["subnets"],
        reason: "Chaque sous-réseau est une ressource à part ; la liste qu'Azure tient ici ne doit pas être défaite.",
    },
    userPool: {
        type: "azure-native:containerservice:AgentPool",
        properties: ["count"],
        reason: "Le nombre de nœuds appartient à l'autoscaler dès le premier jour.",
    },
    cluster: {
        type: "azure-native:containerservice:ManagedCluster",
        properties: ["agentPoolProfiles[0].count"],
        reason: "Azure ne change le nombre de nœuds système que par leur groupe, une fois le cluster créé.",
    },
    mySqlServer: {
        type: "azure-native:dbformysql:Server",
        properties: ["storage.storageSizeGB"],
        reason: "Azure agrandit le stockage avant qu'il ne soit plein, et ne le réduit jamais.",
    },
    key: {
        type: "azure-native:keyvault:Key",
        properties: ["tags"],
        reason: "Azure Resource Manager n'écrit une clé qu'une fois : des étiquettes ultérieures ne l'atteindraient jamais.",
    },
} satisfies Record<string, IgnoredChanges>;
