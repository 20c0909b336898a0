/** The type token of the resource that a URN names: `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`. */
export function typeOfUrn(urn: string): string {
    const qualified = urn.split("::")[2] ?? "";
    return qualified.slice(qualified.lastIndexOf("$") + 1);
}

/** The stack of a resource. */
export function stackOfUrn(urn: string): string {
    return urn.split(":")[2] ?? "";
}
