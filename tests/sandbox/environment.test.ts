import assert from "node:assert/strict";

import { sandboxVariables } from "../../sandbox/environment";

const SANDBOX = {
    home: "/s/home",
    state: "/s/state",
    providers: { "azure-native": 1001, random: 1002 },
};

describe("the sandbox's environment", () => {
    it("keeps the user's own variables", () => {
        const variables = sandboxVariables({ PATH: "/bin", LANG: "fr_FR.UTF-8", EMPTY: undefined }, SANDBOX);
        assert.equal(variables.PATH, "/bin");
        assert.equal(variables.LANG, "fr_FR.UTF-8");
        assert.equal("EMPTY" in variables, false);
    });

    for (const name of [
        "PULUMI_ACCESS_TOKEN",
        "PULUMI_STACK",
        "PULUMI_CONFIG",
        "PULUMI_CONFIG_PASSPHRASE_FILE",
        "PULUMI_DEBUG_GRPC",
        "ARM_CLIENT_SECRET",
        "AZURE_CLIENT_ID",
        "KUBECONFIG",
    ]) {
        it(`drops the user's ${name}`, () => {
            assert.equal(name in sandboxVariables({ [name]: "theirs" }, SANDBOX), false);
        });
    }

    it("puts its own backend in the place of the user's", () => {
        const variables = sandboxVariables({ PULUMI_BACKEND_URL: "https://theirs" }, SANDBOX);
        assert.equal(variables.PULUMI_BACKEND_URL, "file:///s/state?metadata=skip");
        assert.equal(variables.PULUMI_HOME, "/s/home");
    });

    it("names the ports of the providers", () => {
        const variables = sandboxVariables({}, SANDBOX);
        assert.equal(variables.PULUMI_DEBUG_PROVIDERS, "azure-native:1001,random:1002");
    });
});
