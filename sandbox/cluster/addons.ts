import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { parse } from "yaml";

import type { Api, KubernetesObject } from "./api";
import { DISK_PROVISIONER } from "./azure-disks";
import { ApiError, isTrue } from "./kubernetes-object";
import { untilAll } from "./until-all";

const FIELD_MANAGER = "sandbox-addons";

/** How long discovery may take to name a kind that is established, and how often it is asked. */
const SERVED_MS = 30_000;
const POLL_MS = 50;

const DEFINITIONS = "/apis/apiextensions.k8s.io/v1/customresourcedefinitions";

/** Namespaces that the service mesh's add-on makes. */
const NAMESPACES = ["aks-istio-system", "aks-istio-ingress"];

/**
 * Puts into a new cluster what AKS and its add-ons put into theirs, as far as the platform leans on it: the definitions
 * of their kinds, their namespaces, the class of gateways, the drivers of volumes. None of the add-ons runs.
 */
export async function installAddons(api: Api, definitions: string): Promise<void> {
    await defineKinds(api, [
        ...(JSON.parse(await readFile(definitions, "utf8")) as KubernetesObject[]),
        // Its module is not to be had; the kind has the fields of the original, and refuses others.
        parse(
            await readFile(join(__dirname, "crds", "secret-provider-class.yaml"), "utf8"),
        ) as KubernetesObject,
    ]);
    await Promise.all(
        [
            ...NAMESPACES.map((name) => ({ apiVersion: "v1", kind: "Namespace", metadata: { name } })),
            gatewayClass(),
            csiDriver(DISK_PROVISIONER, { attachRequired: true, podInfoOnMount: false }),
            csiDriver("secrets-store.csi.k8s.io", {
                attachRequired: false,
                podInfoOnMount: true,
                volumeLifecycleModes: ["Ephemeral"],
            }),
        ].map((object) => api.apply(object, { fieldManager: FIELD_MANAGER })),
    );
}

/** Defines kinds, and waits until the API has them all. */
async function defineKinds(api: Api, definitions: readonly KubernetesObject[]): Promise<void> {
    await Promise.all(definitions.map((definition) => api.create(DEFINITIONS, definition)));
    const names = definitions.map(({ metadata }) => metadata.name);
    await untilAll(api, DEFINITIONS, names, (object) => isTrue(object, "Established"));
    await Promise.all(definitions.map(({ spec }) => untilServed(api, spec as Definition)));
}

/** What a definition says of its kind. */
interface Definition {
    readonly group: string;
    readonly names: { readonly kind: string };
    readonly versions: readonly { readonly name: string }[];
}

/** Waits until discovery names a kind, a moment after its definition is established. */
async function untilServed(api: Api, { group, names, versions }: Definition): Promise<void> {
    const version = versions[0]?.name ?? "";
    const deadline = performance.now() + SERVED_MS;
    for (;;) {
        try {
            await api.collectionPath(`${group}/${version}`, names.kind);
            return;
        } catch (error) {
            if (!(error instanceof ApiError) || performance.now() > deadline) {
                throw error;
            }
            await wait(POLL_MS);
        }
    }
}

function gatewayClass(): KubernetesObject {
    return {
        apiVersion: "gateway.networking.k8s.io/v1",
        kind: "GatewayClass",
        metadata: { name: "istio" },
        spec: { controllerName: "istio.io/gateway-controller" },
    };
}

function csiDriver(name: string, spec: object): KubernetesObject {
    return { apiVersion: "storage.k8s.io/v1", kind: "CSIDriver", metadata: { name }, spec };
}
