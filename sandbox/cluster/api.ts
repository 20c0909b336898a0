import { Connection } from "./connection";
import { kindPaths, type KindPaths } from "./kinds";
import { parseKubeconfig, type Credentials } from "./kubeconfig";
import {
    ApiError,
    type KubernetesList,
    type KubernetesObject,
    type Status,
    type WatchEvent,
} from "./kubernetes-object";

export { ApiError, type KubernetesList, type KubernetesObject, type Status, type WatchEvent };

/** How an object is applied. */
export interface ApplyOptions {
    /** Who owns the fields that are applied. */
    readonly fieldManager: string;
    /** Validate and admit only, and store nothing. Defaults to false. */
    readonly dryRun?: boolean;
    /** Take fields from other managers instead of failing with a conflict. Defaults to false. */
    readonly force?: boolean;
    /** Such as "status". Defaults to the object itself. */
    readonly subresource?: string;
}

/** An object as the server has it, and what the server warned of. */
export interface Applied {
    readonly object: KubernetesObject;
    readonly warnings: readonly string[];
}

/** Which objects of a collection. */
export interface Selection {
    readonly labelSelector?: string;
    /** Such as "metadata.name=openmrs". */
    readonly fieldSelector?: string;
}

/**
 * The API of a Kubernetes cluster. Paths are those of the API: "/api/v1/namespaces/openmrs/pods/backend-0".
 *
 * A refusal is an ApiError with the server's own words; a server that does not answer is a UserError.
 */
export class Api {
    private readonly connection: Connection;
    private readonly kinds: KindPaths;

    public constructor(credentials: Credentials) {
        this.connection = new Connection(credentials);
        this.kinds = kindPaths((path) => this.get(path));
    }

    /** The API of the cluster that a kubeconfig leads to. */
    public static of(kubeconfig: string): Api {
        return new Api(parseKubeconfig(kubeconfig));
    }

    /** What is at a path; undefined when there is no object of that name. Throws for a kind that the server lacks. */
    public async get(path: string): Promise<KubernetesObject | undefined> {
        return await unlessAbsent(
            async () => (await this.connection.send("GET", path)).body as KubernetesObject,
        );
    }

    /** The path of an object, from its kind, namespace ("default" when it has none) and name. */
    public pathOf(object: Pick<KubernetesObject, "apiVersion" | "kind" | "metadata">): Promise<string> {
        return this.kinds.objectPath(object);
    }

    /** The path of a kind's collection: in a namespace, or in all of them. */
    public collectionPath(apiVersion: string, kind: string, namespace?: string): Promise<string> {
        return this.kinds.collectionPath(apiVersion, kind, namespace);
    }

    /** Server-side apply, strictly: a field that the kind does not have is refused. */
    public async apply(object: KubernetesObject, options: ApplyOptions): Promise<Applied> {
        const path = await this.pathOf(object);
        const { body, warnings } = await this.connection.send(
            "PATCH",
            options.subresource === undefined ? path : `${path}/${options.subresource}`,
            {
                fieldManager: options.fieldManager,
                fieldValidation: "Strict",
                force: options.force === true ? "true" : undefined,
                dryRun: options.dryRun === true ? "All" : undefined,
            },
            { type: "application/apply-patch+yaml", body: object },
        );
        return { object: body as KubernetesObject, warnings };
    }

    /** Posts to a collection, or to a subresource such as a pod's "eviction". */
    public async create(path: string, object: object): Promise<KubernetesObject> {
        const content = { type: "application/json", body: object };
        return (await this.connection.send("POST", path, { fieldValidation: "Strict" }, content))
            .body as KubernetesObject;
    }

    /** Changes the given fields of an object and leaves the rest; null removes a field. */
    public async merge(path: string, patch: object): Promise<KubernetesObject> {
        const content = { type: "application/merge-patch+json", body: patch };
        return (await this.connection.send("PATCH", path, { fieldValidation: "Strict" }, content))
            .body as KubernetesObject;
    }

    /**
     * Asks for an object's end; its absence is none of a fault. Finalizers may delay the end.
     *
     * @param propagation When what it owns ends: "Background" after it, "Foreground" before it, "Orphan" never.
     */
    public async delete(
        path: string,
        propagation: "Background" | "Foreground" | "Orphan" = "Background",
    ): Promise<void> {
        await unlessAbsent(() => this.connection.send("DELETE", path, { propagationPolicy: propagation }));
    }

    public async list(path: string, selection: Selection = {}): Promise<KubernetesList> {
        const body = (await this.connection.send("GET", path, { ...selection })).body as {
            readonly apiVersion: string;
            readonly kind: string;
            readonly metadata: { readonly resourceVersion: string };
            readonly items: readonly Omit<KubernetesObject, "apiVersion" | "kind">[] | null;
        };
        // The items of a list of a built-in kind do not repeat the kind.
        const { apiVersion } = body;
        const kind = body.kind.replace(/List$/, "");
        return {
            items: (body.items ?? []).map((item) => ({ apiVersion, kind, ...item }) as KubernetesObject),
            resourceVersion: body.metadata.resourceVersion,
        };
    }

    /**
     * The changes of a collection after a version of the store, until the signal, or the server, which does so every few
     * minutes, ends them. Throws an ApiError with code 410 when that version is too old: list anew.
     */
    public async *watch(
        path: string,
        options: Selection & { readonly resourceVersion: string; readonly signal: AbortSignal },
    ): AsyncGenerator<WatchEvent, void> {
        const { signal, ...query } = options;
        try {
            for await (const line of this.connection.lines(path, { ...query, watch: "true" }, signal)) {
                const event = JSON.parse(line) as WatchEvent | { type: "ERROR"; object: Status };
                if (event.type === "ERROR") {
                    throw new ApiError(event.object.code ?? 500, event.object);
                }
                yield event;
            }
        } catch (error) {
            if (!signal.aborted) {
                throw error;
            }
        }
    }

    /**
     * The objects of a collection as they are, as ADDED, and then every change, until the signal. An object may come
     * again unchanged.
     */
    public async *follow(
        path: string,
        options: Selection & { readonly signal: AbortSignal },
    ): AsyncGenerator<WatchEvent, void> {
        const { signal, ...selection } = options;
        let resourceVersion: string | undefined;
        while (!signal.aborted) {
            if (resourceVersion === undefined) {
                const list = await this.list(path, selection);
                resourceVersion = list.resourceVersion;
                for (const object of list.items) {
                    yield { type: "ADDED", object };
                }
            }
            try {
                for await (const event of this.watch(path, { ...options, resourceVersion })) {
                    resourceVersion = event.object.metadata.resourceVersion ?? resourceVersion;
                    yield event;
                }
            } catch (error) {
                if (!(error instanceof ApiError && error.code === 410)) {
                    throw error;
                }
                resourceVersion = undefined;
            }
        }
    }

    /** What a path that is no object answers, such as "/readyz" or "/metrics". */
    public text(path: string): Promise<string> {
        return this.connection.text(path);
    }

    /** Ends the connections; the API can then be asked nothing. */
    public close(): void {
        this.connection.close();
    }
}

/** Undefined where the server says that there is no object of that name; it says otherwise of a kind that it lacks. */
async function unlessAbsent<Value>(act: () => Promise<Value>): Promise<Value | undefined> {
    try {
        return await act();
    } catch (error) {
        if (error instanceof ApiError && error.code === 404 && error.status.details?.name !== undefined) {
            return undefined;
        }
        throw error;
    }
}
