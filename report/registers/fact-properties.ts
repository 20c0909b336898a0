import { normaliseToken } from "../../policies/token";
import type { Fact } from "../model";
import type { Text } from "../words/language";

interface FactProperty {
    readonly kind: Fact["kind"];
    /** Where it stands in the inputs; `*` stands for each item of a list. */
    readonly path: string;
    readonly label: Text;
    /** The value is an id, of which only what follows the last slash says something. */
    readonly idEnd?: true;
}

function property(kind: Fact["kind"], path: string, fr: string, en: string): FactProperty {
    return { kind, path, label: { fr, en } };
}

const location = property("location", "location", "Région", "Region");
const sku = property("location", "sku.name", "Redondance du stockage", "Storage redundancy");
const databaseBackup: readonly FactProperty[] = [
    property(
        "backup",
        "backup.backupRetentionDays",
        "Durée des sauvegardes (jours)",
        "Backup retention (days)",
    ),
    property(
        "backup",
        "backup.geoRedundantBackup",
        "Sauvegarde dans une seconde région",
        "Backup in a second region",
    ),
    property("encryption", "dataEncryption.type", "Clé de chiffrement", "Encryption key"),
    property("location", "storage.storageRedundancy", "Redondance du stockage", "Storage redundancy"),
];
const registryReplica = property("location", "location", "Région d’une copie", "Region of a copy");

/**
 * The settings that a report may keep: each says where data are, how long, under which keys, who may reach them or how
 * they are backed up, and none ever holds a secret or names a person. By type, without its version.
 */
