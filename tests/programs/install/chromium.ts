import { chmod, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { cLibrary, extract } from ".";
import { run } from "./apt";
import { installedOnce, type Folders, type Log } from "./cache";
import { onPath } from "./on-path";
import { BOOKWORM, type Packages } from "./package-sets";

const PACKAGES: Packages = {
    name: "chromium",
    suites: BOOKWORM,
    packages: ["chromium", "fonts-dejavu-core", "fonts-liberation", "patchelf"],
    alone: [],
};

/** Changes when what is made of the packages does. */
const REVISION = 1;

/**
 * The executable of a Chromium to run with `--headless --no-sandbox`: the system's, or else the current one of Debian,
 * with fonts, installed without root.
 */
export async function chromium(log: Log): Promise<string> {
    const system = await onPath("chromium", "--version");
    return system === undefined ? debianChromium(log) : system.path;
}

/** The Chromium of Debian, whatever the system has. */
export async function debianChromium(log: Log): Promise<string> {
    const root = await installedOnce(
        {
            name: PACKAGES.name,
            content: { ...PACKAGES, revision: REVISION },
            fill: async (folders) => {
                await extract(PACKAGES, folders, log);
                await adapt(folders);
            },
        },
        log,
    );
    return join(root, "chromium");
}

/** Makes the tree run from where it will lie, on a system that has neither its libraries nor fonts. */
async function adapt({ tree, root }: Folders): Promise<void> {
    // Chromium starts itself anew for its parts: the loader must be named in the file, not on the command line.
    const here = cLibrary(tree);
    const there = cLibrary(root);
    for (const file of ["chromium", "chrome_crashpad_handler"]) {
        await run(here.loader, [
            ...["--library-path", here.libraries, join(tree, "usr/bin/patchelf")],
            ...["--set-interpreter", there.loader, "--force-rpath", "--set-rpath", there.libraries],
            join(tree, "usr/lib/chromium", file),
        ]);
    }
    await writeFile(join(tree, "fonts.conf"), fontsConfig(root));
    const script = join(tree, "chromium");
    await writeFile(
        script,
        `#!/bin/sh\nFONTCONFIG_FILE='${root}/fonts.conf' exec '${root}/usr/lib/chromium/chromium' "$@"\n`,
    );
    await chmod(script, 0o755);
}

/** The fonts of the tree alone, and what stands for sans-serif, serif and monospace. */
function fontsConfig(root: string): string {
    const rules = ["30-metric-aliases", "45-latin", "60-latin"].map(
        (name) => `<include>${root}/usr/share/fontconfig/conf.avail/${name}.conf</include>`,
    );
    return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
<dir>${root}/usr/share/fonts</dir>
<cachedir prefix="xdg">fontconfig</cachedir>
${rules.join("\n")}
</fontconfig>
`;
}
