import { LogsSortOrder } from "@grafana/grafana-foundation-sdk/common";
import { PanelBuilder as LogsBuilder } from "@grafana/grafana-foundation-sdk/logs";
import { DataqueryBuilder } from "@grafana/grafana-foundation-sdk/loki";
import { PanelBuilder as TextBuilder, TextMode } from "@grafana/grafana-foundation-sdk/text";
import { type Panel, panel, type PanelArgs, refId } from "./panels";
import { SOURCES } from "./sources";

/** Lines of logs that a panel shows at most. */
const LINES = 200;

/** Lines of logs, the newest first. */
export function logs(args: PanelArgs & { readonly expr: string }): Panel {
    const builder = new LogsBuilder()
        .withTarget(
            new DataqueryBuilder()
                .expr(args.expr)
                .queryType("range")
                .maxLines(LINES)
                .refId(refId(0))
                .datasource(SOURCES.loki),
        )
        .showTime(true)
        .wrapLogMessage(true)
        .enableLogDetails(true)
        .sortOrder(LogsSortOrder.Descending);
    return panel(builder, SOURCES.loki, args, { width: 24, height: 10 });
}

/** A text in Markdown. */
export function text(args: PanelArgs & { readonly content: string }): Panel {
    const builder = new TextBuilder().mode(TextMode.Markdown).content(args.content);
    return panel(builder, SOURCES.prometheus, args, { width: 24, height: 3 });
}
