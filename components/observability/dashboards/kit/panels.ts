import type { Builder } from "@grafana/grafana-foundation-sdk/cog";
import type { Panel as SdkPanel } from "@grafana/grafana-foundation-sdk/dashboard";
import { typeset } from "../../../../policies/typography";
import { type Limits, NO_DATA, thresholds, type Unit } from "./looks";

/** What is said of every panel. */
export interface PanelArgs {
    readonly title: string;

    /** What it shows, and what to do when it is red, in French. */
    readonly description: string;

    /** Alerts that watch over the same: the panel leads to their pages. */
    readonly alerts?: readonly string[];

    /** Columns, of the 24 of a line. */
    readonly width?: number;

    /** Rows of about 30 pixels. */
    readonly height?: number;
}

/** What is said of a panel of numbers. */
export interface NumbersArgs extends PanelArgs {
    readonly unit: Unit;
    readonly decimals?: number;
    readonly limits?: Limits;
}

/** A question to Prometheus or Loki. */
export interface Query {
    readonly expr: string;

    /** Name of its series, with labels as {{label}}. */
    readonly legend?: string;
}

/** A panel that a dashboard takes its place for. */
export interface Panel extends Pick<PanelArgs, "alerts"> {
    readonly builder: PanelBuilder;
}

/** What the SDK's builders of all kinds of panels have in common. */
export interface PanelBuilder extends Builder<SdkPanel> {
    id(id: number): unknown;
    title(title: string): unknown;
    description(description: string): unknown;
    span(width: number): unknown;
    height(height: number): unknown;
    datasource(source: { readonly type: string; readonly uid: string }): unknown;
    links(links: Builder<NonNullable<SdkPanel["links"]>[number]>[]): unknown;
}

interface NumbersBuilder extends PanelBuilder {
    unit(unit: string): unknown;
    decimals(decimals: number): unknown;
    noValue(text: string): unknown;
    thresholds(limits: Builder<ReturnType<typeof thresholds>>): unknown;
}

interface Size {
    readonly width: number;
    readonly height: number;
}

/** A panel with its words, of its own size or else of its kind's. */
export function panel(
    builder: PanelBuilder,
    source: Parameters<PanelBuilder["datasource"]>[0],
    args: PanelArgs,
    size: Size,
): Panel {
    builder.title(typeset(args.title));
    builder.description(typeset(args.description));
    builder.span(args.width ?? size.width);
    builder.height(args.height ?? size.height);
    builder.datasource(source);
    return { builder, ...(args.alerts && { alerts: args.alerts }) };
}

/** A panel of numbers, in their unit and with their limits. */
export function numbers(
    builder: NumbersBuilder,
    source: Parameters<PanelBuilder["datasource"]>[0],
    args: NumbersArgs,
    size: Size,
): Panel {
    const { unit, decimals, limits } = args;
    builder.unit(unit);
    builder.noValue(NO_DATA);
    if (decimals !== undefined) {
        builder.decimals(decimals);
    }
    if (limits !== undefined) {
        builder.thresholds({ build: () => thresholds(limits) });
    }
    return panel(builder, source, args, size);
}

/** Names of the queries of a panel, in their order: A, B, C... */
export const refId = (index: number) => String.fromCodePoint(65 + index);
