import type { core } from "@pulumi/kubernetes/types/input";

/** What a path of a container can hold, besides the workload's own storage. */
export type VolumeArgs =
    /** Empty at start, lost with the pod. */
    | { readonly kind: "scratch"; readonly sizeMiB: number }
    /** The same in memory, which counts as the container's: for what must not touch a disk. */
    | { readonly kind: "memory"; readonly sizeMiB: number }
    /** Configuration: the content of each file. */
    | { readonly kind: "files"; readonly files: Readonly<Record<string, string>> }
    /** Objects of the Key Vault as files, through a SecretProviderClass. */
    | { readonly kind: "vault"; readonly secretProviderClass: string }
    /** A directory of the node, read-only: for the workloads of exceptions.ts alone. */
    | { readonly kind: "host"; readonly path: string };

/** Name of the ConfigMap behind a `files` volume. */
export const configMapName = (workload: string, volume: string) => `${workload}-${volume}`;

/** Volume of a StatefulSet's claim. */
export const DATA_VOLUME = "data";

export function volumeOf(workload: string, name: string, volume: VolumeArgs): core.v1.Volume {
    switch (volume.kind) {
        case "scratch":
            return { name, emptyDir: { sizeLimit: `${volume.sizeMiB.toString()}Mi` } };
        case "memory":
            return { name, emptyDir: { medium: "Memory", sizeLimit: `${volume.sizeMiB.toString()}Mi` } };
        case "files":
            return { name, configMap: { name: configMapName(workload, name) } };
        case "vault":
            return {
                name,
                csi: {
                    driver: "secrets-store.csi.k8s.io",
                    readOnly: true,
                    volumeAttributes: { secretProviderClass: volume.secretProviderClass },
                },
            };
        case "host":
            return { name, hostPath: { path: volume.path, type: "Directory" } };
    }
}

const isWritable = (name: string, volume: VolumeArgs | undefined) =>
    name === DATA_VOLUME || volume?.kind === "scratch" || volume?.kind === "memory";

/**
 * A mount of a volume, or of one file of it as `<volume>/<file>`. Under the root of the node others mount disks: the pod
 * follows when they do, and lets go when they take them away, which its own hold would prevent.
 */
export function mountOf(
    volumes: Readonly<Record<string, VolumeArgs>>,
    mountPath: string,
    source: string,
): core.v1.VolumeMount {
    const [name = source, subPath] = source.split("/", 2);
    const volume = volumes[name];
    return {
        name,
        mountPath,
        ...(subPath === undefined ? {} : { subPath }),
        readOnly: !isWritable(name, volume),
        ...(volume?.kind === "host" && volume.path === "/" && { mountPropagation: "HostToContainer" }),
    };
}
