import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";

import type { Api, KubernetesObject } from "./api";
import { DISK_PROVISIONER } from "./azure-disks";
import { isTrue } from "./kubernetes-object";
import { untilAll } from "./until-all";

const FIELD_MANAGER = "sandbox-addons";

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
