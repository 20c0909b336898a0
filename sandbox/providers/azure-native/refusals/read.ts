import { isList, isProperties, type Properties, type Value } from "../../protocol/values";

/** The value at a path of keys, such as `sku.name`. */
export function valueAt(properties: Properties, path: string): Value | undefined {
    return path
        .split(".")
        .reduce<Value | undefined>(
            (value, key) => (isProperties(value) ? value[key] : undefined),
            properties,
        );
}

export function textAt(properties: Properties, path: string): string | undefined {
    const value = valueAt(properties, path);
    return typeof value === "string" ? value : undefined;
}

export function numberAt(properties: Properties, path: string): number | undefined {
    const value = valueAt(properties, path);
    return typeof value === "number" ? value : undefined;
}

export function isOn(properties: Properties, path: string): boolean {
    return valueAt(properties, path) === true;
}

export function mapAt(properties: Properties, path: string): Properties {
    const value = valueAt(properties, path);
    return isProperties(value) ? value : {};
}

/** The objects of a list. */
export function itemsAt(properties: Properties, path: string): readonly Properties[] {
    const value = valueAt(properties, path);
    return isList(value) ? value.filter(isProperties) : [];
}

/** The strings of a list. */
export function textsAt(properties: Properties, path: string): readonly string[] {
    const value = valueAt(properties, path);
    return isList(value) ? value.filter((item) => typeof item === "string") : [];
}

/** Whether two names, ids or regions mean the same to Azure, which does not see case. */
export function same(one: string | undefined, other: string | undefined): boolean {
    return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}

/** The last segment of a resource id. */
export function nameOf(id: string | undefined): string | undefined {
    return id?.split("/").at(-1);
}

/** The value of an id's segment, such as `virtualNetworks`. */
export function segment(id: string | undefined, kind: string): string | undefined {
    const segments = id?.split("/") ?? [];
    const index = segments.findIndex((part) => same(part, kind));
    return index < 0 ? undefined : segments[index + 1];
}

/** The first item that comes a second time, as Azure compares names. */
export function duplicate(names: readonly string[]): string | undefined {
    const lower = names.map((name) => name.toLowerCase());
    return names.find((_, index) => lower.indexOf(lower[index] ?? "") !== index);
}
