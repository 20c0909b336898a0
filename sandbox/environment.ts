/** Protects the sandbox's state from nobody: it holds simulated values only, and asks for no secret to be kept. */
const PASSPHRASE = "audioprothese-plus-sandbox";

/**
 * The salt and check value that Pulumi would make for the passphrase and write to Pulumi.<stack>.yaml. Fixed, so that
 * the sandbox need not write to the project.
 */
export const ENCRYPTION_SALT = "v1:1UFTLNTd4c8=:v1:RBM9yR9BGuktFaQi:l2BYDPb4LYP03PhaVymMeniYfuX0nQ==";

/** What would make the CLI or a provider look elsewhere than in the sandbox: another backend, account, stack or cluster. */
const FOREIGN = /^(PULUMI_|ARM_|AZURE_|KUBE)/;

/** Where a sandbox keeps its files, and on which ports its providers listen. */
export interface SandboxEnvironment {
    readonly home: string;
    readonly state: string;
    /** Ports on 127.0.0.1 by provider name. */
    readonly providers: Readonly<Record<string, number>>;
}

/** The user's own variables, without those that belong to a real Pulumi, Azure or cluster. Plugins are never behind a proxy. */
export function ownVariables(user: Readonly<Record<string, string | undefined>>): Record<string, string> {
    const own = Object.entries(user).filter(
        (entry): entry is [string, string] => entry[1] !== undefined && !FOREIGN.test(entry[0]),
    );
    const direct = [user.no_proxy ?? user.NO_PROXY, "127.0.0.1", "localhost"].filter(Boolean).join(",");
    return { ...Object.fromEntries(own), no_proxy: direct, NO_PROXY: direct };
}

/** The CLI's environment in the sandbox: the user's own, without what belongs to a real Pulumi or Azure. */
export function sandboxVariables(
    user: Readonly<Record<string, string | undefined>>,
    sandbox: SandboxEnvironment,
): Record<string, string> {
    const providers = Object.entries(sandbox.providers).map(([name, port]) => `${name}:${String(port)}`);
    return {
        ...ownVariables(user),
        PULUMI_HOME: sandbox.home,
        // Without the files ".attrs", which a killed command leaves empty, and which no later one could then read.
        PULUMI_BACKEND_URL: `file://${sandbox.state.replace(/[%?#]/g, encodeURIComponent)}?metadata=skip`,
        PULUMI_CONFIG_PASSPHRASE: PASSPHRASE,
        // "stack rm" would delete the project's own Pulumi.<stack>.yaml.
        PULUMI_OPTION_PRESERVE_CONFIG: "true",
        PULUMI_FALLBACK_TO_STATE_SECRETS_MANAGER: "true",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_IGNORE_AMBIENT_PLUGINS: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PULUMI_DIY_BACKEND_DISABLE_CHECKPOINT_BACKUPS: "true",
        // Writing the whole state before and after each step takes most of an update's time. Only a kill loses the steps.
        PULUMI_SKIP_CHECKPOINTS: "true",
        PULUMI_DEBUG_PROVIDERS: providers.join(","),
    };
}
