import { dirname } from "node:path";

import type { InstalledProgram } from ".";
import type { Log } from "./cache";
import { java, jar } from "./java";

/** veraPDF's command line, which judges a PDF document: `--flavour ua1 --format text FILE` prints `PASS FILE ua1`. */
export async function verapdf(log: Log): Promise<InstalledProgram> {
    const command = await java(log);
    const file = await jar(
        {
            name: "verapdf",
            coordinates: "org.verapdf.apps:greenfield-apps:1.28.2",
            sha256: "687d4d8bcfec48c9f7e931cf78ed061f1eeccfba55d4cdc000ba9b4d8aa46ce6",
        },
        log,
    );
    return {
        command,
        args: ["-classpath", file, "org.verapdf.apps.GreenfieldCliWrapper"],
        options: [],
        root: dirname(file),
    };
}
