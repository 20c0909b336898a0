/** The logical name in `urn:pulumi:STACK::PROJECT::TYPE::NAME`; names may themselves hold `::`. */
export function nameOf(urn: string): string {
    return urn.split("::").slice(3).join("::");
}

export function isRootStack(urn: string): boolean {
    return urn.split("::")[2] === "pulumi:pulumi:Stack";
}
