import type { IncomingMessage } from "node:http";
import { Agent, request, type RequestOptions } from "node:https";

import { UserError } from "../user-error";
import type { Credentials } from "./kubeconfig";
import { ApiError, type Status } from "./kubernetes-object";

export type Query = Readonly<Record<string, string | undefined>>;

/** A body, and the media type to send it as; all of them are JSON. */
export interface Content {
    readonly type: string;
    readonly body: object;
}

export interface Answer {
    readonly body: unknown;
    readonly warnings: readonly string[];
}

/** Milliseconds that the API server may take to begin an answer. */
const ANSWER_MS = 30_000;

/** Milliseconds for which an idle connection is kept; the server closes it after 90 seconds, perhaps as it is used. */
const IDLE_MS = 30_000;

/** HTTPS to an API server, which both ends prove themselves on; a server that does not answer is a UserError. */
export class Connection {
    private readonly agent: Agent;

    public constructor(private readonly credentials: Credentials) {
        const { authority: ca, certificate: cert, key } = credentials;
        this.agent = new Agent({ ca, cert, key, keepAlive: true, timeout: IDLE_MS });
    }

    /** Asks, and gives the JSON that is answered. Throws an ApiError for a refusal. */
    public async send(method: string, path: string, query: Query = {}, content?: Content): Promise<Answer> {
        const response = await this.open(method, path, query, content);
        return { body: JSON.parse(await this.read(response)), warnings: warningsOf(response) };
    }

    /** The text at a path. */
    public async text(path: string): Promise<string> {
        return await this.read(await this.open("GET", path, {}));
    }

    /** The lines at a path as they come, until the server or the signal ends them; the signal does it with an error. */
    public async *lines(path: string, query: Query, signal: AbortSignal): AsyncGenerator<string, void> {
        const response = await this.open("GET", path, query, undefined, signal);
        let rest = "";
        try {
            for await (const part of response.setEncoding("utf8")) {
                const [first = "", ...others] = (part as string).split("\n");
                rest += first;
                for (const other of others) {
                    yield rest;
                    rest = other;
                }
            }
        } catch (error) {
            throw this.silence(error as Error);
        }
    }

    public close(): void {
        this.agent.destroy();
    }

    private async open(
        method: string,
        path: string,
        query: Query,
        content?: Content,
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
        const response = await new Promise<IncomingMessage>((resolve, reject) => {
            const outgoing = request(url, options, (incoming) => {
                clearTimeout(timeout);
                resolve(incoming);
            });
            const timeout = setTimeout(() => {
                outgoing.destroy(new Error(`nothing in ${String(ANSWER_MS / 1000)} s`));
            }, ANSWER_MS);
            outgoing.on("error", (error) => {
                clearTimeout(timeout);
                reject(this.silence(error));
            });
            outgoing.end(content && JSON.stringify(content.body));
        });
        const code = response.statusCode ?? 0;
        if (code < 200 || code > 299) {
            throw errorOf(code, await this.read(response));
        }
        return response;
    }

    private async read(response: IncomingMessage): Promise<string> {
        try {
            return (await response.setEncoding("utf8").toArray()).join("");
        } catch (error) {
            throw this.silence(error as Error);
        }
    }

    private silence(error: Error): UserError {
        return new UserError(
            `cluster: expected an answer from ${this.credentials.server}, got "${error.message}"; ` +
                'see "npm run cluster -- status"',
        );
    }
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
