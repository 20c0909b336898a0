import { isComponent, type Resource } from "./graph";

/** What a kind of resource is called in French. */
interface Kind {
    readonly one: string;
    readonly many: string;
    /** What accompanies every resource (rights, locks, logs): counted in the tables, left out of the drawings. */
    readonly attendant?: true;
}

const kind = (one: string, many: string): Kind => ({ one, many });
const attendant = (one: string, many: string): Kind => ({ one, many, attendant: true });

/** By type token; of Kubernetes by kind, whatever the version of its API. */
const KINDS: Readonly<Record<string, Kind>> = {
    "azure-native:authorization:ManagementLockByScope": attendant(
        "verrou de suppression",
        "verrous de suppression",
    ),
    "azure-native:authorization:PolicyAssignment": kind("stratégie Azure", "stratégies Azure"),
    "azure-native:authorization:RoleAssignment": attendant("attribution de rôle", "attributions de rôle"),
    "azure-native:authorization:RoleDefinition": attendant("rôle personnalisé", "rôles personnalisés"),
    "azure-native:compute:DiskEncryptionSet": kind("chiffrement de disques", "chiffrements de disques"),
    "azure-native:consumption:Budget": kind("budget", "budgets"),
    "azure-native:containerregistry:CacheRule": kind("règle de cache", "règles de cache"),
    "azure-native:containerregistry:CredentialSet": kind("jeu d’identifiants", "jeux d’identifiants"),
    "azure-native:containerregistry:Registry": kind("registre d’images", "registres d’images"),
    "azure-native:containerregistry:Replication": kind("réplique du registre", "répliques du registre"),
    "azure-native:containerservice:AgentPool": kind("groupe de nœuds", "groupes de nœuds"),
    "azure-native:containerservice:MaintenanceConfiguration": kind(
        "fenêtre de maintenance",
        "fenêtres de maintenance",
    ),
    "azure-native:containerservice:ManagedCluster": kind("cluster AKS", "clusters AKS"),
    "azure-native:dbformysql:Configuration": attendant(
        "paramètre de base de données",
        "paramètres de base de données",
    ),
    "azure-native:dbformysql:Database": kind("base de données", "bases de données"),
    "azure-native:dbformysql:Server": kind("serveur MySQL", "serveurs MySQL"),
    "azure-native:keyvault:Key": kind("clé", "clés"),
    "azure-native:keyvault:Secret": kind("secret du coffre", "secrets du coffre"),
    "azure-native:keyvault:Vault": kind("coffre de clés", "coffres de clés"),
    "azure-native:managedidentity:FederatedIdentityCredential": attendant(
        "identité fédérée",
        "identités fédérées",
    ),
    "azure-native:managedidentity:UserAssignedIdentity": kind("identité managée", "identités managées"),
    "azure-native:monitor:ActionGroup": kind("groupe d’alerte", "groupes d’alerte"),
    "azure-native:monitor:ActivityLogAlert": kind("alerte", "alertes"),
    "azure-native:monitor:DiagnosticSetting": attendant("journal d’audit", "journaux d’audit"),
    "azure-native:monitor:PrivateLinkScope": kind("portée de lien privé", "portées de lien privé"),
    "azure-native:monitor:PrivateLinkScopedResource": attendant(
        "rattachement au lien privé",
        "rattachements au lien privé",
    ),
    "azure-native:monitor:ScheduledQueryRule": kind("alerte sur les journaux", "alertes sur les journaux"),
    "azure-native:network:ApplicationGateway": kind("passerelle applicative", "passerelles applicatives"),
    "azure-native:network:AzureFirewall": kind("pare-feu", "pare-feux"),
    "azure-native:network:BastionHost": kind("bastion", "bastions"),
    "azure-native:network:DdosProtectionPlan": kind("plan anti-DDoS", "plans anti-DDoS"),
    "azure-native:network:FirewallPolicy": kind("stratégie de pare-feu", "stratégies de pare-feu"),
    "azure-native:network:FirewallPolicyRuleCollectionGroup": kind(
        "groupe de règles de pare-feu",
        "groupes de règles de pare-feu",
    ),
    "azure-native:network:FlowLog": kind("journal de flux", "journaux de flux"),
    "azure-native:network:NatGateway": kind("passerelle NAT", "passerelles NAT"),
    "azure-native:network:NetworkSecurityGroup": kind("groupe de sécurité", "groupes de sécurité"),
    "azure-native:network:NetworkWatcher": kind("observateur du réseau", "observateurs du réseau"),
    "azure-native:network:PrivateDnsZoneGroup": attendant(
        "inscription DNS privée",
        "inscriptions DNS privées",
    ),
    "azure-native:network:PrivateEndpoint": kind(
        "point de terminaison privé",
        "points de terminaison privés",
    ),
    "azure-native:network:PublicIPAddress": kind("adresse publique", "adresses publiques"),
    "azure-native:network:RouteTable": kind("table de routage", "tables de routage"),
    "azure-native:network:Subnet": kind("sous-réseau", "sous-réseaux"),
    "azure-native:network:VirtualNetwork": kind("réseau virtuel", "réseaux virtuels"),
    "azure-native:network:WebApplicationFirewallPolicy": kind("stratégie WAF", "stratégies WAF"),
    "azure-native:operationalinsights:DataExport": kind("export de journaux", "exports de journaux"),
    "azure-native:operationalinsights:Table": attendant("table de journaux", "tables de journaux"),
    "azure-native:operationalinsights:Workspace": kind("espace de journaux", "espaces de journaux"),
    "azure-native:privatedns:PrivateRecordSet": attendant("nom DNS privé", "noms DNS privés"),
    "azure-native:privatedns:PrivateZone": kind("zone DNS privée", "zones DNS privées"),
    "azure-native:privatedns:VirtualNetworkLink": attendant("lien de zone DNS", "liens de zones DNS"),
    "azure-native:resources:ResourceGroup": kind("groupe de ressources", "groupes de ressources"),
    "azure-native:security:Pricing": kind("plan Defender", "plans Defender"),
    "azure-native:security:SecurityContact": kind("contact de sécurité", "contacts de sécurité"),
    "azure-native:storage:BlobContainer": attendant("conteneur de blobs", "conteneurs de blobs"),
    "azure-native:storage:BlobServiceProperties": attendant("réglage des blobs", "réglages des blobs"),
    "azure-native:storage:ManagementPolicy": attendant("règle d’expiration", "règles d’expiration"),
    "azure-native:storage:StorageAccount": kind("compte de stockage", "comptes de stockage"),
    "kubernetes:AuthorizationPolicy": attendant("autorisation du maillage", "autorisations du maillage"),
    "kubernetes:CiliumNetworkPolicy": attendant("règle de flux sortant", "règles de flux sortants"),
    "kubernetes:ClusterRole": attendant("rôle dans le cluster", "rôles dans le cluster"),
    "kubernetes:ClusterRoleBinding": attendant(
        "attribution de rôle dans le cluster",
        "attributions de rôle dans le cluster",
    ),
    "kubernetes:ConfigMap": attendant("configuration", "configurations"),
    "kubernetes:DaemonSet": kind("ensemble par nœud", "ensembles par nœud"),
    "kubernetes:Deployment": kind("déploiement", "déploiements"),
    "kubernetes:Gateway": kind("entrée du maillage", "entrées du maillage"),
    "kubernetes:HorizontalPodAutoscaler": attendant("échelle automatique", "échelles automatiques"),
    "kubernetes:Job": kind("tâche", "tâches"),
    "kubernetes:LimitRange": attendant("bornes de ressources", "bornes de ressources"),
    "kubernetes:Namespace": kind("espace de noms", "espaces de noms"),
    "kubernetes:NetworkPolicy": attendant("règle de flux", "règles de flux"),
    "kubernetes:PeerAuthentication": attendant("règle de TLS mutuel", "règles de TLS mutuel"),
    "kubernetes:PodDisruptionBudget": attendant("garde-fou d’éviction", "garde-fous d’éviction"),
    "kubernetes:PriorityClass": attendant("classe de priorité", "classes de priorité"),
    "kubernetes:ResourceQuota": attendant("quota", "quotas"),
    "kubernetes:Role": attendant("rôle dans un espace de noms", "rôles dans un espace de noms"),
    "kubernetes:RoleBinding": attendant(
        "attribution de rôle dans un espace de noms",
        "attributions de rôle dans un espace de noms",
    ),
    "kubernetes:SecretProviderClass": attendant("accès au coffre", "accès au coffre"),
    "kubernetes:Service": kind("service", "services"),
    "kubernetes:ServiceAccount": attendant("compte de service", "comptes de service"),
    "kubernetes:ServiceEntry": attendant("hôte extérieur connu", "hôtes extérieurs connus"),
    "kubernetes:Sidecar": attendant("horizon du maillage", "horizons du maillage"),
    "kubernetes:StatefulSet": kind("ensemble à état", "ensembles à état"),
    "kubernetes:StorageClass": kind("classe de stockage", "classes de stockage"),
    "kubernetes:TLSRoute": kind("route du maillage", "routes du maillage"),
    "kubernetes:VerticalPodAutoscaler": attendant("conseil de taille", "conseils de taille"),
    "pulumi:providers:kubernetes": attendant("accès de Pulumi au cluster", "accès de Pulumi au cluster"),
    "random:index/randomPassword:RandomPassword": kind("mot de passe généré", "mots de passe générés"),
    "tls:index/certRequest:CertRequest": attendant("demande de certificat", "demandes de certificat"),
    "tls:index/locallySignedCert:LocallySignedCert": kind("certificat généré", "certificats générés"),
    "tls:index/privateKey:PrivateKey": kind("clé privée générée", "clés privées générées"),
    "tls:index/selfSignedCert:SelfSignedCert": kind(
        "autorité de certification",
        "autorités de certification",
    ),
};

/** What a resource is called. Throws for a type that the table lacks. */
export function kindOf({ type }: Pick<Resource, "type">): Kind {
    const found = KINDS[type] ?? KINDS[type.replace(/^kubernetes:.*:/, "kubernetes:")];
    if (found === undefined) {
        throw new Error(`${type}: expected a type with a French name in architecture/kinds.ts, got another`);
    }
    return found;
}

/** How many there are of each kind, such as "5 clés", in the order of their first. */
export function countedKinds(resources: readonly Resource[]): readonly string[] {
    const counts = new Map<Kind, number>();
    for (const resource of resources.filter((resource) => !isComponent(resource))) {
        const found = kindOf(resource);
        counts.set(found, (counts.get(found) ?? 0) + 1);
    }
    return [...counts].map(([{ one, many }, count]) => `${count.toString()} ${count === 1 ? one : many}`);
}
