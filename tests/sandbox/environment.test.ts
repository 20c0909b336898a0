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

    it("reaches its plugins past the user's proxy", () => {
        const proxied = { http_proxy: "http://proxy.example:3128", NO_PROXY: "intranet.example" };
        assert.equal(sandboxVariables(proxied, SANDBOX).no_proxy, "intranet.example,127.0.0.1,localhost");
        assert.equal(sandboxVariables({}, SANDBOX).no_proxy, "127.0.0.1,localhost");
    });

    it("keeps the path of its state whole in a URL", () => {
        const variables = sandboxVariables({}, { ...SANDBOX, state: "/s/100 %/état" });
        assert.equal(variables.PULUMI_BACKEND_URL, "file:///s/100 %25/état?metadata=skip");
    });

    it("has the state written once, and no backup of it", () => {
        const variables = sandboxVariables({}, SANDBOX);
        assert.equal(variables.PULUMI_SKIP_CHECKPOINTS, "true");
        assert.equal(variables.PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS, "true");
    });

    it("names the ports of the providers", () => {
        const variables = sandboxVariables({}, SANDBOX);
        assert.equal(variables.PULUMI_DEBUG_PROVIDERS, "azure-native:1001,random:1002");
    });
});
