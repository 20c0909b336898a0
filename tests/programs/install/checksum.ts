import { createHash } from "node:crypto";

import { UserError } from "../../../sandbox/user-error";

/** Fails unless what was downloaded is what is pinned. */
export function checkSha256(name: string, content: string | Buffer, expected: string): void {
    const got = createHash("sha256").update(content).digest("hex");
    if (got !== expected) {
        throw new UserError(`${name}: expected SHA-256 ${expected}, got ${got}; another file was delivered`);
    }
}
