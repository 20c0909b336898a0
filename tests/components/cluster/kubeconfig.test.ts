import * as assert from "node:assert/strict";
import { parse } from "yaml";
import { type KubeLogin, signInBy } from "../../../components/cluster/kubeconfig";
import { KUBECONFIG } from "../../support/recorder";

const LOGINS: readonly KubeLogin[] = ["azurecli", "workloadidentity", "msi", "spn"];

/** Azure's own kubeconfig with the way to sign in replaced, and the application taken away, as text. */
function expected(login: KubeLogin): unknown {
    const text = KUBECONFIG.replace("devicecode", login).replace(/ *- --client-id\n.*\n/, "");
    return parse(text);
}

describe("signInBy", () => {
    for (const login of LOGINS) {
        it(`signs in by ${login}, without the application that people sign in to`, () => {
            const result: unknown = parse(signInBy(login, KUBECONFIG));
            assert.deepEqual(result, expected(login));
            const text = JSON.stringify(result);
            assert.ok(
                text.includes(`"--tenant-id","7d2f1c54-9d0b-4b8e-8a35-64a2a5c3f0e1","--login","${login}"]`),
            );
            assert.ok(!text.includes("client-id"));
        });
    }

    it("leaves a cluster alone that is named after a login", () => {
        const kubeconfig = KUBECONFIG.replaceAll("aks-core", "devicecode");
        const { clusters } = parse(signInBy("msi", kubeconfig)) as { clusters: readonly { name: string }[] };
        assert.equal(clusters[0]?.name, "devicecode");
    });
});
