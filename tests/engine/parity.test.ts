import * as assert from "node:assert/strict";
import { existsSync, readdirSync, realpathSync } from "node:fs";
import { join } from "node:path";
import type { Report } from "../../report/model";
import { readReport } from "../../report/read-report";
import { READINGS } from "../report/counts/readings";
import { filesIn } from "../report/counts/told";
import { type CommandResult, type Edit, Workspace } from "../support/workspace";
import { counts, OPTIONS } from "./output";
import { secretTexts, shownIn, textsUnder } from "./secrets";

/** Faults of every kind of property, so that verdicts other than "compliant" are compared too. */
const FAULTS: readonly Edit[] = [
    {
        file: "components/archive/private-storage.ts",
        from: 'minimumTlsVersion: "TLS1_2"',
        to: 'minimumTlsVersion: "TLS1_0"',
    },
    {
        file: "components/kubernetes/pod.ts",
        from: "privileged: false",
        to: "privileged: true",
    },
    {
        file: "components/database/server-config.ts",
        from: "require_secure_transport = ON",
        to: "require_secure_transport = OFF",
    },
    {
        file: "components/openmrs/backend.ts",
        from: "OMRS_DB_USERNAME: userName,",
        to: 'OMRS_DB_USERNAME: userName, OMRS_DB_PASSWORD: "correct-horse-battery",',
    },
    {
        file: "components/images.ts",
        from: "`${loginServer}/${IMAGES[image].repository}`",
        to: "`docker.io/${IMAGES[image].repository}`",
    },
    {
        file: "components/kubernetes/flows.ts",
        from: 'spec: { podSelector: {}, policyTypes: ["Ingress", "Egress"] }',
        to: 'spec: { podSelector: {}, policyTypes: ["Ingress"] }',
    },
];

/** Every format, and what proves that none was altered. */
const FILES = [
    "coverage.csv",
    "findings.csv",
    "github.sarif",
    "junit.xml",
    "manifest.json",
    "oscal-assessment-plan.json",
    "oscal-assessment-results.json",
    "oscal-catalog-hds.json",
    "report.html",
    "report.json",
    "report.pdf",
    "report.sarif",
    "requirements.csv",
    "summary.md",
    "transferts-hds.html",
];

/** What packs and audit must agree on; an audit has no engine and knows no commit. Each found what is open when it ran. */
function verdictsOf({ frameworks, rules, resources, findings, summary, facts }: Report): object {
    return {
        frameworks,
        rules,
        resources,
        findings: findings.map((finding) => ({ ...finding, since: undefined })),
        summary,
        facts,
    };
}

for (const stack of ["dev", "prod"]) {
    describe(`packs and audit on the ${stack} stack`, function () {
        this.timeout(600_000);

        let workspace: Workspace;
        let previewed: Report;
        let preview: CommandResult;
        let folder: string;
        let config: readonly string[] = [];
        before(async () => {
            workspace = await Workspace.create();
            for (const { file, from, to } of FAULTS) {
                await workspace.replace(file, from, to);
            }
            const file = `policies/config/${stack}.json`;
            if (existsSync(workspace.path(file))) {
                // A preview that corrects what it judges differs from what is deployed.
                await workspace.write(
                    file,
                    (await workspace.read(file)).replaceAll('"remediate"', '"mandatory"'),
                );
                config = ["--config", file];
            }
            counts(await workspace.pulumi("up", "--stack", stack, ...OPTIONS, "--yes", "--skip-preview"));
            preview = await workspace.preview("--stack", stack, "--format", "all", "--lang", "fr");
            assert.equal(preview.exitCode, 1, preview.stdout + preview.stderr);
            folder = realpathSync(workspace.path("reports", stack, "latest"));
            previewed = readReport(join(folder, "report.json"));
        });
        after(() => workspace.remove());

        const exported = async (...options: string[]) => {
            const { exitCode, stdout, stderr } = await workspace.pulumi(
                "stack",
                "export",
                "--stack",
                stack,
                ...options,
            );
            assert.equal(exitCode, 0, stderr);
            await workspace.write("state.json", stdout);
            return stdout;
        };
        const audited = async (formats: string) => {
            const run = await workspace.audit(
                "--state",
                "state.json",
                "--format",
                formats,
                "--lang",
                "fr",
                ...config,
            );
            assert.equal(run.exitCode, 1, run.stdout + run.stderr);
            const latest = workspace.path("reports", `${stack}-audit`, "latest");
            return { ...run, folder: latest, report: readReport(join(latest, "report.json")) };
        };

        it("come to the same verdicts", async () => {
            await exported();
            const { report } = await audited("json");

            assert.ok(report.summary.findings.violation > 10 && report.summary.findings.compliant > 100);
            assert.deepEqual(verdictsOf(report), verdictsOf(previewed));
        });

        it("come to the same verdicts in every format with secrets in clear, and show none", async () => {
            const secrets = [...new Set(secretTexts(JSON.parse(await exported("--show-secrets"))))];
            const audit = await audited("all");

            assert.deepEqual(verdictsOf(audit.report), verdictsOf(previewed));
            const [ofPreview, ofAudit] = [{ ...preview, folder }, audit].map((run) =>
                filesIn(run.folder, run.stdout),
            );
            assert.ok(ofPreview && ofAudit);
            for (const { what, read } of READINGS) {
                assert.deepEqual(await read(ofAudit, "fr"), await read(ofPreview, "fr"), what);
            }
            assert.ok(secrets.length >= 6);
            for (const run of [{ ...preview, folder }, audit]) {
                const texts = [
                    ...(await textsUnder(run.folder)),
                    ["console", run.stdout + run.stderr] as const,
                ];
                assert.deepEqual(
                    texts.flatMap(([file, text]) => shownIn(text, secrets).map(() => file)),
                    [],
                );
            }
        });

        it("write every format, and a whole report, which verifies", async () => {
            const { stdout, stderr, exitCode } = await workspace.report("verify", folder);

            assert.equal(exitCode, 0, stdout + stderr);
            assert.deepEqual(readdirSync(folder).sort(), FILES);
        });

        if (stack === "dev") {
            it("tell that nothing changed from one preview to the next, and chain them", async () => {
                const { exitCode, stdout, stderr } = await workspace.preview("--format", "json");
                assert.equal(exitCode, 1, stdout + stderr);
                const series = workspace.path("reports", stack);
                const { changes, findings } = readReport(join(series, "latest", "report.json"));

                assert.equal(changes?.previous.generatedAt, previewed.generatedAt);
                assert.deepEqual([changes.origins, changes.findings, changes.requirements], [[], [], []]);
                assert.deepEqual(findings, previewed.findings);
                const verified = await workspace.report("verify", series);
                assert.equal(verified.exitCode, 0, verified.stdout + verified.stderr);
            });
        }
    });
}
