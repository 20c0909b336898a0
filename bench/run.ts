/**
 * `npm run bench [-- --rounds N]`: the performance figures, as a table and as bench/results/bench.json.
 *
 * Checkov and conftest, which the audit is measured against, are installed once into the user's cache: python3 and go
 * are needed for it.
 *
 * Budgets are on ratios within one run: machines differ and are noisy, ratios hold. Exit 0 whatever the figures;
 * 2 when one could not be measured.
 */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ensureStack, openSandbox, type Pulumi } from "../sandbox/sandbox";
import { UserError } from "../sandbox/user-error";
import { Workspace } from "../tests/support/workspace";
import { auditFigures } from "./audit/figures";
import { type Figure, ratio, tableOf } from "./figures";
import { largeReportFigures } from "./formats";
import {
    EMPTY_PACKS,
    measureTypeCheck,
    PACKS,
    STOCK_PACKS,
    timeCommand,
    timePackStart,
    timePreview,
    timeReport,
} from "./measure";
import { rounds } from "./rounds";

const RESULTS = join(__dirname, "results");

const USAGE = `npm run bench [-- --rounds N]

Measures design section 8 and writes bench/results/bench.json.

  --rounds N  how often each figure is measured, 1 to 20 (default 3); about four minutes a round
  --help      this text`;

const progress = (line: string): void => {
    console.error(line);
};

/** 1,000 and 10,000 resources that break no rule. */
async function scaleFigures(pulumi: Pulumi, directory: string, count: number): Promise<Figure[]> {
    const reports = join(directory, "reports");
    const {
        bare = [],
        empty = [],
        full = [],
        stock = [],
    } = await rounds(
        count,
        {
            bare: () => timePreview(pulumi, "small", []),
            empty: () => timePreview(pulumi, "small", EMPTY_PACKS),
            full: () => timeReport(pulumi, "small", reports),
            stock: () => timePreview(pulumi, "small", STOCK_PACKS),
        },
        progress,
    );
    const large = await rounds(
        1,
        { "10,000 resources": () => timeReport(pulumi, "large", reports) },
        progress,
    );
    const perResource = Object.values(large)
        .flat()
        .map((value) => value / 10);
    return [
        { name: "bare preview, 1,000 resources", unit: "s", values: bare },
        ratio("packs and report / two empty packs, 1,000 resources", full, empty, 1.1),
        ratio("packs and report / bare preview, 1,000 resources", full, bare, 1.6),
        ratio("packs and report / the same rules in the stock style, 1,000 resources", full, stock),
        ratio("cost per resource, 10,000 / 1,000", perResource, full, 1.2),
    ];
}

/** The dev stack with both packs: as it is, and as Pulumi runs TypeScript by default. */
async function startFigures(count: number): Promise<Figure[]> {
    const [workspace, stock] = [await Workspace.create(), await Workspace.create()];
    try {
        await useStockTypeScript(stock);
        const measured = await rounds(
            count,
            {
                dev: () => timeCommand(() => workspace.preview("--stack", "dev")),
                "dev through ts-node": () => timeCommand(() => stock.preview("--stack", "dev")),
            },
            progress,
        );
        const { dev = [], "dev through ts-node": slow = [] } = measured;
        return [
            { name: "npm run preview, dev, warm", unit: "s", budget: 6, values: dev },
            { name: "the same through ts-node", unit: "s", values: slow },
            ratio("npm run preview / the same through ts-node", dev, slow, 0.5),
        ];
    } finally {
        await Promise.all([workspace.remove(), stock.remove()]);
    }
}

/** Takes tsx out: the program and the packs then start through Pulumi's own ts-node, types checked at each run. */
async function useStockTypeScript(workspace: Workspace): Promise<void> {
    await workspace.replace("Pulumi.yaml", "typescript: false", "typescript: true");
    await workspace.replace("Pulumi.yaml", "--require tsx/cjs ", "");
    for (const pack of ["hds", "rgpd"]) {
        const folder = `policies/${pack}`;
        await workspace.replace(`${folder}/PulumiPolicy.yaml`, "typescript: false", "typescript: true");
        await workspace.replace(`${folder}/package.json`, "index.js", "index.ts");
        await workspace.write(
            `${folder}/tsconfig.json`,
            '{ "extends": "../../tsconfig.json", "include": ["."] }\n',
        );
        await workspace.write(
            `${folder}/index.ts`,
            `import { ${pack} } from "../frameworks/${pack}";\nimport { servePack } from "../pack/serve";\n\nservePack(${pack});\n`,
        );
    }
}

async function measure(count: number): Promise<Figure[]> {
    const directory = await mkdtemp(join(tmpdir(), "audioprothese-bench-"));
    const pulumi = await openSandbox({
        projectDirectory: join(__dirname, "program"),
        directory: join(directory, "sandbox"),
        log: progress,
    });
    try {
        await ensureStack(pulumi, "small");
        await ensureStack(pulumi, "large");
        const packStarts = await rounds(
            count,
            { hds: () => timePackStart(PACKS[0] ?? ""), rgpd: () => timePackStart(PACKS[1] ?? "") },
            progress,
        );
        const types = Array.from({ length: count }, measureTypeCheck);
        return [
            ...(await scaleFigures(pulumi, directory, count)),
            { name: "start-up of one pack", unit: "s", budget: 1, values: Object.values(packStarts).flat() },
            ...(await startFigures(count)),
            ...(await auditFigures(join(directory, "audit"), count, progress)),
            ...(await largeReportFigures(count)),
            { name: "type check", unit: "s", budget: 6, values: types.map(({ seconds }) => seconds) },
            {
                name: "type check, memory",
                unit: "MB",
                budget: 500,
                values: types.map(({ megabytes }) => megabytes),
            },
        ];
    } finally {
        await pulumi.close();
        await rm(directory, { recursive: true, force: true });
    }
}

async function main(args: readonly string[]): Promise<void> {
    const { values } = parseArgs({
        args: [...args],
        options: { rounds: { type: "string", default: "3" }, help: { type: "boolean", default: false } },
    });
    if (values.help) {
        console.log(USAGE);
        return;
    }
    if (!/^([1-9]|1\d|20)$/.test(values.rounds)) {
        throw new UserError(`--rounds: expected a number from 1 to 20, got "${values.rounds}"`);
    }
    const figures = await measure(Number(values.rounds));
    await mkdir(RESULTS, { recursive: true });
    const machine = { cores: availableParallelism(), node: process.version };
    await writeFile(join(RESULTS, "bench.json"), `${JSON.stringify({ machine, figures }, null, 4)}\n`);
    console.log(tableOf(figures));
    const failures = figures.flatMap(({ name, failure }) =>
        failure === undefined ? [] : [`${name}: ${failure}`],
    );
    if (failures.length > 0) {
        throw new UserError(failures.join("\n"));
    }
}

main(process.argv.slice(2)).catch((error: unknown) => {
    process.exitCode = 2;
    console.error(error instanceof UserError ? error.message : error);
});
