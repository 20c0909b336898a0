import * as assert from "node:assert/strict";
import { cp, mkdtemp, rm, symlink } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { type JudgedRun, previewWithPacks } from "../../../report/preview/preview-with-packs";
import { ensureStack, openSandbox } from "../../../sandbox/sandbox";

const ROOT = join(__dirname, "..", "..", "..");

const CLUSTER = "azure-native:containerservice:ManagedCluster::aks";
const VAULT = "azure-native:keyvault:Vault::kv";
const FILES = "azure-native:storage:StorageAccount::files";
const RELEASE = "kubernetes:helm.sh/v3:Release::nginx";
const GROUP = "kubernetes:yaml:ConfigGroup::extras";
const WEB = "kubernetes:apps/v1:Deployment::web";
const WORKER = "kubernetes:apps/v1beta2:Deployment::worker";
const INGRESS = "kubernetes:extensions/v1beta1:Ingress::web";

/** What the program does wrong, by rule: the resources that the rule must find, and no other. */
const FAULTS: Readonly<Record<string, readonly string[]>> = {
    "aks-local-accounts-disabled": [CLUSTER],
    "aks-outbound-controlled": [CLUSTER],
    "container-image-own-registry": [WEB, WORKER],
    "container-read-only-root": [WORKER],
    "env-no-plain-secret": [WEB],
    "helm-chart-pinned": [RELEASE],
    "ingress-tls": [INGRESS],
    "key-vault-not-public": [VAULT],
    "pod-host-isolated": [WEB],
    "pod-not-privileged": [WEB, WORKER],
    "resource-covered": [RELEASE, GROUP],
    "storage-account-not-public": [FILES],
};

/** What it does right. */
const MERITS: Readonly<Record<string, readonly string[]>> = {
    "aks-api-private": [CLUSTER],
    "aks-network-policy": [CLUSTER],
    "key-vault-purge-protection": [VAULT],
    "resource-region-eea": [CLUSTER, VAULT, FILES],
    "storage-account-tls": [FILES],
};

const SECRET = "correct-horse-battery";

describe("a foreign program, judged from its own folder", function () {
    this.timeout(120_000);

    let directory: string;
    let run: JudgedRun;
    before(async () => {
        directory = await mkdtemp(join(tmpdir(), "shop-"));
        await cp(join(__dirname, "program"), directory, { recursive: true });
        await symlink(join(ROOT, "node_modules"), join(directory, "node_modules"));
        const pulumi = await openSandbox({ projectDirectory: directory, log: () => undefined });
        try {
            await ensureStack(pulumi, "test");
            run = await previewWithPacks(pulumi, {
                stack: "test",
                packs: ["hds", "rgpd"].map((pack) => join(ROOT, "policies", pack)),
                onProgress: () => undefined,
            });
        } finally {
            await pulumi.close();
        }
    });
    after(() => rm(directory, { recursive: true }));

    /** The resources that a rule was violated by, or passed, in some pack. */
    const violators = (rule: string) =>
        namesOf(
            run.record.violations.flatMap(({ policyName, resourceUrn }) =>
                policyName === rule ? [resourceUrn] : [],
            ),
        );
    const passers = (rule: string) =>
        namesOf(
            [...run.record.packs.values()].flatMap(({ resources }) =>
                [...resources].flatMap(([urn, { passed }]) => (passed.includes(rule) ? [urn] : [])),
            ),
        );

    it("is judged by both packs, whole, and refused for its faults alone", () => {
        const { finished, packs, resources, errors } = run.record;
        assert.equal(run.exitCode, 255);
        assert.ok(finished);
        assert.deepEqual(
            errors.map(({ message }) => message.trim()),
            ["preview failed"],
        );
        assert.deepEqual([...packs.keys()].sort(), ["hds", "rgpd"]);
        for (const { resources: judged, stack } of packs.values()) {
            assert.ok(stack);
            for (const urn of resources.keys()) {
                assert.ok(judged.has(urn), urn);
            }
        }
    });

    for (const [rule, resources] of Object.entries(FAULTS)) {
        it(`breaks ${rule} where it does, and nowhere else`, () => {
            assert.deepEqual(violators(rule), [...resources].sort());
        });
    }

    for (const [rule, resources] of Object.entries(MERITS)) {
        it(`respects ${rule}`, () => {
            assert.deepEqual(violators(rule), []);
            const passed = passers(rule);
            assert.deepEqual(
                resources.filter((resource) => !passed.includes(resource)),
                [],
            );
        });
    }

    it("is told which resources hide others", () => {
        const told = run.record.violations.filter(({ policyName }) => policyName === "resource-covered");
        for (const { message } of told) {
            assert.match(message, /dont les objets sont invisibles aux règles/);
        }
    });

    it("keeps its secrets", () => {
        assert.equal(JSON.stringify(run.record.violations).includes(SECRET), false);
    });
});

function namesOf(urns: readonly string[]): readonly string[] {
    return [...new Set(urns.map((urn) => urn.split("::").slice(-2).join("::")))].sort();
}
