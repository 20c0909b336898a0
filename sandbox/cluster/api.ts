import { Agent, request, type RequestOptions } from "node:https";
import type { IncomingMessage } from "node:http";
import { createInterface } from "node:readline";

import { UserError } from "../user-error";
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

/** Milliseconds that the API server may take to begin an answer. */
const ANSWER_MS = 30_000;

type Query = Readonly<Record<string, string | undefined>>;

interface Answer {
    readonly body: unknown;
    readonly warnings: readonly string[];
}

/**
 * The API of a Kubernetes cluster. Paths are those of the API: "/api/v1/namespaces/openmrs/pods/backend-0".
 *
 * A refusal is an ApiError with the server's own words; a server that does not answer is a UserError.
 */
export class Api {
    private readonly agent: Agent;
    private readonly kinds: KindPaths;

    public constructor(private readonly credentials: Credentials) {
        const { authority: ca, certificate: cert, key } = credentials;
        this.agent = new Agent({ ca, cert, key, keepAlive: true });
        this.kinds = kindPaths((path) => this.get(path));
    }

    /** The API of the cluster that a kubeconfig leads to. */
    public static of(kubeconfig: string): Api {
        return new Api(parseKubeconfig(kubeconfig));
    }

    /** What is at a path; undefined when there is no object of that name. Throws for a kind that the server lacks. */
    public async get(path: string): Promise<KubernetesObject | undefined> {
        return await unlessAbsent(async () => (await this.send("GET", path)).body as KubernetesObject);
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
        const { body, warnings } = await this.send(
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
        return (await this.send("POST", path, { fieldValidation: "Strict" }, content))
            .body as KubernetesObject;
    }

    /** Changes the given fields of an object and leaves the rest; null removes a field. */
    public async merge(path: string, patch: object): Promise<KubernetesObject> {
        const content = { type: "application/merge-patch+json", body: patch };
        return (await this.send("PATCH", path, { fieldValidation: "Strict" }, content))
            .body as KubernetesObject;
    }

    /** Asks for an object's end, and that of what it owns; its absence is none of a fault. Finalizers may delay the end. */
    public async delete(path: string): Promise<void> {
        await unlessAbsent(() => this.send("DELETE", path, { propagationPolicy: "Background" }));
    }

    public async list(path: string, selection: Selection = {}): Promise<KubernetesList> {
        const body = (await this.send("GET", path, { ...selection })).body as {
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
        let lines: AsyncIterable<string>;
        try {
            const response = await this.open("GET", path, { ...query, watch: "true" }, undefined, signal);
            if (response.statusCode !== 200) {
                throw errorOf(response.statusCode ?? 0, await text(response));
            }
            lines = createInterface({ input: response, crlfDelay: Infinity });
            for await (const line of lines) {
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
        while (!signal.aborted) {
            const list = await this.list(path, selection);
            for (const object of list.items) {
                yield { type: "ADDED", object };
            }
            let resourceVersion = list.resourceVersion;
            try {
                while (!signal.aborted) {
                    for await (const event of this.watch(path, { ...options, resourceVersion })) {
                        resourceVersion = event.object.metadata.resourceVersion ?? resourceVersion;
                        yield event;
                    }
                }
            } catch (error) {
                if (!(error instanceof ApiError && error.code === 410)) {
                    throw error;
                }
            }
        }
    }

    /** What a path that is no object answers, such as "/readyz" or "/metrics". */
    public async text(path: string): Promise<string> {
        const response = await this.open("GET", path, {});
        const body = await text(response);
        if (response.statusCode !== 200) {
            throw errorOf(response.statusCode ?? 0, body);
        }
        return body;
    }

    /** Ends the connections; the API can then be asked nothing. */
    public close(): void {
        this.agent.destroy();
    }

    private async send(
        method: string,
        path: string,
        query: Query = {},
        content?: { readonly type: string; readonly body: object },
    ): Promise<Answer> {
        const response = await this.open(method, path, query, content);
        const body = await text(response);
        const code = response.statusCode ?? 0;
        if (code < 200 || code > 299) {
            throw errorOf(code, body);
        }
        return { body: JSON.parse(body), warnings: warningsOf(response) };
    }

    private open(
        method: string,
        path: string,
        query: Query,
        content?: { readonly type: string; readonly body: object },
        signal?: AbortSignal,
    ): Promise<IncomingMessage> {
        const url = new URL(path, this.credentials.server);
        for (const [key, value] of Object.entries(query)) {
            if (value !== undefined) {
                url.searchParams.set(key, value);
            }
        }
        const options: RequestOptions = {
            method,
            agent: this.agent,
            headers: { accept: "application/json", ...(content && { "content-type": content.type }) },
            ...(signal && { signal }),
        };
        return new Promise((resolve, reject) => {
            const outgoing = request(url, options, (response) => {
                clearTimeout(timeout);
                resolve(response);
            });
            const timeout = setTimeout(() => {
                outgoing.destroy(new Error(`nothing in ${String(ANSWER_MS / 1000)} s`));
            }, ANSWER_MS);
            outgoing.once("error", (error) => {
                clearTimeout(timeout);
                reject(
                    new UserError(
                        `cluster: expected an answer from ${this.credentials.server}, got ${error.message}; ` +
                            'see "npm run cluster -- status"',
                    ),
                );
            });
            outgoing.end(content && JSON.stringify(content.body));
        });
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

async function text(response: IncomingMessage): Promise<string> {
    response.setEncoding("utf8");
    let body = "";
    for await (const part of response) {
        body += part as string;
    }
    return body;
}

function errorOf(code: number, body: string): ApiError {
    try {
        return new ApiError(code, JSON.parse(body) as Status);
    } catch {
        return new ApiError(code, { kind: "Status", message: body.trim() });
    }
}

/** The texts of `Warning` headers, each `299 - "text"`. */
function warningsOf(response: IncomingMessage): readonly string[] {
    const header = response.headers.warning ?? "";
    return [...header.matchAll(/299 \S+ "((?:[^"\\]|\\.)*)"/g)].map(([, warning = ""]) =>
        warning.replace(/\\(.)/g, "$1"),
    );
}
