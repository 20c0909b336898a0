import { repositoryOf } from "../images";
import { hostPathNamespaces, rootGroupImages } from "../kubernetes/exceptions";

/** One assignment of a definition that Azure brings along. The texts are what Azure's portal and its refusals show. */
export interface Policy {
    /** Id of the built-in definition, or of the initiative, the same in every tenant. */
    readonly definition: string;
    readonly initiative?: boolean;
    readonly displayName: string;
    readonly description: string;
    /**
     * What Azure answers to those whom it refuses. Azure takes none for what it judges inside the cluster
     * (Microsoft.Kubernetes.Data): there the description says it.
     */
    readonly message?: string;
    readonly parameters?: Readonly<Record<string, unknown>>;
    /** References of an initiative to leave out, for another assignment takes their place. */
    readonly replaced?: readonly string[];
    /** Resource types, in lower case, that the policy does not look at. */
    readonly exceptTypes?: readonly string[];
}

/** What Azure itself runs in the cluster, from images and with rights of its own. */
const AZURE_NAMESPACES = ["kube-system", "gatekeeper-system", "aks-istio-system", "aks-istio-ingress"];

/** Every group but root's, up to the highest that images use. */
const NON_ROOT_GROUPS = { ranges: [{ min: 1, max: 65535 }] };

const VOLUME_TYPES_POLICY = "16697877-1118-4fb1-9b65-9898ec2509ec";

/** The volumes of the "restricted" standard. */
const VOLUME_TYPES = [
    "configMap",
    "csi",
    "downwardAPI",
    "emptyDir",
    "ephemeral",
    "persistentVolumeClaim",
    "projected",
    "secret",
];

const DENY = { effect: "Deny" };
const DENY_IN_PODS = { ...DENY, excludedNamespaces: AZURE_NAMESPACES };

export interface PolicyArgs {
    /** Host name of the only registry that pods may take images from. */
    readonly registryLoginServer: string;

    /** Azure regions that resources may lie in. */
    readonly allowedRegions: readonly string[];
}

/**
 * The policies of the platform, by the name of their assignment: what its own components ask for, refused to everybody who
 * goes past them, with whatever tool.
 */
