/** The logical name in `urn:pulumi:STACK::PROJECT::TYPE::NAME`; names may themselves hold `::`. */
export function nameOf(urn: string): string {
    return urn.split("::").slice(3).join("::");
}

/** Types of the components that hold a resource, the outermost first: the type of a URN is `PARENT$CHILD`. */
export function parentTypesOf(urn: string): readonly string[] {
    return urn.split("::")[2]?.split("$").slice(0, -1) ?? [];
}

export function isRootStack(urn: string): boolean {
    return urn.split("::")[2] === "pulumi:pulumi:Stack";
}
