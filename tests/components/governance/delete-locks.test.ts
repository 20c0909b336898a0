import * as assert from "node:assert/strict";
import { DeleteLocks } from "../../../components/governance/delete-locks";
import { all, settled, startRecording } from "../../support/recorder";

describe("DeleteLocks", () => {
    it("has Azure refuse the deletion of each resource, and says why in French", async () => {
        await startRecording();
        new DeleteLocks("locks", { scopes: { vault: "/vault", cluster: "/cluster" }, protectData: false });
        await settled();

        assert.deepEqual(
            all("azure-native:authorization:ManagementLockByScope").map(({ name, inputs }) => [name, inputs]),
            ["vault", "cluster"].map((key) => [
                `locks-${key}`,
                {
                    lockName: "keep",
                    scope: `/${key}`,
                    level: "CanNotDelete",
                    notes: "Données ou clés de santé : suppression interdite.",
                },
            ]),
        );
    });
});
