/** A fault the user can mend: commands print its message alone, without a stack, and exit with 2. */
export class UserError extends Error {
    public override readonly name = "UserError";
}
