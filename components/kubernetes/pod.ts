import { createHash } from "node:crypto";
import type { core } from "@pulumi/kubernetes/types/input";
import { type NodePool, placedOn } from "./placement";
import { PRIORITIES, type Priority } from "./priority";
import { DRAIN_SECONDS, graceSeconds } from "./turnover";

/** CPU and memory of a container as Kubernetes quantities, requested and limited alike. */
export interface Compute {
    readonly cpu: string;
    readonly memory: string;
}

/** What the mesh's sidecar of each pod takes. */
export const PROXY: Compute = { cpu: "100m", memory: "128Mi" };

export interface InitContainerArgs {
    /** By digest, from the private registry. */
    readonly image: string;

    /** Entry point. Defaults to the image's own. */
    readonly command?: readonly string[];

    readonly args?: readonly string[];

    /** In clear for whoever may read the pod: secrets come as files. */
    readonly env?: Readonly<Record<string, string>>;

    readonly compute: Compute;

    /** Group of its processes. Defaults to the pod's. */
    readonly group?: number;

    /** What each path holds: a volume, or one file of it as `<volume>/<file>`. */
    readonly mounts?: Readonly<Record<string, string>>;
}

export interface ContainerArgs extends InitContainerArgs {
    /** Port number of each name; the workload's service offers them all. */
    readonly ports: Readonly<Record<string, number>>;

    /** Whether the container takes requests. */
    readonly readiness: core.v1.Probe;

    /** Whether the container must be restarted. */
    readonly liveness: core.v1.Probe;

    /** How long the container may take to start. Defaults to the liveness probe's own patience. */
    readonly startup?: core.v1.Probe;
}

/** What a path of a container can hold, besides the workload's own storage. */
export type VolumeArgs =
    /** Empty at start, lost with the pod. */
    | { readonly kind: "scratch"; readonly sizeMiB: number }
    /** The same in memory, which counts as the container's: for what must not touch a disk. */
    | { readonly kind: "memory"; readonly sizeMiB: number }
    /** Configuration: the content of each file. */
    | { readonly kind: "files"; readonly files: Readonly<Record<string, string>> }
    /** Objects of the Key Vault as files, through a SecretProviderClass. */
    | { readonly kind: "vault"; readonly secretProviderClass: string };

/** @typeParam C what its containers are: those of a task take no requests. */
export interface PodArgs<C extends InitContainerArgs = ContainerArgs> {
    /** Numeric user and group of every process; fsGroup owns the volumes. */
    readonly user: { readonly uid: number; readonly gid: number; readonly fsGroup: number };
    readonly containers: Readonly<Record<string, C>>;
    readonly initContainers?: Readonly<Record<string, InitContainerArgs>>;
    readonly volumes?: Readonly<Record<string, VolumeArgs>>;

    /** Nodes that it runs on. Defaults to the general ones. */
    readonly pool?: NodePool;

    /** Seconds that it may take to stop by itself, once nobody is sent to it any more. Defaults to 30. */
    readonly shutdownSeconds?: number;

    /** Who keeps a place on a full node. Defaults to `standard`. */
    readonly priority?: Priority;

    /** Of what its secrets hold: pods are replaced when it changes. */
    readonly revision?: string;
}

/** Name of the ConfigMap behind a `files` volume. */
export const configMapName = (workload: string, volume: string) => `${workload}-${volume}`;

/** Volume of a StatefulSet's claim. */
export const DATA_VOLUME = "data";

function volumeOf(workload: string, name: string, volume: VolumeArgs): core.v1.Volume {
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
    }
}

function baseOf(name: string, args: InitContainerArgs, writable: ReadonlySet<string>) {
    const { cpu, memory } = args.compute;
    return {
        name,
        image: args.image,
        ...(args.command === undefined ? {} : { command: [...args.command] }),
        ...(args.args === undefined ? {} : { args: [...args.args] }),
        env: Object.entries(args.env ?? {}).map(([key, value]) => ({ name: key, value })),
        resources: { requests: { cpu, memory }, limits: { cpu, memory } },
        securityContext: {
            allowPrivilegeEscalation: false,
            privileged: false,
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
            ...(args.group !== undefined && { runAsGroup: args.group }),
            capabilities: { drop: ["ALL"] },
        },
        volumeMounts: Object.entries(args.mounts ?? {}).map(([mountPath, source]) => {
            const [volume = source, subPath] = source.split("/", 2);
            return {
                name: volume,
                mountPath,
                ...(subPath === undefined ? {} : { subPath }),
                readOnly: !writable.has(volume),
            };
        }),
    };
}

