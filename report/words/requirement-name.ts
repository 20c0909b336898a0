/** One requirement, with its framework: `HDS EXI 15`. */
export function requirementName(framework: string, requirement: string): string {
    return `${framework.toUpperCase()} ${requirement}`;
}
