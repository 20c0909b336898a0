import * as assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { dayAfter, dayOf } from "../../policies/exemptions/calendar";
import type { Report } from "../../report/model";
import { type Edit, Workspace } from "../support/workspace";

const RULE = "key-vault-purge-protection";

/** A fault of the program that no rule can set right. */
const PURGEABLE: Edit = {
    file: "components/key-vault/hardened-vault.ts",
    from: "enablePurgeProtection: true",
    to: "enablePurgeProtection: false",
};

/** One that a rule can. */
const PRIVILEGED: Edit = {
    file: "components/kubernetes/pod.ts",
    from: "privileged: false",
    to: "privileged: true",
};

const TODAY = dayOf(new Date());

const REGISTER = readFileSync(join(__dirname, "../../policies/exemptions.json"), "utf8");

/** The platform's own exemptions, which its previews need. */
const OWN = (JSON.parse(REGISTER) as { readonly exemptions: readonly { readonly stack: string }[] })
    .exemptions;

/** How many are of the stack that is previewed. */
const OWN_COUNT = OWN.filter(({ stack }) => stack === "dev").length;

const PRIVILEGE_RULE = "pod-not-privileged";

/** One of the stack dev, beside the platform's own. */
function exemption(expires: string): object {
    return {
        id: "EX-2026-901",
        rule: RULE,
        resource: "*azure-native:keyvault:Vault::vault",
        stack: "dev",
        reason: "Coffre d’essai, vidé chaque nuit",
        compensatingMeasure: "Aucune donnée de santé dans ce coffre",
        owner: "Équipe plateforme",
        approver: "RSSI",
        ticket: "SEC-1",
        granted: dayAfter(expires, -30),
        expires,
    };
}

describe("what departs from the rules, under the real engine", function () {
    this.timeout(300_000);
    let workspace: Workspace;

    before(async () => {
        workspace = await Workspace.create();
    });

    after(() => workspace.remove());

    async function preview(edits: readonly Edit[], ...args: readonly string[]) {
        return workspace.edited(edits, async () => {
            const { exitCode, stdout, stderr } = await workspace.preview(...args);
            const text = stdout.replaceAll("\u00a0", " ");
            assert.notEqual(exitCode, 2, stderr);
            const report = JSON.parse(await workspace.read("reports/dev/latest/report.json")) as Report;
            return { exitCode, text, report };
        });
    }

    const register = (...exemptions: readonly object[]) =>
        workspace.write("policies/exemptions.json", JSON.stringify({ exemptions: [...OWN, ...exemptions] }));
    const grant = (expires: string) => register(exemption(expires));
    const findings = (report: Report, rule: string) =>
        report.findings.filter((finding) => finding.rule === rule && finding.verdict !== "compliant");
    const statuses = (report: Report, rule: string) =>
        new Set(
            report.frameworks
                .flatMap(({ requirements }) => requirements)
                .filter(({ rules }) => rules.includes(rule))
                .map(({ status }) => status),
        );

    it("lets a covered violation pass, and says so with the days left", async () => {
        await grant(dayAfter(TODAY, 12));
        const { exitCode, text, report } = await preview([PURGEABLE]);
        assert.equal(exitCode, 0, text);
        const [finding, ...others] = findings(report, RULE);
        assert.deepEqual(others, []);
        assert.equal(finding?.verdict, "exempted");
        assert.deepEqual(finding.exemption, {
            id: "EX-2026-901",
            expires: dayAfter(TODAY, 12),
            daysLeft: 12,
        });
        assert.deepEqual(statuses(report, RULE), new Set(["exempted"]));
        assert.match(
            text,
            new RegExp(`Dérogations : ${String(OWN_COUNT + 1)} en vigueur, 1 à échoir sous 30 jours\\.`),
        );
    });

    it("ignores exemptions at an auditor's wish", async () => {
        await grant(dayAfter(TODAY, 12));
        const { exitCode, text, report } = await preview([PURGEABLE], "--ignore-exemptions");
        assert.equal(exitCode, 1);
        assert.equal(findings(report, RULE)[0]?.verdict, "violation");
        assert.equal(report.exemptions.ignored, true);
        assert.match(text, /Dérogations ignorées/);
    });

    it("refuses the violation and the exemption once it has expired", async () => {
        await grant(dayAfter(TODAY, -1));
        const { exitCode, text, report } = await preview([PURGEABLE]);
        assert.equal(exitCode, 1);
        assert.equal(findings(report, RULE)[0]?.verdict, "violation");
        assert.match(text, /✖ Dérogation EX-2026-901 : expires : expirée depuis le/);
    });

    it("refuses a stack whose register holds an expired exemption, though nothing violates a rule", async () => {
        await grant(dayAfter(TODAY, -1));
        const { exitCode, report } = await preview([]);
        assert.equal(exitCode, 1);
        assert.equal(report.summary.findings.violation, 0);
        assert.equal(report.exemptions.faults.length, 1);
    });

    it("warns of an exemption that covers nothing", async () => {
        await grant(dayAfter(TODAY, 12));
        const { exitCode, text } = await preview([]);
        assert.equal(exitCode, 0, text);
        assert.match(
            text,
            new RegExp(
                `Dérogations : ${String(OWN_COUNT + 1)} en vigueur, .*, 1 sans objet, à retirer du registre\\.`,
            ),
        );
    });

    it("sets right what a rule can, where the stack asks for it, and lists what it did", async () => {
        await register();
        const { exitCode, text, report } = await preview([PRIVILEGED]);
        assert.equal(exitCode, 0, text);
        assert.deepEqual(findings(report, PRIVILEGE_RULE), []);
        const corrected = report.remediations.filter(({ rule }) => rule === PRIVILEGE_RULE);
        assert.notEqual(corrected.length, 0);
        assert.match(text, /corrections? appliquées? par les règles avant le jugement/);
    });

    it("sets nothing right that an exemption covers", async () => {
        await register({
            ...exemption(dayAfter(TODAY, 12)),
            rule: PRIVILEGE_RULE,
            resource: "*kubernetes:apps/v1:Deployment::openmrs-gateway",
        });
        const { exitCode, text, report } = await preview([PRIVILEGED]);
        assert.equal(exitCode, 0, text);
        const exempted = findings(report, PRIVILEGE_RULE);
        assert.notEqual(exempted.length, 0);
        assert.deepEqual(
            exempted.filter(
                ({ verdict, resource }) => verdict !== "exempted" || !resource.endsWith("::openmrs-gateway"),
            ),
            [],
        );
        const corrected = report.remediations.filter(({ rule }) => rule === PRIVILEGE_RULE);
        assert.notEqual(corrected.length, 0);
    });

    it("lists a disabled rule, and concludes nothing on its requirements", async () => {
        await workspace.write("policies/config/dev.json", JSON.stringify({ [RULE]: "disabled" }));
        const { exitCode, text, report } = await preview([PURGEABLE]);
        assert.equal(exitCode, 0, text);
        assert.deepEqual(report.disabledRules, [RULE]);
        assert.deepEqual(statuses(report, RULE), new Set(["undetermined"]));
        assert.match(text, new RegExp(`Règles désactivées : ${RULE}`));
    });

    it("refuses a configuration that names no rule, before anything starts", async () => {
        await workspace.write("policies/config/dev.json", JSON.stringify({ "key-vault-purge": "disabled" }));
        const { exitCode, stderr } = await workspace.preview();
        assert.equal(exitCode, 2);
        assert.match(stderr, /key-vault-purge.*attendu une règle des paquets/);
        assert.doesNotMatch(stderr, /^ {4}at /m);
    });
});
