/** A fault the user can mend: commands print its message alone, without a stack, and exit with 2. */
export class UserError extends Error {
    public override readonly name = "UserError";
}

/** What to tell the user of an error: its message, or which file the system refused; undefined for a defect of ours. */
export function userMessage(error: unknown): string | undefined {
    if (error instanceof UserError) {
        return error.message;
    }
    const { code, path } = error as NodeJS.ErrnoException;
    if (code === "ENOSPC" && path === undefined) {
        return "disk: expected room to write, got ENOSPC";
    }
    return typeof code === "string" && typeof path === "string"
        ? `${path}: expected a file or folder that can be used, got ${code}`
        : undefined;
}
