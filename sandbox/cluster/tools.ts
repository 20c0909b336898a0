import { createHash, randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { arch, platform } from "node:os";
import { basename, dirname, join } from "node:path";
import { parseAllDocuments } from "yaml";

import { startGoBuild, userCache, type BuildOptions, type GoBuild } from "../go-build";
import { UserError } from "../user-error";
import { identify } from "./processes";

/** A custom resource definition. */
interface Definition {
    readonly apiVersion: string;
    readonly kind: string;
    readonly metadata: { readonly name: string };
    readonly spec: { readonly versions: readonly { readonly served: boolean }[] };
}

/** What control-plane/go.mod and kwok/go.mod pin. */
export const VERSIONS = { kubernetes: "1.34.3", etcd: "3.6.5", kwok: "0.7.0" } as const;

const CONTROL_PLANE = join(__dirname, "control-plane");
const KWOK = join(__dirname, "kwok");
const CRDS = join(__dirname, "crds");

/** The least version of Go that the modules ask for. */
export const GO_VERSION = "1.26";

/** Where the definitions of the kinds that AKS and its add-ons bring are, in the modules that crds/go.mod pins. */
export const DEFINITION_FILES: Readonly<Record<string, readonly string[]>> = {
    "sigs.k8s.io/gateway-api": ["gatewayclasses", "gateways", "tlsroutes"].map(
        (kind) => `config/crd/standard/gateway.networking.k8s.io_${kind}.yaml`,
    ),
    "istio.io/api": ["kubernetes/customresourcedefinitions.gen.yaml"],
    "k8s.io/autoscaler/vertical-pod-autoscaler": ["deploy/vpa-v1-crd-gen.yaml"],
    "github.com/cilium/cilium": ["pkg/k8s/apis/cilium.io/client/crds/v2/ciliumnetworkpolicies.yaml"],
};

/** Those of them that the platform applies: the API server takes time and memory for every other. */
const KINDS: readonly string[] = [
    "authorizationpolicies.security.istio.io",
    "ciliumnetworkpolicies.cilium.io",
    "gatewayclasses.gateway.networking.k8s.io",
    "gateways.gateway.networking.k8s.io",
    "peerauthentications.security.istio.io",
    "serviceentries.networking.istio.io",
    "sidecars.networking.istio.io",
    "tlsroutes.gateway.networking.k8s.io",
    "verticalpodautoscalers.autoscaling.k8s.io",
];

/** What kwok makes of nodes and pods, in its module: ready at once, alive by their leases, gone when deleted. */
export const STAGE_FILES: Readonly<Record<string, readonly string[]>> = {
    "sigs.k8s.io/kwok": [
        "node/fast/node-initialize",
        "node/heartbeat-with-lease/node-heartbeat-with-lease",
        "pod/fast/pod-complete",
        "pod/fast/pod-delete",
        "pod/fast/pod-ready",
    ].map((stage) => `kustomize/stage/${stage}.yaml`),
};

const STRIPPED = "-s -w";

/** What a build leaves in its folder. */
const FILES = {
    etcd: "etcd",
    apiServer: "kube-apiserver",
    controllerManager: "kube-controller-manager",
    scheduler: "kube-scheduler",
    kwok: "kwok",
    /** kwok's stages. */
    stages: "stages.yaml",
    /** The custom resource definitions, as an array. */
    definitions: "definitions.json",
} as const;

/** Paths of the programs of a cluster, and of the files that they need. */
export type Tools = Readonly<Record<keyof typeof FILES, string>>;

/** The cluster's programs, built from Go modules into the user's cache if they are not there yet. */
export async function clusterTools(env: NodeJS.ProcessEnv, options: BuildOptions): Promise<Tools> {
    const folder = cachePath(env);
    const paths = Object.entries(FILES).map(([name, file]) => [name, join(folder, file)] as const);
    if (!paths.every(([, path]) => existsSync(path))) {
        await removeUnfinished(folder);
        await build(folder, env, options);
    }
    return Object.fromEntries(paths) as Tools;
}

/** A folder for each set of pins and way to build, so that what an older clone has built serves that clone alone. */
function cachePath(env: NodeJS.ProcessEnv): string {
    const making = createHash("sha256").update(readFileSync(__filename));
    for (const directory of [CONTROL_PLANE, KWOK, CRDS]) {
        making.update(readFileSync(join(directory, "go.sum")));
    }
    const digest = making.digest("hex").slice(0, 8);
    return join(userCache(env), "cluster", `v${VERSIONS.kubernetes}-${digest}-${platform()}-${arch()}`);
}

/** Removes a build of which files are gone, and what killed commands left of theirs. */
async function removeUnfinished(folder: string): Promise<void> {
    const cache = dirname(folder);
    await mkdir(cache, { recursive: true });
    for (const name of await readdir(cache)) {
        const [, pid] = /\.(\d+)\.[-0-9a-f]{36}$/.exec(name) ?? [];
        if (name === basename(folder) || (pid !== undefined && (await identify(Number(pid))) === undefined)) {
            await rm(join(cache, name), { recursive: true, force: true });
        }
    }
}

/** Builds in a folder beside, which takes its name when it is whole. */
async function build(folder: string, env: NodeJS.ProcessEnv, options: BuildOptions): Promise<void> {
    const temporary = `${folder}.${String(process.pid)}.${randomUUID()}`;
    const building = startGoBuild(`Kubernetes ${VERSIONS.kubernetes}`, env, options);
    options.log(
        `${building.subject}: its programs are built from Go modules, once. This takes about 5 minutes.`,
    );
    await mkdir(temporary);
    try {
        for (const directory of [CONTROL_PLANE, KWOK, CRDS]) {
            await building.run(directory, ["mod", "download"], "downloading modules");
        }
        await compile(building, CONTROL_PLANE, temporary, [
            "go.etcd.io/etcd/server/v3",
            "k8s.io/kubernetes/cmd/kube-apiserver",
            "k8s.io/kubernetes/cmd/kube-controller-manager",
            "k8s.io/kubernetes/cmd/kube-scheduler",
        ]);
        await rename(join(temporary, "server"), join(temporary, FILES.etcd));
        await compile(building, KWOK, temporary, ["sigs.k8s.io/kwok/cmd/kwok"]);
        const stages = await collect(building, KWOK, STAGE_FILES);
        await writeFile(join(temporary, FILES.stages), stages.join("\n---\n"));
        const definitions = (await collect(building, CRDS, DEFINITION_FILES)).flatMap(definitionsIn);
        await writeFile(join(temporary, FILES.definitions), JSON.stringify(definitions, withoutProse));
        await rename(temporary, folder);
    } catch (error) {
        if (error instanceof UserError) {
            throw new UserError(
                `${building.subject}: ${error.message}; install Go ${GO_VERSION} or later (https://go.dev/dl/) and let it reach its module proxy`,
            );
        }
        // Another command has built the same meanwhile.
        if (!["ENOTEMPTY", "EEXIST"].includes((error as NodeJS.ErrnoException).code ?? "")) {
            throw error;
        }
    } finally {
        await rm(temporary, { recursive: true, force: true });
    }
    options.log(`${building.subject}: built in ${building.elapsed()}.`);
}

/** The definitions of the platform's kinds in a file of YAML documents, each with the first version that it serves alone. */
function definitionsIn(text: string): readonly object[] {
    return parseAllDocuments(text)
        .map((document) => document.toJS() as Definition | null)
        .filter((object) => object !== null)
        .filter(({ kind, metadata }) => kind === "CustomResourceDefinition" && KINDS.includes(metadata.name))
        .map(({ apiVersion, kind, metadata, spec }) => {
            const version = spec.versions.find(({ served }) => served);
            return {
                apiVersion,
                kind,
                metadata,
                spec: { ...spec, versions: [{ ...version, storage: true }] },
            };
        });
}

/** Leaves out what a schema says to a reader, two thirds of it, which the API server would keep in memory. */
function withoutProse(key: string, value: unknown): unknown {
    return key === "description" && typeof value === "string" ? undefined : value;
}

async function compile(
    building: GoBuild,
    directory: string,
    folder: string,
    packages: readonly string[],
): Promise<void> {
    // The programs say this version, by which clients decide what a cluster can do.
    const version = `-X k8s.io/component-base/version.gitVersion=v${VERSIONS.kubernetes}`;
    await building.run(
        directory,
        ["build", "-trimpath", "-ldflags", `${STRIPPED} ${version}`, "-o", `${folder}/`, ...packages],
        `compiling ${packages.map((name) => basename(name)).join(", ")}`,
    );
}

/** The texts of files of modules. */
async function collect(
    building: GoBuild,
    directory: string,
    files: Readonly<Record<string, readonly string[]>>,
): Promise<readonly string[]> {
    const texts: string[] = [];
    for (const [module, paths] of Object.entries(files)) {
        const root = await building.run(directory, ["list", "-m", "-f", "{{.Dir}}", module], "collecting");
        for (const path of paths) {
            texts.push(await readFile(join(root.trim(), path), "utf8"));
        }
    }
    return texts;
}
