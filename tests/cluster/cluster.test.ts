/** The stand-in and the whole platform in one cluster, the sandbox's own. */
import { describeAdmission } from "./admission";
import { describeCalls } from "./calls";
import { describePlatform } from "./platform";
import { describeStandIn } from "./stand-in";
import { describeSurvival } from "./survival";
import { TestCluster } from "./test-cluster";

describe("the sandbox's cluster", function () {
    this.timeout(600_000);

    let cluster: TestCluster | undefined;
    before(async () => {
        cluster = await TestCluster.start(console.log);
    });
    after(() => cluster?.end());

    const running = (): TestCluster => {
        if (cluster === undefined) {
            throw new Error("cluster: expected it to be up, got none");
        }
        return cluster;
    };

    describeStandIn(running);
    describeCalls(running);

    describePlatform(running, "dev");
    describeAdmission(running);

    describe("anew", () => {
        before(() => running().renew());

        describePlatform(running, "prod");
        describeSurvival(running);
    });
});
