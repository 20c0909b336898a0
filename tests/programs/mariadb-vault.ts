import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { passwordSecretOf, REPLICA_ACCOUNTS, SERVICE_ACCOUNTS } from "../../components/database/accounts";
import { CERTIFICATE_SECRETS } from "../../components/database/places";
import { ENCRYPTION_KEY } from "../../components/database/server-config";
import { certificates } from "../../components/key-vault/certificates";
import { Issuer } from "./issued";

/** What the vault gives to every replica, as files; the server's certificate is for localhost. */
export class Vault {
    private readonly issuer = new Issuer();

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
        for (const [name, pem] of Object.entries(await this.certificatesOf(rotatedOn))) {
            await this.put(CERTIFICATE_SECRETS[name as keyof typeof CERTIFICATE_SECRETS], pem);
        }
    }

    private async certificatesOf(rotatedOn: string): Promise<Readonly<Record<string, string>>> {
        return this.issuer.issue((parent) =>
            certificates(
                "mariadb",
                { hosts: ["localhost"], mutual: false, rotatedOn, protectData: false },
                parent,
            ),
        );
    }

    private async put(name: string, value: string): Promise<void> {
        await writeFile(this.file(name), value);
    }
}
