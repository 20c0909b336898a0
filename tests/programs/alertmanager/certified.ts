import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { GOSSIP_SECRETS, gossipName } from "../../../components/observability/alerting/secrets";
import { certificates } from "../../../components/key-vault/certificates";
import type { Issuer } from "../issued";

/** Writes certificates of the issuer's authority into the folder of a replica. */
export async function certify(
    issuer: Issuer,
    folder: string,
    { mutual, rotatedOn } = { mutual: true, rotatedOn: "2026-11-01" },
): Promise<void> {
    const hosts = [gossipName("observability")] as const;
    const pem = await issuer.issue((parent) =>
        certificates("alertmanager", { hosts, mutual, rotatedOn, protectData: false }, parent),
    );
    await mkdir(join(folder, "secrets"), { recursive: true });
    for (const part of ["authority", "certificate", "key"] as const) {
        await writeFile(join(folder, "secrets", GOSSIP_SECRETS[part]), pem[part] ?? "");
    }
}
