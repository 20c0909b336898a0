import * as assert from "node:assert/strict";
import type { StackName } from "../../../../architecture/stack-config";
import type { ScrapeConfig } from "../../../../components/observability/metrics/scrape";
import { graphOf } from "../../../graph/recorded";

/** Milliseconds that recording the program for both stacks may take on a busy machine. */
export const RECORDING_MS = 2 * 60_000;

type Files = Readonly<Record<string, string>>;

/** The files of a ConfigMap that the program makes for a stack. */
export async function filesOf(stack: StackName, configMap: string): Promise<Files> {
    const { resources } = await graphOf(stack);
    const [found, ...others] = resources.filter(
        ({ type, name }) => type === "kubernetes:core/v1:ConfigMap" && name === configMap,
    );
    assert.ok(found !== undefined && others.length === 0, `expected one ConfigMap ${configMap} of ${stack}`);
    return found.inputs.data as Files;
}

/** What Prometheus is configured with, as far as tests look at it. */
export interface PrometheusConfig {
    readonly global: Readonly<Record<string, unknown>>;
    readonly alerting: {
        readonly alert_relabel_configs: readonly object[];
        readonly alertmanagers: readonly object[];
    };
    readonly scrape_configs: readonly ScrapeConfig[];
}

/** Prometheus's file of a stack, as text. */
export async function prometheusFileOf(stack: StackName): Promise<string> {
    const { "prometheus.yml": text } = await filesOf(stack, "prometheus-config");
    assert.ok(text !== undefined);
    return text;
}

export const prometheusConfigOf = async (stack: StackName): Promise<PrometheusConfig> =>
    JSON.parse(await prometheusFileOf(stack)) as PrometheusConfig;
