import { PromQueryFormat } from "@grafana/grafana-foundation-sdk/prometheus";
import { PanelBuilder as TableBuilder } from "@grafana/grafana-foundation-sdk/table";
import { fieldLook, type Limits, type Unit } from "./looks";
import { now } from "./metrics";
import { type Panel, panel, type PanelArgs, refId } from "./panels";
import { SOURCES } from "./sources";

export interface TableArgs extends PanelArgs {
    /** Title of the column of each label that the questions keep. */
    readonly labels: Readonly<Record<string, string>>;

    /** The columns of numbers; without a title, what is asked only says which rows there are. */
    readonly columns: readonly {
        readonly expr: string;
        readonly title?: string;
        readonly unit?: Unit;
        readonly limits?: Limits;
    }[];

    /** Title of the column that orders the rows: labels from A on, numbers from the greatest down. */
    readonly sortedBy: string;
}

/** A row for each set of labels, as it is now, with a column for each question. */
export function table(args: TableArgs): Panel {
    const { labels, columns, sortedBy } = args;
    // A single question's numbers are called "Value", those of several "Value #A", "Value #B"...
    const fieldOf = (index: number) => (columns.length === 1 ? "Value" : `Value #${refId(index)}`);
    const titles = columns.flatMap(({ title }, index) =>
        title === undefined ? [] : [[fieldOf(index), title] as const],
    );
    const hidden = columns.flatMap(({ title }, index) => (title === undefined ? [fieldOf(index)] : []));
    const order = [...Object.keys(labels), ...titles.map(([field]) => field)];
    const builder = new TableBuilder()
        .targets(columns.map(({ expr }, index) => now({ expr }, index).format(PromQueryFormat.Table)))
        .noValue("Aucune ligne")
        .sortBy([
            {
                build: () => ({
                    displayName: sortedBy,
                    desc: columns.some(({ title }) => title === sortedBy),
                }),
            },
        ])
        .overrides(
            columns.flatMap(({ title, ...look }) => (title === undefined ? [] : [fieldLook(title, look)])),
        )
        .transformations([
            { id: "merge", options: {} },
            {
                id: "organize",
                options: {
                    excludeByName: Object.fromEntries(["Time", ...hidden].map((field) => [field, true])),
                    indexByName: Object.fromEntries(order.map((field, index) => [field, index])),
                    renameByName: { ...labels, ...Object.fromEntries(titles) },
                },
            },
        ]);
    return panel(builder, SOURCES.prometheus, args, { width: 12, height: 8 });
}
