import * as assert from "node:assert/strict";
import { existsSync } from "node:fs";
import type { Report } from "../../report/model";
import { type Edit, Workspace } from "../support/workspace";
import { counts, OPTIONS } from "./output";
import { secretTexts } from "./secrets";

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

/** What packs and audit must agree on; an audit has no engine and knows no commit. */
function verdictsOf({ frameworks, rules, resources, findings, summary }: Report): object {
    return { frameworks, rules, resources, findings, summary };
}

for (const stack of ["dev", "prod"]) {
    describe(`packs and audit on the ${stack} stack`, function () {
        this.timeout(360_000);

        let workspace: Workspace;
        let previewed: Report;
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
            const { exitCode, stdout, stderr } = await workspace.preview("--stack", stack);
            assert.equal(exitCode, 1, stdout + stderr);
            previewed = JSON.parse(await workspace.read(`reports/${stack}/report.json`)) as Report;
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
        const audited = async () => {
            const { exitCode, stdout, stderr } = await workspace.audit("--state", "state.json", ...config);
            assert.equal(exitCode, 1, stdout + stderr);
            return workspace.read(`reports/${stack}-audit/report.json`);
        };

        it("come to the same verdicts", async () => {
            await exported();
            const report = JSON.parse(await audited()) as Report;

            assert.ok(report.summary.findings.violation > 10 && report.summary.findings.compliant > 100);
            assert.deepEqual(report.findings, previewed.findings);
            assert.deepEqual(verdictsOf(report), verdictsOf(previewed));
        });

        it("come to the same verdicts with secrets in clear, and show none", async () => {
            const secrets = new Set(secretTexts(JSON.parse(await exported("--show-secrets"))));
            const text = await audited();

            assert.deepEqual(verdictsOf(JSON.parse(text) as Report), verdictsOf(previewed));
            const html = await workspace.read(`reports/${stack}-audit/report.html`);
            assert.ok(secrets.size >= 6);
            assert.deepEqual(
                [...secrets].filter((secret) => (text + html).includes(secret)),
                [],
            );
        });
    });
}