export function policiesOf({
    registryLoginServer,
    allowedRegions,
}: PolicyArgs): Readonly<Record<string, Policy>> {
    return {
        "pod-security": {
            definition: "42b8ef37-b724-4e24-bbc8-7a7708edfe00",
            initiative: true,
            displayName: "Pods : norme de sécurité « restricted »",
            description:
                "Un pod de la plateforme respecte la norme « restricted » de Kubernetes : ni privilège, ni accès au nœud, " +
                "ni capacité Linux.",
            parameters: { ...DENY_IN_PODS, allowedCapabilities: [], requiredDropCapabilities: ["ALL"] },
            // It wants supplementary groups, which our pods have none of, and knows no exception for volumes: the
            // assignments below say what it means.
            replaced: ["AllowedUsersGroups", "AllowedVolumeTypes"],
        },
        "pod-volumes": {
            definition: VOLUME_TYPES_POLICY,
            displayName: "Pods : aucun répertoire du nœud",
            description:
                "Un pod ne monte ni répertoire du nœud ni partage réseau, sauf dans les espaces de noms que la plateforme " +
                "excepte avec un motif.",
            parameters: {
                ...DENY,
                excludedNamespaces: [...AZURE_NAMESPACES, ...hostPathNamespaces],
                allowedVolumeTypes: VOLUME_TYPES,
            },
        },
        "pod-volumes-excepted": {
            definition: VOLUME_TYPES_POLICY,
            displayName: "Pods exceptés : un répertoire du nœud, aucun partage réseau",
            description:
                "Dans les espaces de noms que la plateforme excepte, un pod peut monter un répertoire du nœud, et rien d’autre " +
                "de plus.",
            parameters: {
                ...DENY,
                excludedNamespaces: AZURE_NAMESPACES,
                namespaces: hostPathNamespaces,
                allowedVolumeTypes: [...VOLUME_TYPES, "hostPath"],
            },
        },
        "pod-host-paths": {
            definition: "098fc59e-46c7-4d99-9b16-64990e543d75",
            displayName: "Pods exceptés : la racine du nœud, en lecture seule",
            description:
                "Dans les espaces de noms que la plateforme excepte, le seul répertoire du nœud qu’un pod monte est la racine, " +
                "en lecture seule.",
            parameters: {
                ...DENY,
                excludedNamespaces: AZURE_NAMESPACES,
                namespaces: hostPathNamespaces,
                allowedHostPaths: { paths: [{ pathPrefix: "/", readOnly: true }] },
            },
        },
        "pod-users": {
            definition: "f06ddb64-5fa3-4b77-b166-acb36f7f6042",
            displayName: "Pods : aucun processus sous le compte root",
            description: "Tout conteneur s’exécute sous un utilisateur autre que root (runAsNonRoot).",
            parameters: { ...DENY_IN_PODS, runAsUserRule: "MustRunAsNonRoot" },
        },
        "pod-groups": {
            definition: "f06ddb64-5fa3-4b77-b166-acb36f7f6042",
            displayName: "Pods : aucun processus dans le groupe root",
            description:
                "Tout conteneur s’exécute dans un groupe autre que root (runAsGroup, fsGroup), sauf ceux des images que la " +
                "plateforme excepte avec un motif.",
            parameters: {
                ...DENY_IN_PODS,
                // Whatever the tag and the digest: a new digest reaches the cluster's policies a quarter of an hour late.
                excludedImages: rootGroupImages.map(
                    (image) => `${repositoryOf(registryLoginServer, image)}:*`,
                ),
                runAsGroupRule: "MustRunAs",
                runAsGroupRanges: NON_ROOT_GROUPS,
                fsGroupRule: "MustRunAs",
                fsGroupRanges: NON_ROOT_GROUPS,
            },
        },
        "pod-images": {
            definition: "febd0533-8e55-448f-b837-bd0e06f16469",
            displayName: "Pods : images du registre privé, par empreinte",
            description: `Une image vient de ${registryLoginServer} et est désignée par son empreinte (@sha256).`,
            parameters: {
                ...DENY_IN_PODS,
                allowedContainerImagesRegex: `^${registryLoginServer.replaceAll(".", "\\.")}/[^@]+@sha256:[0-9a-f]{64}$`,
            },
        },
        "pod-read-only": {
            definition: "df49d893-a74c-421d-bc95-c663042e5b80",
            displayName: "Pods : système de fichiers racine en lecture seule",
            description:
                "Un intrus ne peut rien modifier dans l’image qui s’exécute (readOnlyRootFilesystem: true).",
            parameters: DENY_IN_PODS,
        },
        "pod-no-token": {
            definition: "423dd1ba-798e-40e4-9c4d-b6902674b423",
            displayName: "Pods : aucun jeton de l’API Kubernetes d’office",
            description:
                "Un pod de la plateforme renonce au jeton d’office de l’API du cluster (automountServiceAccountToken: false) ; " +
                "celui qui s’en sert en monte un d’une heure.",
            parameters: DENY_IN_PODS,
        },
        "service-internal": {
            definition: "3fc4dc25-5baf-40d8-9b05-7fe74c1bc64e",
            displayName: "Services : répartiteurs de charge internes seulement",
            description:
                "Un Service LoadBalancer est interne au réseau virtuel : le seul chemin depuis Internet est la passerelle " +
                "applicative et son pare-feu.",
            // The mesh's own entry included.
            parameters: { ...DENY, excludedNamespaces: ["kube-system", "gatekeeper-system"] },
        },
        "service-no-external-ip": {
            definition: "d46c275d-1680-448d-b2ec-e495a3b6cc89",
            displayName: "Services : aucune adresse externe",
            description:
                "Un Service ne déclare aucune adresse externe (externalIPs), qui détournerait le trafic d’autrui " +
                "(CVE-2020-8554).",
            parameters: { ...DENY_IN_PODS, allowedExternalIPs: [] },
        },
        "ingress-https": {
            definition: "1a5b4dca-0b6f-4cf5-907c-56316bc1bf3d",
            displayName: "Ingress : HTTPS seulement",
            description:
                "Un Ingress refuse HTTP et déclare un certificat : aucune donnée de santé ne circule en clair.",
            parameters: DENY_IN_PODS,
        },
        "cluster-private": {
            definition: "040732e8-d947-40b8-95d6-854c95024bf8",
            displayName: "Cluster : API privée",
            description: "L’API du cluster n’a pas d’adresse publique.",
            message: "Le cluster AKS doit être privé.",
            parameters: DENY,
        },
        "cluster-no-local-accounts": {
            definition: "993c2fcd-2b29-49d2-9eb0-df2c3a730c32",
            displayName: "Cluster : aucun compte local",
            description: "Chaque accès au cluster est nominatif, par Entra ID.",
            message: "Les comptes locaux du cluster AKS doivent être désactivés.",
            parameters: DENY,
        },
        "registry-private": {
            definition: "0fdf0491-d080-4575-b627-ad0e843cba0f",
            displayName: "Registre : fermé à Internet",
            description: "Le registre d’images n’est joignable que par le réseau privé.",
            message: "L’accès public au registre doit être désactivé.",
            parameters: DENY,
        },
        "vault-private": {
            definition: "405c5871-3e91-4644-8a63-58e19d68ff5b",
            displayName: "Coffre de clés : fermé à Internet",
            description: "Le coffre n’est joignable que par le réseau privé.",
            message: "L’accès public au coffre de clés doit être désactivé.",
            parameters: DENY,
        },
        "vault-recoverable": {
            definition: "0b60c0b2-2dc2-4e1c-b5c9-abbed971de53",
            displayName: "Coffre de clés : suppression réversible",
            description: "Une clé perdue rendrait illisibles les données qu’elle chiffre.",
            message: "La protection contre le vidage du coffre de clés doit être activée.",
            parameters: DENY,
        },
        "storage-https": {
            definition: "404c3081-a854-4457-ae30-26a93ef643f9",
            displayName: "Stockage : HTTPS seulement",
            description: "Aucune donnée ne circule en clair.",
            message: "Le compte de stockage doit exiger HTTPS.",
            parameters: DENY,
        },
        "storage-tls": {
            definition: "fe83a0eb-a853-422d-aac2-1bffd182c5d0",
            displayName: "Stockage : TLS 1.2 au moins",
            description: "TLS 1.2 est le minimum le plus élevé que le service de stockage sait imposer.",
            message: "Le compte de stockage doit exiger TLS 1.2 au moins.",
            parameters: { ...DENY, minimumTlsVersion: "TLS1_2" },
        },
        "storage-private": {
            definition: "b2982f36-99f2-4db5-8eff-283140c09693",
            displayName: "Stockage : fermé à Internet",
            description: "Un compte de stockage n’est joignable que par le réseau privé.",
            message: "L’accès public au compte de stockage doit être désactivé.",
            parameters: DENY,
        },
        "storage-no-shared-key": {
            definition: "8c6a50c6-9ffd-4ae7-986f-5fa6111f9a54",
            displayName: "Stockage : aucune clé partagée",
            description: "Chaque accès est nominatif, par Entra ID.",
            message: "Les clés partagées du compte de stockage doivent être désactivées.",
            parameters: DENY,
        },
        "allowed-regions": {
            definition: "e56962a6-4747-49cd-b67b-bf8b01975c4c",
            displayName: "Régions autorisées",
            description:
                "Toute ressource reste dans les régions de la plateforme, dans l’Espace économique européen.",
            message: `La ressource doit se trouver dans l’une des régions autorisées : ${allowedRegions.join(", ")}.`,
            parameters: { ...DENY, listOfAllowedLocations: allowedRegions },
            // They hold addresses for alerts only, and exist in two regions of the EEA: alerts.ts.
            exceptTypes: ["microsoft.insights/actiongroups"],
        },
        "iso-27001": {
            definition: "5e4ff661-23bf-42fa-8e3a-309a55091cc7",
            initiative: true,
            displayName: "Audit ISO/IEC 27001:2022",
            description: "Tient le compte des écarts à la norme ; ne refuse rien.",
            message: "La ressource s’écarte de la norme ISO/IEC 27001:2022.",
        },
    };
}

/** Gives a resource that lacks a tag the one of its resource group. */
export function inheritedTag(tagName: string): Policy {
    return {
        definition: "ea3f2387-9b95-492a-a190-fcdc54f7b070",
        displayName: `Étiquette « ${tagName} » héritée du groupe de ressources`,
        description: "Une ressource sans cette étiquette reçoit celle de son groupe de ressources.",
        message: `La ressource doit porter l’étiquette « ${tagName} ».`,
        parameters: { tagName },
    };
}