function containerOf(
    name: string,
    args: InitContainerArgs | ContainerArgs,
    writable: ReadonlySet<string>,
): core.v1.Container {
    const base = baseOf(name, args, writable);
    if (!("ports" in args)) {
        return base;
    }
    return {
        ...base,
        ports: Object.entries(args.ports).map(([portName, containerPort]) => ({
            name: portName,
            containerPort,
        })),
        readinessProbe: args.readiness,
        livenessProbe: args.liveness,
        lifecycle: { preStop: { sleep: { seconds: DRAIN_SECONDS } } },
        ...(args.startup === undefined ? {} : { startupProbe: args.startup }),
    };
}

/** Hash of the configuration files and of the revision: pods are replaced when it changes. */
function configHash({ volumes = {}, revision }: Pick<PodArgs, "volumes" | "revision">): string {
    const files = Object.entries(volumes).flatMap(([name, volume]) =>
        volume.kind === "files" ? [[name, volume.files]] : [],
    );
    return createHash("sha256").update(JSON.stringify({ files, revision })).digest("hex");
}

/** What the mesh's sidecar is given: requests equal limits, as the namespace demands. */
const PROXY_ANNOTATIONS = {
    "sidecar.istio.io/proxyCPU": PROXY.cpu,
    "sidecar.istio.io/proxyCPULimit": PROXY.cpu,
    "sidecar.istio.io/proxyMemory": PROXY.memory,
    "sidecar.istio.io/proxyMemoryLimit": PROXY.memory,
};

const isWritable = (volume: VolumeArgs | undefined) =>
    volume?.kind === "scratch" || volume?.kind === "memory";

/** Evenly over the zones, and over the nodes as far as can be, or else on so many of them at least. */
function spreadOf(selector: Readonly<Record<string, string>>, leastNodes: number) {
    const evenly = {
        maxSkew: 1,
        // A zone whose nodes all turn pods away is none: those of a lost zone find a place in the others.
        nodeTaintsPolicy: "Honor",
        labelSelector: { matchLabels: selector },
        // The pods that an update is about to end do not count. Those of a StatefulSet lack the label, and all count.
        matchLabelKeys: ["pod-template-hash"],
    };
    return [
        { ...evenly, topologyKey: "topology.kubernetes.io/zone", whenUnsatisfiable: "DoNotSchedule" },
        {
            ...evenly,
            topologyKey: "kubernetes.io/hostname",
            ...(leastNodes > 1
                ? // A pool of fewer nodes gets another one.
                  { whenUnsatisfiable: "DoNotSchedule", minDomains: leastNodes }
                : { whenUnsatisfiable: "ScheduleAnyway" }),
        },
    ];
}

export interface PodTemplateArgs extends PodArgs<InitContainerArgs> {
    /** Nodes that its replicas must be spread over at least. Defaults to 1. */
    readonly leastNodes?: number;
}

/** The pod template of a workload: whatever the arguments, it meets the "restricted" Pod Security Standard. */
export function podTemplate(
    workload: string,
    labels: Readonly<Record<string, string>>,
    selector: Readonly<Record<string, string>>,
    args: PodTemplateArgs,
) {
    const volumes = args.volumes ?? {};
    const writable = new Set([
        DATA_VOLUME,
        ...Object.keys(volumes).filter((name) => isWritable(volumes[name])),
    ]);
    return {
        metadata: {
            labels,
            annotations: { "audioprothese/config-sha256": configHash(args), ...PROXY_ANNOTATIONS },
        },
        spec: {
            serviceAccountName: workload,
            automountServiceAccountToken: false,
            enableServiceLinks: false,
            securityContext: {
                runAsNonRoot: true,
                runAsUser: args.user.uid,
                runAsGroup: args.user.gid,
                fsGroup: args.user.fsGroup,
                fsGroupChangePolicy: "OnRootMismatch",
                seccompProfile: { type: "RuntimeDefault" },
            },
            topologySpreadConstraints: spreadOf(selector, args.leastNodes ?? 1),
            priorityClassName: PRIORITIES[args.priority ?? "standard"].className,
            ...placedOn(args.pool ?? "general"),
            terminationGracePeriodSeconds: graceSeconds(args),
            initContainers: Object.entries(args.initContainers ?? {}).map(([name, container]) =>
                baseOf(name, container, writable),
            ),
            containers: Object.entries(args.containers).map(([name, container]) =>
                containerOf(name, container, writable),
            ),
            volumes: Object.entries(volumes).map(([name, volume]) => volumeOf(workload, name, volume)),
        },
    };
}
