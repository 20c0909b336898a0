import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tls } from "../../../../sandbox/providers/tls/provider";
import { ProviderClient, type Properties } from "../provider-client";

export const KEY = "tls:index/privateKey:PrivateKey";
export const REQUEST = "tls:index/certRequest:CertRequest";
export const SELF_SIGNED = "tls:index/selfSignedCert:SelfSignedCert";
export const LOCALLY_SIGNED = "tls:index/locallySignedCert:LocallySignedCert";

export const AUTHORITY_USES = ["cert_signing", "crl_signing"];

/** The stand-in, and foreign programs that judge what it makes. */
export class TlsBench {
    static async start(): Promise<TlsBench> {
        return new TlsBench(await ProviderClient.start(tls, {}));
    }

    private readonly folder = mkdtempSync(join(tmpdir(), "tls-"));

    private constructor(readonly client: ProviderClient) {}

    close(): void {
        this.client.close();
        rmSync(this.folder, { recursive: true });
    }

    /** Writes texts to files; gives what a program answers to arguments that name them. */
    run(program: string, args: readonly string[], files: Readonly<Record<string, string>> = {}): string {
        for (const [name, content] of Object.entries(files)) {
            writeFileSync(join(this.folder, name), content, { mode: 0o600 });
        }
        const { stdout, stderr } = spawnSync(program, args, { cwd: this.folder, encoding: "utf8" });
        return `${stdout}${stderr}`;
    }

    /** A new private key. */
    async key(inputs: Properties): Promise<string> {
        return plain((await this.client.create(KEY, inputs)).outputs.privateKeyPem);
    }

    /** The certificate of an authority. */
    async authority(privateKeyPem: string, more: Properties = {}): Promise<string> {
        const { outputs } = await this.client.create(SELF_SIGNED, {
            privateKeyPem,
            subject: { commonName: "Autorité", organization: "AudioProthèse+", country: "FR" },
            allowedUses: AUTHORITY_USES,
            validityPeriodHours: 24,
            isCaCertificate: true,
            ...more,
        });
        return text(outputs.certPem);
    }
}

/** What lies in a secret's envelope. */
export function plain(value: Properties[string] | undefined): string {
    return text((value as Properties).value);
}

export function text(value: Properties[string] | undefined): string {
    assert.equal(typeof value, "string");
    return value as string;
}