export const FACT_PROPERTIES: Readonly<Record<string, readonly FactProperty[]>> = {
    "azure-native:authorization:RoleAssignment": [
        property("access", "principalType", "Droit donné à", "Right given to"),
        {
            ...property("access", "roleDefinitionId", "Rôle donné (identifiant)", "Role given (id)"),
            idEnd: true,
        },
    ],
    "azure-native:compute:Disk": [
        location,
        sku,
        property("encryption", "encryption.type", "Chiffrement des disques", "Encryption of disks"),
    ],
    "azure-native:compute:DiskEncryptionSet": [
        location,
        property("encryption", "encryptionType", "Chiffrement des disques", "Encryption of disks"),
        property(
            "encryption",
            "rotationToLatestKeyVersionEnabled",
            "Suit les nouvelles versions de la clé",
            "Follows new versions of the key",
        ),
    ],
    "azure-native:containerregistry:Registry": [
        location,
        property(
            "encryption",
            "encryption.status",
            "Chiffrement par une clé propre",
            "Encryption by one’s own key",
        ),
        property(
            "access",
            "adminUserEnabled",
            "Compte d’administration partagé",
            "Shared administration account",
        ),
        property(
            "retention",
            "policies.retentionPolicy.days",
            "Images sans étiquette gardées (jours)",
            "Untagged images kept (days)",
        ),
    ],
    "azure-native:containerregistry:Replication": [registryReplica],
    "azure-native:containerservice:ManagedCluster": [
        location,
        property("access", "disableLocalAccounts", "Comptes locaux désactivés", "Local accounts disabled"),
        property("access", "aadProfile.enableAzureRBAC", "Droits tenus par Azure", "Rights kept by Azure"),
        property(
            "access",
            "aadProfile.adminGroupObjectIDs.*",
            "Groupe d’administration (identifiant)",
            "Administration group (id)",
        ),
        property(
            "encryption",
            "securityProfile.azureKeyVaultKms.enabled",
            "Secrets de Kubernetes chiffrés par une clé propre",
            "Secrets of Kubernetes encrypted by one’s own key",
        ),
    ],
    "azure-native:dbformysql:Server": [location, ...databaseBackup],
    "azure-native:dbforpostgresql:Server": [
        location,
        ...databaseBackup,
        property("access", "authConfig.passwordAuth", "Connexion par mot de passe", "Sign-in by password"),
    ],
    "azure-native:documentdb:DatabaseAccount": [
        location,
        property("location", "locations.*.locationName", "Région d’une copie", "Region of a copy"),
        property("backup", "backupPolicy.type", "Mode de sauvegarde", "Backup mode"),
        property("access", "disableLocalAuth", "Clés d’accès désactivées", "Access keys disabled"),
    ],
    "azure-native:keyvault:Key": [
        property("encryption", "properties.kty", "Type de clé", "Type of key"),
        property("encryption", "properties.keySize", "Taille de clé (bits)", "Key size (bits)"),
        property(
            "encryption",
            "properties.rotationPolicy.attributes.expiryTime",
            "Validité d’une version de clé",
            "Validity of a key version",
        ),
    ],
    "azure-native:keyvault:Vault": [
        location,
        property(
            "access",
            "properties.enableRbacAuthorization",
            "Droits tenus par Azure",
            "Rights kept by Azure",
        ),
        property(
            "retention",
            "properties.softDeleteRetentionInDays",
            "Récupération après suppression (jours)",
            "Recovery after deletion (days)",
        ),
    ],
    "azure-native:monitor:ActionGroup": [location],
    "azure-native:network:FlowLog": [
        property(
            "retention",
            "retentionPolicy.days",
            "Journaux de flux gardés (jours)",
            "Flow logs kept (days)",
        ),
    ],
    "azure-native:operationalinsights:Table": [
        property("retention", "totalRetentionInDays", "Journaux gardés (jours)", "Logs kept (days)"),
    ],
    "azure-native:operationalinsights:Workspace": [
        location,
        property(
            "retention",
            "retentionInDays",
            "Journaux gardés par défaut (jours)",
            "Logs kept by default (days)",
        ),
        property("access", "features.disableLocalAuth", "Clés d’accès désactivées", "Access keys disabled"),
    ],
    "azure-native:recoveryservices:Vault": [location],
    "azure-native:dataprotection:BackupVault": [
        location,
        property(
            "backup",
            "properties.storageSettings.*.type",
            "Redondance des sauvegardes",
            "Backup redundancy",
        ),
    ],
    "azure-native:sql:Server": [
        location,
        property("encryption", "minimalTlsVersion", "TLS minimal", "Minimum TLS"),
    ],
    "azure-native:sql:Database": [
        location,
        property(
            "backup",
            "requestedBackupStorageRedundancy",
            "Redondance des sauvegardes",
            "Backup redundancy",
        ),
    ],
    "azure-native:storage:BlobServiceProperties": [
        property("backup", "isVersioningEnabled", "Versions des fichiers gardées", "Versions of files kept"),
        property(
            "retention",
            "containerDeleteRetentionPolicy.days",
            "Récupération après suppression (jours)",
            "Recovery after deletion (days)",
        ),
    ],
    "azure-native:storage:ManagementPolicy": [
        property(
            "retention",
            "policy.rules.*.definition.actions.baseBlob.delete.daysAfterCreationGreaterThan",
            "Fichiers effacés après leur création (jours)",
            "Files erased after their creation (days)",
        ),
        property(
            "retention",
            "policy.rules.*.definition.actions.baseBlob.delete.daysAfterModificationGreaterThan",
            "Fichiers effacés après leur modification (jours)",
            "Files erased after their change (days)",
        ),
    ],
    "azure-native:storage:StorageAccount": [
        location,
        sku,
        property("encryption", "encryption.keySource", "Clé de chiffrement", "Encryption key"),
        property(
            "encryption",
            "encryption.requireInfrastructureEncryption",
            "Double chiffrement",
            "Double encryption",
        ),
        property("encryption", "minimumTlsVersion", "TLS minimal", "Minimum TLS"),
        property("access", "allowSharedKeyAccess", "Clés d’accès partagées", "Shared access keys"),
        property(
            "access",
            "publicNetworkAccess",
            "Accès par le réseau public",
            "Access from the public network",
        ),
        property(
            "retention",
            "immutableStorageWithVersioning.immutabilityPolicy.immutabilityPeriodSinceCreationInDays",
            "Fichiers non modifiables (jours)",
            "Files that cannot change (days)",
        ),
    ],
    "kubernetes:core:PersistentVolumeClaim": [
        property("encryption", "spec.storageClassName", "Classe de disques", "Class of disks"),
    ],
    "kubernetes:storage.k8s.io:StorageClass": [
        property("location", "parameters.skuName", "Redondance du stockage", "Storage redundancy"),
        property(
            "encryption",
            "parameters.diskEncryptionType",
            "Chiffrement des disques",
            "Encryption of disks",
        ),
        property(
            "retention",
            "reclaimPolicy",
            "Disque après suppression de sa demande",
            "Disk after its claim is deleted",
        ),
    ],
};

const LABELS: ReadonlyMap<string, Text> = new Map(
    Object.entries(FACT_PROPERTIES).flatMap(([type, properties]) =>
        properties.map(({ path, label }) => [`${type} ${path}`, label] as const),
    ),
);

/** What a fact tells, for people; the path itself for one that is not among these. */
export function labelOf(type: string, path: string): Text {
    return LABELS.get(`${normaliseToken(type)} ${path}`) ?? { fr: path, en: path };
}
