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
    certificates: source(
        "ANSSI TLS R25, R26",
        ANSSI_TLS,
        "Certificats de 825 jours au plus, clés RSA de 2048 bits au moins",
        "Certificates of at most 825 days, RSA keys of at least 2048 bits",
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
        "Journaux conservés de six mois à un an, davantage sur justification",
        "Logs kept from six months to one year, longer with a justification",
    ),
    cnilGuide: source(
        "CNIL sécurité",
        "https://www.cnil.fr/fr/guide-de-la-securite-des-donnees-personnelles",
        "Guide de la sécurité des données personnelles",
        "Guide to the security of personal data",
    ),
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
        "Profil restreint des pods",
        "Restricted profile of pods",
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
        "Chiffrement au repos par des clés que l’organisme détient",
        "Encryption at rest by keys that the organisation holds",
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
        "Aucun accès public aux données ; entrée par une seule passerelle",
        "No public access to data; a single gateway as the way in",
    ),
    zones: source(
        "choix du projet : trois zones",
        "https://learn.microsoft.com/azure/reliability/availability-zones-overview",
        "Répartition sur les zones de disponibilité d’une région",
        "Spread over the availability zones of a region",
    ),
} as const satisfies Readonly<Record<string, Source>>;

/** Controls of ISO/IEC 27001, which HDS EXI 01 makes the base of the host's security. */
export function iso(...ids: readonly ControlId[]): readonly Source[] {
    return ids.map((id) => ({ id: `ISO/IEC 27001:2022 ${id}`, title: titles[id], url: ISO_27001_URL }));
}

function source(id: string, url: string, fr: string, en: string): Source {
    return { id, url, title: { fr, en } satisfies Text };
}
