import { parse, stringify } from "yaml";
import { z } from "zod";

import { UserError } from "../user-error";

/** Where an API server is, whom it must be, and who asks; certificates and key in PEM. */
export interface Credentials {
    /** "https://127.0.0.1:6443". */
    readonly server: string;
    readonly authority: string;
    readonly certificate: string;
    readonly key: string;
}

const base64 = z.string().transform((text) => Buffer.from(text, "base64").toString());

const schema = z.object({
    clusters: z.tuple([
        z.object({ cluster: z.object({ server: z.url(), "certificate-authority-data": base64 }) }),
    ]),
    users: z.tuple([
        z.object({ user: z.object({ "client-certificate-data": base64, "client-key-data": base64 }) }),
    ]),
});

/** Reads a kubeconfig that `kubeconfigOf` wrote: one cluster, one user with a certificate. */
export function parseKubeconfig(text: string): Credentials {
    const parsed = schema.safeParse(parse(text));
    if (!parsed.success) {
        const [issue] = parsed.error.issues;
        throw new UserError(
            `kubeconfig: expected that of the sandbox's cluster, got a fault at ${issue?.path.join(".") ?? ""}`,
        );
    }
    const { cluster } = parsed.data.clusters[0];
    const { user } = parsed.data.users[0];
    return {
        server: cluster.server,
        authority: cluster["certificate-authority-data"],
        certificate: user["client-certificate-data"],
        key: user["client-key-data"],
    };
}

/** A kubeconfig for kubectl and the cluster's own programs. */
export function kubeconfigOf(credentials: Credentials): string {
    const encode = (text: string): string => Buffer.from(text).toString("base64");
    const name = "sandbox";
    return stringify({
        apiVersion: "v1",
        kind: "Config",
        "current-context": name,
        contexts: [{ name, context: { cluster: name, user: name } }],
        clusters: [
            {
                name,
                cluster: {
                    server: credentials.server,
                    "certificate-authority-data": encode(credentials.authority),
                },
            },
        ],
        users: [
            {
                name,
                user: {
                    "client-certificate-data": encode(credentials.certificate),
                    "client-key-data": encode(credentials.key),
                },
            },
        ],
    });
}
