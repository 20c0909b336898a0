import { dirname } from "node:path";

import type { InstalledProgram } from ".";
import type { Log } from "./cache";
import { pythonWith } from "./python";

/** compliance-trestle, which reads and checks OSCAL documents. */
export async function trestle(log: Log): Promise<InstalledProgram> {
    const python = await pythonWith("trestle", log);
    return { command: python, args: ["-m", "trestle"], options: [], root: dirname(dirname(python)) };
}
