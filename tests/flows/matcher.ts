import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { Children } from "../../sandbox/children";
import { startGoBuild, userCache } from "../../sandbox/go-build";

const MODULE = join(__dirname, "matcher");

/** Time that a first build may take, downloads included. */
export const BUILD_MS = 10 * 60_000;

/** A pod as network policies see it. */
export interface Pod {
    /** What the test calls it, namespace first. */
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
}

export interface Port {
    readonly protocol: "TCP" | "UDP";
    readonly port: number;
}

/** What the network lets pass, such as "a/web -> b/api:80" for TCP and "a/web -> b/dns:53/UDP". */
export const connection = (from: string, to: string, { protocol, port }: Port) =>
    `${from} -> ${to}:${port.toString()}${protocol === "TCP" ? "" : `/${protocol}`}`;

/**
 * The program that reads network policies, built once for all the user's clones.
 *
 * Cyclonus is what Kubernetes' network policy group wrote to check the clusters of others: it knows nothing of how this
 * platform writes policies, and what both got wrong alike would be a misreading of the API, not of our own code.
 */
export async function builtMatcher(): Promise<string> {
    const hash = createHash("sha256");
    for (const file of ["go.mod", "go.sum", "main.go"]) {
        hash.update(readFileSync(join(MODULE, file)));
    }
    const version = hash.digest("hex").slice(0, 12);
    const program = join(
        userCache(process.env),
        "flow-matcher",
        `${version}-${platform()}-${arch()}`,
        "matcher",
    );
    if (existsSync(program)) {
        return program;
    }
    const temporary = `${program}.${process.pid.toString()}`;
    const children = new Children();
    mkdirSync(dirname(program), { recursive: true });
    try {
        const build = startGoBuild("Matcher of network policies", process.env, {
            log: console.log,
            children,
        });
        await build.run(
            MODULE,
            ["build", "-trimpath", "-ldflags", "-s -w", "-o", temporary, "."],
            "compiling",
        );
        renameSync(temporary, program);
    } finally {
        rmSync(temporary, { force: true });
        await children.close();
    }
    return program;
}

/** Every connection between the pods, on these ports, that the policies let pass. */
export async function passing(
    policies: readonly unknown[],
    pods: readonly Pod[],
    ports: readonly Port[],
): Promise<readonly string[]> {
    const question = {
        policies,
        pods: pods.map(({ namespace, labels }) => ({ namespace, labels })),
        ports,
    };
    const answer = execFileSync(await builtMatcher(), {
        input: JSON.stringify(question),
        encoding: "utf8",
        maxBuffer: 64 * 1024 * 1024,
    });
    return (JSON.parse(answer) as [number, number, number][]).map(([from, to, port]) =>
        connection(at(pods, from).name, at(pods, to).name, at(ports, port)),
    );
}

function at<Element>(list: readonly Element[], index: number): Element {
    const element = list[index];
    if (element === undefined) {
        throw new RangeError(`index: expected one below ${list.length.toString()}, got ${index.toString()}`);
    }
    return element;
}
