import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";

import { passwordSecretOf, REPLICA_ACCOUNTS, SERVICE_ACCOUNTS } from "../../components/database/accounts";
import { CERTIFICATE_SECRETS, certificates } from "../../components/database/certificates";
import { ENCRYPTION_KEY } from "../../components/database/server-config";
import type { Operation, State } from "../../sandbox/providers/protocol/provider";
import type { Properties } from "../../sandbox/providers/protocol/values";
import { tls } from "../../sandbox/providers/tls/provider";

const operation: Operation = {
    urn: "",
    signal: new AbortController().signal,
    progress: () => undefined,
    warn: console.warn,
};

/** What the vault gives to every replica, as files; the server's certificate is for localhost. */
export class Vault {
    /** The state of the authority and of the server's keys, by type and name. */
    private readonly made = new Map<string, State>();

    private constructor(readonly folder: string) {}

    static async make(folder: string): Promise<Vault> {
        await mkdir(folder, { recursive: true });
        const vault = new Vault(folder);
        await vault.put(ENCRYPTION_KEY, `1;${randomBytes(32).toString("hex")}`);
        await vault.renew("2026-11-01");
        return vault;
    }

    file(name: string): string {
        return join(this.folder, name);
    }

    /** Gives each account another password and the server another key, as a rotation does. */
    async renew(rotatedOn: string): Promise<void> {
        for (const account of [...SERVICE_ACCOUNTS, ...REPLICA_ACCOUNTS]) {
            await this.put(passwordSecretOf(account), randomBytes(16).toString("hex"));
        }
        for (const [name, pem] of Object.entries(await this.certificates(rotatedOn))) {
            await this.put(CERTIFICATE_SECRETS[name as keyof typeof CERTIFICATE_SECRETS], pem);
        }
    }

    /** The platform's own certificates, made by the sandbox's stand-in, which keeps those that it has made already. */
    private async certificates(rotatedOn: string): Promise<Readonly<Record<string, string>>> {
        await pulumi.runtime.setMocks({
            newResource: async ({ type, name, inputs }) => {
                const key = `${type} ${name}`;
                const state = this.made.get(key) ?? (await create(type, name, inputs as Properties));
                this.made.set(key, state);
                return { id: state.id, state: state.outputs };
            },
            call: () => ({}),
        });
        const parent = new pulumi.ComponentResource("tests:programs:Vault", "vault");
        const pem = certificates("mariadb", { hosts: ["localhost"], rotatedOn, protectData: false }, parent);
        return new Promise((resolve) => pulumi.all(pem).apply(resolve));
    }

    private async put(name: string, value: string): Promise<void> {
        await writeFile(this.file(name), value);
    }
}

async function create(type: string, name: string, inputs: Properties): Promise<State> {
    if (!type.startsWith("tls:")) {
        return { id: name, outputs: inputs };
    }
    return tls.open().create({ type, name, inputs, preview: false, operation });
}
