import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { exporterBeside } from "../../../../programs/mariadb-exporter";
import { Pod, programsIn, Way } from "../../../../programs/mariadb-pod";
import { Vault } from "../../../../programs/mariadb-vault";
import { inFolder } from "./exporters";

/** What the exporter beside each of MariaDB's two servers tells, once one follows the other. */
export interface ReplicaMetrics {
    readonly primary: string;
    readonly replica: string;
}

const FOLLOWING_MS = 30_000;

/** Two servers as two pods of the StatefulSet, and the platform's own exporter beside each. */
export const mariadbExporters = (): Promise<ReplicaMetrics> =>
    inFolder(async (folder) => {
        const programs = join(folder, "programs");
        const vault = await Vault.make(join(folder, "vault"));
        await programsIn(programs);
        const pods: Pod[] = [];
        const ways = [await Way.to(() => pods[1]?.port), await Way.to(() => pods[0]?.port)] as const;
        const zero = new Pod(0, join(folder, "0"), programs, vault, ways[0]);
        const one = new Pod(1, join(folder, "1"), programs, vault, ways[1]);
        pods.push(zero, one);
        try {
            await Promise.all([zero.start(0), one.start(0)]);
            await untilFollowed(zero);
            return { primary: await exporterBeside(zero), replica: await exporterBeside(one) };
        } finally {
            await Promise.all(pods.map((pod) => pod.stop()));
            await Promise.all(ways.map((way) => way.close()));
        }
    });

async function untilFollowed(primary: Pod): Promise<void> {
    const limit = performance.now() + FOLLOWING_MS;
    const followers = async () =>
        (await primary.asMonitor("SHOW STATUS LIKE 'Rpl_semi_sync_master_clients'")).output;
    while (!(await followers()).endsWith("\t1\n")) {
        if (performance.now() > limit) {
            throw new Error(`mariadbd: expected a replica, got none:\n${await primary.errorLog()}`);
        }
        await sleep(100);
    }
}
