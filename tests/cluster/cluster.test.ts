/** The stand-in and the whole platform in clusters of the sandbox: two, since one serves one stack. */
import { describeAdmission } from "./admission";
import { describeCalls } from "./calls";
import { describeClustering } from "./clustering";
import { describePlatform } from "./platform";
import { describeRights } from "./rights";
import { describeStandIn } from "./stand-in";
import { describeSurvival } from "./survival";
import { TestCluster } from "./test-cluster";

describe("the sandbox's cluster", function () {
    this.timeout(600_000);

    const clusters = new Map<"dev" | "prod", TestCluster>();
    before(async () => {
        clusters.set("prod", await TestCluster.start(console.log));
        // Its test is the last, and awaits it.
        void of("prod")().applied("prod");
        clusters.set("dev", await TestCluster.start(console.log));
    });
    after(() => Promise.all([...clusters.values()].map((cluster) => cluster.end())));

    const of = (stack: "dev" | "prod") => (): TestCluster => {
        const cluster = clusters.get(stack);
        if (cluster === undefined) {
            throw new Error(`cluster of ${stack}: expected it to be up, got none`);
        }
        return cluster;
    };

    describeStandIn(of("dev"));
    describeCalls(of("dev"));

    describePlatform(of("dev"), "dev");
    describeAdmission(of("dev"));
    describeRights(of("dev"));

    describePlatform(of("prod"), "prod");
    describeClustering(of("prod"));
    describeSurvival(of("prod"));
});
