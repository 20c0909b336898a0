import { createHash } from "node:crypto";
import type { core } from "@pulumi/kubernetes/types/input";
import { apiAccessMount, apiAccessVolume, type ApiRights } from "./api-rights";
import { type NodePool, onEveryNode, placedOn } from "./placement";
import { PRIORITIES, type Priority } from "./priority";
import { DRAIN_SECONDS, graceSeconds } from "./turnover";
import { mountOf, type VolumeArgs, volumeOf } from "./volumes";

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

    /** Field of the pod that each further variable takes, such as spec.nodeName. */
    readonly fieldEnv?: Readonly<Record<string, string>>;

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

    /** What it may ask of the cluster's API, with a token of an hour where clients look for it. Defaults to nothing. */
    readonly apiRights?: ApiRights;

    /** Of what its secrets hold: pods are replaced when it changes. */
    readonly revision?: string;
}

type Volumes = Readonly<Record<string, VolumeArgs>>;

function baseOf(name: string, args: InitContainerArgs, volumes: Volumes) {
    const { cpu, memory } = args.compute;
    return {
        name,
        image: args.image,
        ...(args.command === undefined ? {} : { command: [...args.command] }),
        ...(args.args === undefined ? {} : { args: [...args.args] }),
        env: [
            // First: as $(NAME), a variable may use those before it.
            ...Object.entries(args.fieldEnv ?? {}).map(([key, fieldPath]) => ({
                name: key,
                valueFrom: { fieldRef: { fieldPath } },
            })),
            ...Object.entries(args.env ?? {}).map(([key, value]) => ({ name: key, value })),
        ],
        resources: { requests: { cpu, memory }, limits: { cpu, memory } },
        securityContext: {
            allowPrivilegeEscalation: false,
            privileged: false,
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
            ...(args.group !== undefined && { runAsGroup: args.group }),
            capabilities: { drop: ["ALL"] },
        },
        volumeMounts: Object.entries(args.mounts ?? {}).map(([mountPath, source]) =>
            mountOf(volumes, mountPath, source),
        ),
    };
}

function containerOf(name: string, args: InitContainerArgs | ContainerArgs, volumes: Volumes) {
    const base = baseOf(name, args, volumes);
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
    /** Nodes that its replicas must be spread over at least, or "every" for one on each. Defaults to 1. */
    readonly nodes?: number | "every";
}

/** The pod template of a workload: but for a directory of the node, it meets the "restricted" Pod Security Standard. */
export function podTemplate(
    workload: string,
    labels: Readonly<Record<string, string>>,
    selector: Readonly<Record<string, string>>,
    args: PodTemplateArgs,
) {
    const { volumes = {}, nodes = 1, apiRights } = args;
    const containers = Object.entries(args.containers).map(([name, container]) =>
        containerOf(name, container, volumes),
    );
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
            priorityClassName: PRIORITIES[args.priority ?? "standard"].className,
            ...(nodes === "every"
                ? onEveryNode
                : {
                      topologySpreadConstraints: spreadOf(selector, nodes),
                      ...placedOn(args.pool ?? "general"),
                  }),
            terminationGracePeriodSeconds: graceSeconds(args),
            initContainers: Object.entries(args.initContainers ?? {}).map(([name, container]) =>
                baseOf(name, container, volumes),
            ),
            containers:
                apiRights === undefined
                    ? containers
                    : containers.map((container) => ({
                          ...container,
                          volumeMounts: [...container.volumeMounts, apiAccessMount],
                      })),
            volumes: [
                ...Object.entries(volumes).map(([name, volume]) => volumeOf(workload, name, volume)),
                ...(apiRights === undefined ? [] : [apiAccessVolume]),
            ],
        },
    };
}
