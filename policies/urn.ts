// Parts of a URN, `urn:pulumi:<stack>::<project>::<parent types>$<type>::<name>`; names may themselves hold "::".

const partsOf = (urn: string) => urn.split("::");

/** The stack of a resource. */
export function stackOfUrn(urn: string): string {
    return urn.split(":")[2] ?? "";
}

/** The project of a resource. */
export function projectOfUrn(urn: string): string {
    return partsOf(urn)[1] ?? "";
}

/** The types that lead to a resource, the outermost component first, its own last. */
const typesOf = (urn: string) => (partsOf(urn)[2] ?? "").split("$");

/** The type token of a resource. */
export function typeOfUrn(urn: string): string {
    return typesOf(urn).at(-1) ?? "";
}

/** Types of the components that hold a resource, the outermost first. */
export function parentTypesOf(urn: string): readonly string[] {
    return typesOf(urn).slice(0, -1);
}

/** The logical name of a resource. */
export function nameOf(urn: string): string {
    return partsOf(urn).slice(3).join("::");
}

export function isRootStack(urn: string): boolean {
    return typeOfUrn(urn) === "pulumi:pulumi:Stack";
}
