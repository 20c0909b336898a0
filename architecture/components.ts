/** What the page says of a component of the stack, in French. */
export interface Description {
    readonly title: string;
    readonly text: string;
}

/** By the name that index.ts gives the component. */
export const DESCRIPTIONS: Readonly<Record<string, Description>> = {
    governance: {
        title: "Gouvernance",
        text:
            "Ce que la plateforme s’interdit, ce qu’elle coûte et qui est prévenu. Les stratégies Azure sont posées avant " +
            "toute autre ressource, donc avant le premier pod : régions et registres admis, pods restreints, étiquettes " +
            "obligatoires. Les plans Defender surveillent l’abonnement ; le budget alerte par courriel aux seuils fixés. " +
            "Rien ici ne contient de données de santé.",
    },
    logging: {
        title: "Journaux",
        text:
            "L’espace Log Analytics reçoit le journal d’audit de chaque ressource qui sait en produire un, et le journal " +
            "d’activité de l’abonnement. Celui du cluster garde aussi les lectures, car ouvrir un shell dans un pod ou lire un " +
            "secret en sont pour l’API. Une alerte écrit quand Azure annonce un incident dans la région. Les tables d’audit sont " +
            "gardées de 180 à 365 jours, selon la délibération 2021-122 de la CNIL ; les tables techniques moins longtemps. " +
            "L’espace n’est joignable ni en écriture ni en lecture depuis Internet, et n’accepte aucune clé partagée.",
    },
    network: {
        title: "Réseau",
        text:
            "Un réseau virtuel découpé par un plan d’adressage calculé : chaque usage a son sous-réseau, chaque sous-réseau sauf " +
            "celui du pare-feu, où Azure l’interdit, son groupe de sécurité, et aucun n’a d’accès sortant par défaut. Les sorties passent par le pare-feu, vers des " +
            "destinations nommées, ou par une passerelle NAT là où la configuration le choisit. Un sous-réseau attend les machines " +
            "d’exploitation, seules, avec Bastion, à atteindre l’API depuis l’extérieur du cluster. Les zones DNS privées font " +
            "pointer le nom des services Azure vers leurs points de terminaison privés.",
    },
    ingestion: {
        title: "Accès privé aux journaux",
        text:
            "Le lien privé d’Azure Monitor : seul chemin réseau vers l’espace de journaux, en écriture comme en lecture, hors " +
            "diagnostics d’Azure, dont les services écrivent leurs journaux par une voie à eux. Il " +
            "est séparé des journaux parce qu’il a besoin du réseau, alors que le réseau a besoin des journaux.",
    },
    vault: {
        title: "Coffre de clés",
        text:
            "Le coffre Premium garde les clés dans des modules matériels : une pour chaque usage (disques, stockage, registre, " +
            "base de données, etcd), renouvelée chaque année. Les droits sont des rôles Azure, posés clé par clé ; la " +
            "protection contre le vidage rend toute suppression réversible pendant 90 jours, même contre un administrateur.",
    },
    archive: {
        title: "Archive",
        text:
            "Deux comptes de stockage chiffrés par une clé du coffre. Le premier reçoit en continu les journaux d’audit, ceux des pods " +
            "compris, et tout le journal d’activité de l’abonnement, et refuse qu’on les modifie ou les efface avant l’échéance. Tant que cette règle " +
            "n’est pas verrouillée (`Unlocked`), qui administre le compte peut l’abréger ou la lever ; une fois qu’elle l’est " +
            "(`Locked`), personne ne le peut. Verrouiller est une étape à part, irréversible : voir " +
            "[archive.md](archive.md). Le second compte reçoit les journaux de flux du réseau, tentatives refusées comprises.",
    },
    registry: {
        title: "Registre d’images",
        text:
            "La seule source d’images du cluster : privée, sans compte administrateur, sans téléchargement anonyme, export " +
            "désactivé, chiffrée par sa propre clé. Les registres publics ne sont lus qu’à travers ses règles de cache.",
    },
    cluster: {
        title: "Cluster",
        text:
            "Un cluster AKS dont l’API n’a pas d’adresse publique et dont les comptes locaux sont désactivés : on y entre avec " +
            "son identité Entra. Les nœuds chiffrent leurs disques avec la clé du coffre, etcd avec la sienne. Le groupe " +
            "système porte les pods du cluster ; les groupes general, database et media portent ceux de la plateforme. Les " +
            "mises à jour se font dans des fenêtres choisies.",
    },
    edge: {
        title: "Entrée",
        text:
            "La seule adresse publique ouverte au public ; celle de Bastion, s’il y en a un, accepte les administrateurs, " +
            "depuis leurs propres plages. La passerelle applicative filtre les requêtes (WAF en mode " +
            "prévention), n’accepte que TLS 1.3, prend son certificat dans le coffre et transmet à l’entrée interne du " +
            "maillage. Le groupe de sécurité de son sous-réseau n’admet que les plages des centres. Le nom d’administration " +
            "et celui de la supervision n’existent que dans le réseau : une zone DNS privée mène chacun à l’entrée du " +
            "maillage, que seules les machines d’exploitation peuvent atteindre ainsi.",
    },
    database: {
        title: "Base de données",
        text:
            "Selon la configuration, MariaDB dans le cluster (une réplique écrit, l’autre la suit) ou un serveur géré Azure " +
            "Database for MySQL, redondant entre zones. Les données sont chiffrées par une clé dédiée, les connexions par TLS 1.3 " +
            "avec vérification du serveur. Les mots de passe sont générés, tenus dans le coffre et remis aux pods en fichiers. " +
            "Chaque service a sa base et son compte.",
    },
    openmrs: {
        title: "OpenMRS",
        text:
            "Le dossier des patients : passerelle, interface et serveur applicatif, chacun avec ses seuls flux réseau. Certificats " +
            "et mots de passe viennent du coffre, en fichiers, par une identité fédérée propre à chacun. Les pages " +
            "d’administration ne sont servies que sous le nom d’administration.",
    },
    route: {
        title: "Route du maillage",
        text:
            "Le chemin de l’entrée du maillage jusqu’à la passerelle d’OpenMRS, pour le nom public et celui d’administration. Le " +
            "maillage lit le nom demandé à l’ouverture de la connexion et transmet sans déchiffrer : TLS se termine à la " +
            "passerelle, seule à détenir les clés.",
    },
    locks: {
        title: "Verrous",
        text:
            "Azure refuse de supprimer les journaux, le coffre, les comptes de stockage, le registre et le cluster tant que leur " +
            "verrou est en place, quels que soient l’outil et la personne. Les verrous sont posés en dernier ; une destruction " +
            "voulue commence donc par les lever. Là où `protectData` vaut `true`, donc en production, Pulumi lui-même refuse de " +
            "les lever.",
    },
    observability: {
        title: "Supervision",
        text:
            "Mesures (deux Prometheus, exportateurs, sondes des parcours), journaux (un agent par nœud, qui les lit par l’API du " +
            "cluster, un collecteur qui masque les identifiants, Loki) et traces (agent Java d’OpenMRS, collecteur, Tempo). " +
            "Trois Alertmanager appellent les équipes, Grafana montre le tout à qui Entra reconnaît. Journaux et traces sont " +
            "gardés dans un compte de stockage à part, sous la clé de la plateforme ; les journaux d’audit vont aussi dans " +
            "l’archive non modifiable. Aucun pod n’a de droit sur son nœud, sauf l’exportateur de ses mesures, qui en lit les " +
            "fichiers.",
    },
    supervision: {
        title: "Route de la supervision",
        text:
            "Le chemin de l’entrée du maillage jusqu’à Grafana, pour un nom que seul le réseau privé connaît. TLS se termine à " +
            "Grafana, seul à détenir la clé.",
    },
};
