/** What the API server says of several servers of OpenMRS, before anybody turns them on. */
import assert from "node:assert/strict";

import { changedResources, counts } from "../engine/output";
import type { Edit } from "../support/workspace";
import type { TestCluster } from "./test-cluster";

/** The settings of prod with several servers in them. */
const CLUSTERED: Edit = {
    file: "Pulumi.prod.yaml",
    from: "  audioprothese-plus:openmrs:\n",
    to: `  audioprothese-plus:openmrs:
    clustering:
      replicas: { min: 2, max: 4 }
      search: { host: search.example.net, port: 9200 }
      objectStorage: { host: s3.example.net, port: 443, bucket: openmrs, region: fr-par }
`,
};

export function describeClustering(cluster: () => TestCluster): void {
    describe("several servers of OpenMRS", () => {
        // The disk of the one server, which several do not have, is protected.
        before(async () => {
            counts(await cluster().pulumi("state", "unprotect", "--all", "--stack", "prod", "--yes"));
        });
        const preview = (...faults: readonly Edit[]) =>
            cluster().workspace.edited([CLUSTERED, ...faults], () =>
                cluster().pulumi("preview", "--stack", "prod"),
            );

        it("are accepted in a dry run", async () => {
            const result = await preview();
            counts(result);
            const changes = changedResources(result.stdout);
            for (const change of [
                "+ kubernetes:core/v1:Service openmrs-backend-peers",
                "+ kubernetes:apps/v1:Deployment openmrs-backend",
                "+ kubernetes:autoscaling/v2:HorizontalPodAutoscaler openmrs-backend",
                "+ kubernetes:policy/v1:PodDisruptionBudget openmrs-backend",
                "+ kubernetes:networking.istio.io/v1:ServiceEntry openmrs-backend-to-search.example.net-9200-service",
                "+ kubernetes:cilium.io/v2:CiliumNetworkPolicy openmrs-backend-to-s3.example.net-443",
                "- kubernetes:apps/v1:StatefulSet openmrs-backend",
            ]) {
                assert.ok(changes.includes(change), `${change}, in:\n${changes.join("\n")}`);
            }
        });

        it("are refused in a dry run that finds a fault", async () => {
            const { exitCode, stdout, stderr } = await preview({
                file: "components/openmrs/clustering.ts",
                from: '"cache-data": 7800,',
                to: '"cache-data": 78_000,',
            });
            assert.notEqual(exitCode, 0);
            assert.match(
                stdout + stderr,
                /Service "openmrs-backend-peers" is invalid: spec\.ports\[0\]\.port: Invalid value: 78000: must be between 1 and 65535/,
            );
        });
    });
}
