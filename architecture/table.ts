/** A cell's text as Markdown takes it: a bar would end the cell. */
const cell = (text: string) => text.replaceAll("|", "\\|");

const row = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;

/** A Markdown table. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
    return [row(headings), row(headings.map(() => "---")), ...rows.map(row)].join("\n");
}

/** A value as code, as Markdown shows what machines read. */
export const code = (text: string) => `\`${text}\``;
