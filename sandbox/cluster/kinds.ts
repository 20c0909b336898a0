import { ApiError, type KubernetesObject } from "./kubernetes-object";

/** Where the API has the objects of a kind. */
export interface KindPaths {
    objectPath(object: Pick<KubernetesObject, "apiVersion" | "kind" | "metadata">): Promise<string>;
    collectionPath(apiVersion: string, kind: string, namespace?: string): Promise<string>;
}

/** A kind as the server's discovery has it. */
interface Resource {
    /** "deployments"; "deployments/scale" for a subresource. */
    readonly name: string;
    readonly kind: string;
    readonly namespaced: boolean;
}

/** Finds paths by asking the server which kinds it has, once for each group and version, and again for a kind not seen. */
export function kindPaths(get: (path: string) => Promise<unknown>): KindPaths {
    const known = new Map<string, Promise<readonly Resource[]>>();

    const discover = (apiVersion: string): Promise<readonly Resource[]> => {
        const resources = get(root(apiVersion)).then(
            (list) => (list as { readonly resources: readonly Resource[] }).resources,
        );
        known.set(apiVersion, resources);
        resources.catch(() => known.delete(apiVersion));
        return resources;
    };

    const find = (resources: readonly Resource[], kind: string): Resource | undefined =>
        resources.find((resource) => resource.kind === kind && !resource.name.includes("/"));

    const resourceOf = async (apiVersion: string, kind: string): Promise<Resource> => {
        const resource =
            find((await known.get(apiVersion)) ?? [], kind) ??
            find(await discover(apiVersion).catch(noneWhenUnknown), kind);
        if (resource === undefined) {
            const message = `no matches for kind "${kind}" in version "${apiVersion}"`;
            throw new ApiError(404, { kind: "Status", reason: "NotFound", message });
        }
        return resource;
    };

    return {
        objectPath: async ({ apiVersion, kind, metadata }) => {
            const { name, namespaced } = await resourceOf(apiVersion, kind);
            const scope = namespaced ? `/namespaces/${metadata.namespace ?? "default"}` : "";
            return `${root(apiVersion)}${scope}/${name}/${metadata.name}`;
        },
        collectionPath: async (apiVersion, kind, namespace) => {
            const { name, namespaced } = await resourceOf(apiVersion, kind);
            const scope = namespaced && namespace !== undefined ? `/namespaces/${namespace}` : "";
            return `${root(apiVersion)}${scope}/${name}`;
        },
    };
}

/** "/api/v1" for the core group, "/apis/GROUP/VERSION" for the others. */
function root(apiVersion: string): string {
    return apiVersion.includes("/") ? `/apis/${apiVersion}` : `/api/${apiVersion}`;
}

/** A group that the server does not have at all. */
function noneWhenUnknown(error: unknown): readonly Resource[] {
    if (error instanceof ApiError && error.code === 404) {
        return [];
    }
    throw error;
}
