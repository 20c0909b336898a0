/** What a reader opens; the title is the report's own words. */
export function folded(title: string, content: string): string {
    return `<details>\n<summary>${title}</summary>\n\n${content}\n\n</details>`;
}

/** The first items, and how many more there are. */
export function firstOf<T>(
    items: readonly T[],
    most: number,
    line: (item: T) => string,
    more: (count: number) => string,
): string {
    const lines = items.slice(0, most).map((item) => `- ${line(item)}`);
    return [...lines, ...(items.length > most ? ["", more(items.length - most)] : [])].join("\n");
}
