import { join } from "node:path";

import { sped } from "./sped-up";

interface Discovered {
    readonly job_name: string;
    readonly dns_sd_configs?: readonly { readonly names: readonly [string]; readonly port: number }[];
    readonly static_configs?: readonly { readonly targets: readonly string[]; readonly labels: object }[];
    readonly relabel_configs: readonly { readonly target_label?: string; readonly replacement?: string }[];
}

/** Addresses on loopback of the replicas behind each name and port. */
export type Addresses = ReadonlyMap<string, readonly string[]>;

/**
 * prometheus.yml with what is not here left out, and nothing else changed but: addresses of services, which are ports of
 * loopback; the place of the rules; and the spans of scrapes, evaluations and timeouts, which are divided.
 */
export function prometheusOnLoopback(text: string, folder: string, at: Addresses): string {
    const config = JSON.parse(
        sped(text, ["scrape_interval", "scrape_timeout", "evaluation_interval"]).replaceAll(
            "/etc/prometheus/rules",
            join(folder, "rules"),
        ),
    ) as {
        readonly alerting: { readonly alertmanagers: readonly [Discovered] };
        readonly scrape_configs: readonly Discovered[];
    };
    const found = ({ dns_sd_configs = [], ...rest }: Discovered): readonly object[] => {
        const targets = dns_sd_configs.flatMap(
            ({ names: [name], port }) => at.get(`${name}:${port.toString()}`) ?? [],
        );
        return targets.length === 0 ? [] : [{ ...rest, static_configs: [{ targets }] }];
    };
    const probed = (job: Discovered): object => ({
        ...job,
        static_configs: job.static_configs?.flatMap(({ targets: [target = ""], labels }) => {
            const { host, pathname } = new URL(target);
            const [address] = at.get(host) ?? [];
            return address === undefined ? [] : [{ targets: [`http://${address}${pathname}`], labels }];
        }),
        relabel_configs: job.relabel_configs.map((step) => ({
            ...step,
            ...(step.replacement && { replacement: at.get(step.replacement)?.[0] ?? step.replacement }),
        })),
    });
    return JSON.stringify({
        ...config,
        alerting: { ...config.alerting, alertmanagers: config.alerting.alertmanagers.flatMap(found) },
        scrape_configs: config.scrape_configs.flatMap((job) =>
            job.job_name === "blackbox" ? [probed(job)] : found(job),
        ),
    });
}
