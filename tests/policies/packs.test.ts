import * as assert from "node:assert/strict";

import * as analyzer from "@pulumi/pulumi/proto/analyzer_pb";

import { UNKNOWN, urnOf } from "../support/evaluate";
import { RunningPack } from "../support/running-pack";
import { rules } from "../../policies/catalogue";
import { EXEMPTION_REGISTER, VALUE_UNDECIDED } from "../../policies/pack/names";
import { container, deployment } from "./pods";
import { RESOURCE_RULES, STACK_RULES } from "./roster";

const ROSTER = [...RESOURCE_RULES, ...STACK_RULES].sort();

const VAULT = "azure-native:keyvault:Vault";
const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
const REGISTRY = "azure-native:containerregistry:Registry";

function brief(response: analyzer.AnalyzeResponse.AsObject) {
    return response.diagnosticsList.map(({ policyname, message, enforcementlevel, urn }) => ({
        policyname,
        message,
        mandatory: enforcementlevel === analyzer.EnforcementLevel.MANDATORY,
        urn,
    }));
}

it("both packs serve the whole catalogue, so that one register of exemptions is valid for both", () => {
    assert.deepEqual(rules.map(({ id }) => id).sort(), ROSTER);
});

for (const name of ["hds", "rgpd"]) {
    describe(`the ${name} pack, over the engine's protocol`, () => {
        let pack: RunningPack;

        before(async () => {
            pack = await RunningPack.start(name);
        });

        after(() => pack.stop());

        it("serves every rule under its id, with its severity, remedy and requirements", async () => {
            const info = (await pack.info()).toObject();
            assert.equal(info.name, name);
            assert.equal(info.version, "0.1.0");
            const [register, undecided, ...policies] = info.policiesList.reverse();
            assert.equal(undecided?.name, VALUE_UNDECIDED);
            assert.equal(register?.name, EXEMPTION_REGISTER);
            assert.deepEqual(policies.map((policy) => policy.name).sort(), ROSTER);
            for (const policy of policies) {
                assert.notEqual(
                    policy.severity,
                    analyzer.PolicySeverity.POLICY_SEVERITY_UNSPECIFIED,
                    policy.name,
                );
                assert.match(policy.description, /^\S.* \/ .*\S$/, policy.name);
                assert.match(policy.remediationSteps, /^\S.*\n.*\S$/, policy.name);
                assert.match(policy.framework?.reference ?? "", /^(EXI \d\d|art\. \d+)/, policy.name);
            }
        });

        it("reports a violation as mandatory, with title and message in French", async () => {
            const response = await pack.analyze(VAULT, {
                properties: {
                    publicNetworkAccess: "Enabled",
                    enablePurgeProtection: true,
                    enableRbacAuthorization: true,
                },
            });
            const found = brief(response).filter(({ policyname }) => policyname === "key-vault-not-public");
            assert.deepEqual(found, [
                {
                    policyname: "key-vault-not-public",
                    message:
                        "Le coffre de clés n’est pas joignable depuis Internet / The key vault cannot be reached from the Internet\n" +
                        "properties.publicNetworkAccess\u00a0: attendu «\u00a0Disabled\u00a0», obtenu «\u00a0Enabled\u00a0»",
                    mandatory: true,
                    urn: "",
                },
            ]);
        });

        it("reports what is undecided beside the violations of the same rule", async () => {
            const response = await pack.analyze(VAULT, {
                properties: {
                    publicNetworkAccess: "Disabled",
                    enablePurgeProtection: UNKNOWN,
                    enableSoftDelete: false,
                    enableRbacAuthorization: true,
                },
            });
            const [violation, undecided] = brief(response).filter(
                ({ policyname }) => policyname === "key-vault-purge-protection",
            );
            assert.equal(violation?.policyname, "key-vault-purge-protection");
            assert.equal(violation.mandatory, true);
            assert.deepEqual(undecided, {
                policyname: "key-vault-purge-protection",
                message:
                    `can't run policy 'key-vault-purge-protection' from policy pack '${name}@v0.1.0' during preview: ` +
                    "indécidable : properties.enablePurgeProtection",
                mandatory: false,
                urn: "",
            });
        });

        it("names the rules that do not apply", async () => {
            const response = await pack.analyze("pulumi:pulumi:Stack", {});
            assert.deepEqual(brief(response), []);
            assert.deepEqual(
                response.notApplicableList.map(({ policyName }) => policyName).sort(),
                [...RESOURCE_RULES, VALUE_UNDECIDED].sort(),
            );
        });

        it("judges a stack by the inputs that were declared, though it is handed no outputs", async () => {
            await pack.analyze(REGISTRY, { registryName: "acraplusdev" });
            await pack.analyze(DEPLOYMENT, deployment({ containers: [container({ image: "nginx" })] }));
            const response = await pack.analyzeStack([REGISTRY, DEPLOYMENT]);
            const [image] = brief(response).filter(
                ({ policyname }) => policyname === "container-image-own-registry",
            );
            assert.deepEqual(image, {
                policyname: "container-image-own-registry",
                message:
                    "Toute image provient du registre privé de la plateforme / Every image comes from the platform's private registry\n" +
                    "spec.template.spec.containers[0].image\u00a0: attendu une image de «\u00a0acraplusdev.azurecr.io\u00a0», obtenu «\u00a0nginx\u00a0»",
                mandatory: true,
                urn: urnOf(DEPLOYMENT, "subject"),
            });
        });
    });
}
