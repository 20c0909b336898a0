import type { Source } from "../framework";
import type { Text } from "../rule";
import { type ControlId, titles } from "./iso27001/titles";

export const ISO_27001_URL = "https://www.iso.org/standard/27001";

const ANSSI_TLS = "https://cyber.gouv.fr/publications/recommandations-de-securite-relatives-tls";
const ANSSI_LOGS =
    "https://cyber.gouv.fr/publications/recommandations-de-securite-pour-larchitecture-dun-systeme-de-journalisation";
const POD_SECURITY = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";

/** The texts, and the choices of the project, that thresholds come from; the controls of ISO/IEC 27001 have `iso`. */
export const sources = {
    tlsVersion: source(
        "ANSSI TLS R3",
        ANSSI_TLS,
        "TLS 1.3 préféré, TLS 1.2 admis",
        "TLS 1.3 preferred, TLS 1.2 accepted",
    ),
    tlsObsolete: source(
        "ANSSI TLS R4",
        ANSSI_TLS,
        "SSL, TLS 1.0 et TLS 1.1 exclus",
        "SSL, TLS 1.0 and TLS 1.1 excluded",
    ),
    tlsForwardSecrecy: source(
        "ANSSI TLS R6",
        ANSSI_TLS,
        "Confidentialité persistante ; TLS 1.3 l’apporte d’office",
        "Forward secrecy; TLS 1.3 brings it by itself",
    ),
    certificates: source(
        "ANSSI TLS R25, R26",
        ANSSI_TLS,
        "Certificats de 825 jours au plus, clés RSA de 2048 bits au moins",
        "Certificates of at most 825 days, RSA keys of at least 2048 bits",
    ),
    publicCertificates: source(
        "CA/Browser Forum 6.3.2",
        "https://cabforum.org/working-groups/server/baseline-requirements/requirements/",
        "Certificats publics de 398 jours au plus, durée que le calendrier du forum raccourcit par étapes",
        "Public certificates of at most 398 days, a period that the forum shortens by steps",
    ),
    vpnAlgorithms: source(
        "ANSSI IPsec",
        "https://cyber.gouv.fr/publications/recommandations-de-securite-relatives-ipsec",
        "IKEv2, AES et SHA-2, groupes d’échange de clés robustes",
        "IKEv2, AES and SHA-2, strong key exchange groups",
    ),
    keySizes: source(
        "ANSSI cryptographie",
        "https://cyber.gouv.fr/publications/mecanismes-cryptographiques",
        "Guide des mécanismes cryptographiques : RSA de 3072 bits à long terme",
        "Guide to cryptographic mechanisms: RSA of 3072 bits for the long term",
    ),
    logIsolation: source(
        "ANSSI journalisation R20",
        ANSSI_LOGS,
        "Serveurs de journaux isolés",
        "Log servers isolated",
    ),
    logRetention: source(
        "ANSSI journalisation R25",
        ANSSI_LOGS,
        "Durée de conservation selon la réglementation",
        "Retention as regulations require",
    ),
    logIntegrity: source(
        "ANSSI journalisation R26",
        ANSSI_LOGS,
        "Droits d’écriture et d’effacement des journaux restreints",
        "Rights to write and erase logs restricted",
    ),
    cnilLogs: source(
        "CNIL 2021-122",
        "https://www.cnil.fr/fr/la-cnil-publie-une-recommandation-relative-aux-mesures-de-journalisation",
        "Journaux conservés de six mois à un an, jusqu’à trois ans si le risque le justifie",
        "Logs kept from six months to one year, up to three years where the risk justifies it",
    ),
    cnilAuthentication: cnil(4, "Authentifier les utilisateurs", "Authenticate users"),
    cnilRights: cnil(5, "Gérer les habilitations", "Manage access rights"),
    cnilNetwork: cnil(8, "Protéger le réseau", "Protect the network"),
    cnilWeb: cnil(10, "Sécuriser les sites web", "Secure web sites"),
    cnilTraces: cnil(16, "Tracer les opérations", "Trace operations"),
    cnilBackups: cnil(17, "Sauvegarder", "Back up"),
    cnilEncryption: cnil(21, "Chiffrer", "Encrypt"),
    healthPartition: source(
        "PGSSI-S 4.2.2",
        "https://esante.gouv.fr/securite/politique-generale-de-securite-des-systemes-d-information-de-sante",
        "Cloisonnement des réseaux des systèmes d’information de santé",
        "Partition of the networks of health information systems",
    ),
    healthLocation: source(
        "CSP R.1111-9-1",
        "https://www.legifrance.gouv.fr/codes/texte_lc/LEGITEXT000006072665/",
        "Stockage des données de santé dans le seul Espace économique européen (décret 2026-209) ; le RGPD admettrait aussi un pays jugé adéquat",
        "Storage of health data in the European Economic Area only (decree 2026-209); the GDPR would also accept a country deemed adequate",
    ),
    podSecurity: source(
        "PSS restricted",
        POD_SECURITY,
        "Profil « restricted » des Pod Security Standards",
        "Restricted profile of the Pod Security Standards",
    ),
    onlyTls13: source(
        "choix du projet : TLS 1.3",
        "https://www.rfc-editor.org/rfc/rfc8446",
        "TLS 1.3 seul là où le service peut l’imposer",
        "TLS 1.3 only where the service can enforce it",
    ),
    customerKeys: source(
        "choix du projet : clés propres",
        "https://learn.microsoft.com/azure/security/fundamentals/encryption-models",
        "Chiffrement au repos par des clés que l’organisme peut révoquer",
        "Encryption at rest by keys that the organisation can revoke",
    ),
    doubleEncryption: source(
        "choix du projet : double chiffrement",
        "https://learn.microsoft.com/azure/storage/common/infrastructure-encryption-enable",
        "Deux chiffrements successifs des fichiers, sous des clés distinctes",
        "Two encryptions of files one over the other, under distinct keys",
    ),
    fileProtocols: source(
        "choix du projet : protocoles robustes",
        "https://learn.microsoft.com/azure/storage/files/files-smb-protocol",
        "SMB 3.1.1 chiffré, passerelles VPN d’un modèle récent",
        "Encrypted SMB 3.1.1, VPN gateways of a recent model",
    ),
    accessPeriod: source(
        "choix du projet : accès de courte durée",
        "https://learn.microsoft.com/azure/storage/common/sas-expiration-policy",
        "Jeton de pod d’une heure, signature d’accès partagé de sept jours au plus",
        "One-hour pod tokens, shared access signatures of at most seven days",
    ),
    erasurePeriod: source(
        "choix du projet : effacement",
        "https://learn.microsoft.com/azure/storage/blobs/lifecycle-management-overview",
        "Fichiers échus effacés au plus tard au bout de trois ans",
        "Expired files erased after three years at the latest",
    ),
    exemptionPeriod: source(
        "choix du projet : dérogations bornées",
        "https://learn.microsoft.com/azure/governance/policy/concepts/exemption-structure",
        "Dérogation de 180 jours au plus, à renouveler par écrit",
        "Exemptions of at most 180 days, to be renewed in writing",
    ),
    tags: source(
        "choix du projet : étiquettes",
        "https://learn.microsoft.com/azure/cloud-adoption-framework/ready/azure-best-practices/resource-tagging",
        "Sensibilité, activité HDS, responsable et environnement de chaque ressource",
        "Sensitivity, HDS activity, owner and environment of each resource",
    ),
    webFirewall: source(
        "choix du projet : pare-feu applicatif",
        "https://learn.microsoft.com/azure/web-application-firewall/overview",
        "Mode de blocage, jeux de règles récents et sans exclusion",
        "Blocking mode, recent rule sets without exclusions",
    ),
    recoveryWindow: source(
        "choix du projet : restauration",
        "https://learn.microsoft.com/azure/backup/backup-azure-immutable-vault-concept",
        "Durées minimales de restauration et sauvegardes qu’un attaquant ne peut effacer",
        "Minimum recovery periods and backups that an attacker cannot erase",
    ),
    privateOnly: source(
        "choix du projet : réseau privé",
        "https://learn.microsoft.com/azure/private-link/private-link-overview",
        "Aucun accès public aux données, plages d’adresses étroites, une seule passerelle en entrée",
        "No public access to data, narrow address ranges, a single gateway as the way in",
    ),
    zones: source(
        "choix du projet : zones de disponibilité",
        "https://learn.microsoft.com/azure/reliability/availability-zones-overview",
        "Répartition sur les zones de disponibilité d’une région",
        "Spread over the availability zones of a region",
    ),
} as const satisfies Readonly<Record<string, Source>>;

/** Controls of ISO/IEC 27001, which HDS EXI 01 makes the base of the host's security. */
export function iso(...ids: readonly ControlId[]): readonly Source[] {
    return ids.map((id) => ({ id: `ISO/IEC 27001:2022 ${id}`, title: titles[id], url: ISO_27001_URL }));
}

/** A sheet of the guide of the CNIL to the security of personal data. */
function cnil(sheet: number, fr: string, en: string): Source {
    return source(
        `CNIL sécurité, fiche ${sheet.toString()}`,
        "https://www.cnil.fr/fr/guide-de-la-securite-des-donnees-personnelles",
        fr,
        en,
    );
}

function source(id: string, url: string, fr: string, en: string): Source {
    return { id, url, title: { fr, en } satisfies Text };
}
