import { PanelBuilder as BarGaugeBuilder } from "@grafana/grafana-foundation-sdk/bargauge";
import {
    BarGaugeDisplayMode,
    BigValueColorMode,
    BigValueGraphMode,
    GraphThresholdsStyleMode,
    LegendDisplayMode,
    LegendPlacement,
    SortOrder,
    StackingMode,
    TooltipDisplayMode,
    VizOrientation,
} from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder as HeatmapBuilder } from "@grafana/grafana-foundation-sdk/heatmap";
import { DataqueryBuilder, PromQueryFormat } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder as StatBuilder } from "@grafana/grafana-foundation-sdk/stat";
import { PanelBuilder as TimeseriesBuilder } from "@grafana/grafana-foundation-sdk/timeseries";
import { inWords, UNKNOWN } from "./looks";
import { numbers, type NumbersArgs, type Panel, type Query, refId } from "./panels";
import { SOURCES } from "./sources";

/** A question about what was, over the time shown. */
const over = ({ expr, legend }: Query, index: number) => {
    const query = new DataqueryBuilder()
        .expr(expr)
        .range()
        .refId(refId(index))
        .datasource(SOURCES.prometheus);
    return legend === undefined ? query : query.legendFormat(legend);
};

/** A question about what is. */
export const now = ({ expr, legend }: Query, index: number) => {
    const query = new DataqueryBuilder()
        .expr(expr)
        .instant()
        .refId(refId(index))
        .datasource(SOURCES.prometheus);
    return legend === undefined ? query : query.legendFormat(legend);
};

const lastValue = { build: () => ({ calcs: ["lastNotNull"], values: false }) };

export interface StatArgs extends NumbersArgs {
    readonly expr: string;

    /** Words for 1 and 0, where it is one or the other. */
    readonly words?: readonly [yes: string, no: string];
}

/** One number. */
export function stat(args: StatArgs): Panel {
    const { expr, words, limits } = args;
    const builder = new StatBuilder()
        .withTarget(now({ expr }, 0))
        .reduceOptions(lastValue)
        .graphMode(BigValueGraphMode.None)
        .colorMode(
            words === undefined && limits === undefined
                ? BigValueColorMode.None
                : BigValueColorMode.Background,
        )
        .mappings([...(words === undefined ? [] : [inWords(...words)]), UNKNOWN]);
    return numbers(builder, SOURCES.prometheus, args, { width: 4, height: 3 });
}

export interface CurvesArgs extends NumbersArgs {
    readonly queries: readonly Query[];

    /** Whether the curves add up to a whole. */
    readonly stacked?: true;

    /** Whether points lead to traces. */
    readonly exemplars?: true;
}

/** Curves over time. */
export function curves(args: CurvesArgs): Panel {
    const { queries, limits, stacked, exemplars } = args;
    const builder = new TimeseriesBuilder()
        .targets(queries.map(over).map((query) => (exemplars ? query.exemplar(true) : query)))
        .min(0)
        .lineWidth(1)
        .fillOpacity(stacked ? 30 : 5)
        .stacking({
            build: () => ({ mode: stacked ? StackingMode.Normal : StackingMode.None, group: "A" }),
        })
        .legend({
            build: () => ({
                displayMode: LegendDisplayMode.List,
                placement: LegendPlacement.Bottom,
                showLegend: true,
                calcs: [],
            }),
        })
        .tooltip({ build: () => ({ mode: TooltipDisplayMode.Multi, sort: SortOrder.Descending }) });
    if (limits !== undefined) {
        builder.thresholdsStyle({ build: () => ({ mode: GraphThresholdsStyleMode.Dashed }) });
    }
    return numbers(builder, SOURCES.prometheus, args, { width: 12, height: 8 });
}

/** A bar for each series, as it is now. */
export function bars(
    args: NumbersArgs & { readonly queries: readonly Query[]; readonly max?: number },
): Panel {
    const { queries, max } = args;
    const builder = new BarGaugeBuilder()
        .targets(queries.map(now))
        .reduceOptions(lastValue)
        .min(0)
        .displayMode(BarGaugeDisplayMode.Basic)
        .orientation(VizOrientation.Horizontal);
    if (max !== undefined) {
        builder.max(max);
    }
    return numbers(builder, SOURCES.prometheus, args, { width: 12, height: 8 });
}

/** How many of a histogram's observations fell into each of its buckets, over time; `expr` keeps the label `le`. */
export function heatmap(args: Omit<NumbersArgs, "limits"> & { readonly expr: string }): Panel {
    const builder = new HeatmapBuilder()
        .withTarget(over({ expr: args.expr, legend: "{{le}}" }, 0).format(PromQueryFormat.Heatmap))
        .yAxis({ build: () => ({ unit: args.unit }) });
    return numbers(builder, SOURCES.prometheus, args, { width: 12, height: 8 });
}
