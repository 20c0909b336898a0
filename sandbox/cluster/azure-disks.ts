import type { Api, KubernetesObject } from "./api";
import { tolerating } from "./stand-in";

/** The driver of Azure's managed disks. */
export const DISK_PROVISIONER = "disk.csi.azure.com";

const VOLUMES = "/api/v1/persistentvolumes";

/** Who made a volume, and so may delete it. */
const PROVISIONED_BY = "pv.kubernetes.io/provisioned-by";

interface Claim extends KubernetesObject {
    readonly spec: {
        readonly storageClassName?: string;
        readonly volumeName?: string;
        readonly volumeMode?: string;
        readonly accessModes: readonly string[];
        readonly resources: { readonly requests: { readonly storage: string } };
    };
}

interface StorageClass extends KubernetesObject {
    readonly provisioner: string;
    readonly reclaimPolicy: string;
    readonly volumeBindingMode: string;
    readonly mountOptions?: readonly string[];
    readonly parameters?: Readonly<Record<string, string>>;
}

interface Volume extends KubernetesObject {
    readonly spec: { readonly persistentVolumeReclaimPolicy: string };
    readonly status?: { readonly phase?: string };
}

/** Stands in for the driver of Azure's disks: gives each claim of its classes a volume, and deletes those set free. */
export async function provideDisks(
    api: Api,
    log: (line: string) => void,
    signal: AbortSignal,
): Promise<void> {
    await Promise.all([provisionClaims(api, log, signal), deleteReleased(api, log, signal)]);
}

async function provisionClaims(api: Api, log: (line: string) => void, signal: AbortSignal): Promise<void> {
    for await (const { type, object } of api.follow("/api/v1/persistentvolumeclaims", { signal })) {
        const claim = object as Claim;
        const { storageClassName, volumeName } = claim.spec;
        if (type === "DELETED" || storageClassName === undefined || volumeName !== undefined) {
            continue;
        }
        const storageClass = (await api.get(`/apis/storage.k8s.io/v1/storageclasses/${storageClassName}`)) as
            StorageClass | undefined;
        // Set by the scheduler, once a pod wants the claim.
        const selectedNode = claim.metadata.annotations?.["volume.kubernetes.io/selected-node"];
        if (
            storageClass?.provisioner === DISK_PROVISIONER &&
            (storageClass.volumeBindingMode === "Immediate" || selectedNode !== undefined)
        ) {
            const volume = volumeFor(claim, storageClass);
            log(`azure disks (stand-in): ${volume.metadata.name} for ${nameOf(claim)}`);
            // The claim's own events come before it is bound.
            await tolerating("AlreadyExists", log, api.create(VOLUMES, volume));
        }
    }
}

async function deleteReleased(api: Api, log: (line: string) => void, signal: AbortSignal): Promise<void> {
    for await (const { type, object } of api.follow(VOLUMES, { signal })) {
        const { metadata, spec, status } = object as Volume;
        if (
            type !== "DELETED" &&
            metadata.annotations?.[PROVISIONED_BY] === DISK_PROVISIONER &&
            metadata.deletionTimestamp === undefined &&
            spec.persistentVolumeReclaimPolicy === "Delete" &&
            status?.phase === "Released"
        ) {
            log(`azure disks (stand-in): ${metadata.name} deleted`);
            await api.delete(`${VOLUMES}/${metadata.name}`);
        }
    }
}

/** A disk that every zone reaches (Premium_ZRS), so without a say in where its pod runs. */
function volumeFor(claim: Claim, storageClass: StorageClass): KubernetesObject {
    const { apiVersion, kind, metadata } = claim;
    const name = `pvc-${metadata.uid ?? ""}`;
    return {
        apiVersion: "v1",
        kind: "PersistentVolume",
        metadata: { name, annotations: { [PROVISIONED_BY]: DISK_PROVISIONER } },
        spec: {
            capacity: { storage: claim.spec.resources.requests.storage },
            accessModes: claim.spec.accessModes,
            volumeMode: claim.spec.volumeMode,
            storageClassName: storageClass.metadata.name,
            persistentVolumeReclaimPolicy: storageClass.reclaimPolicy,
            mountOptions: storageClass.mountOptions,
            claimRef: {
                apiVersion,
                kind,
                namespace: metadata.namespace,
                name: metadata.name,
                uid: metadata.uid,
            },
            csi: {
                driver: DISK_PROVISIONER,
                volumeHandle: `sandbox/${name}`,
                fsType: storageClass.parameters?.fsType ?? "ext4",
            },
        },
    };
}

function nameOf({ metadata }: KubernetesObject): string {
    return `${metadata.namespace ?? ""}/${metadata.name}`;
}
