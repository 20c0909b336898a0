import { ProviderError } from "../protocol/provider-error";
import { textAt, type Properties, type Value } from "../protocol/values";
import { digest } from "./arm";

const USER_CREDENTIALS = "azure-native:containerservice:listManagedClusterUserCredentials";

/** Answers a function call. Throws for a function that it does not know. */
export function invoke(token: string, args: Properties): Properties {
    if (token !== USER_CREDENTIALS) {
        throw new ProviderError(
            `${token}: expected a function that the sandbox knows, ${USER_CREDENTIALS}; ` +
                "describe others in sandbox/providers/azure-native/invokes.ts",
        );
    }
    const value = Buffer.from(JSON.stringify(kubeconfig(args))).toString("base64");
    return { kubeconfigs: [{ name: "clusterUser", value }] };
}

/**
 * A user's access to a cluster that asks Entra for a token through kubelogin. Written as JSON, which is YAML.
 * There is no cluster behind it, and its host name says so.
 */
function kubeconfig(args: Properties): Value {
    const group = textAt(args, "resourceGroupName") ?? "";
    const cluster = textAt(args, "resourceName") ?? "";
    const user = `clusterUser_${group}_${cluster}`;
    return {
        apiVersion: "v1",
        kind: "Config",
        clusters: [
            {
                name: cluster,
                cluster: {
                    "certificate-authority-data": Buffer.from(digest(`${group}/${cluster}`, 64)).toString(
                        "base64",
                    ),
                    server: `https://${cluster}.${group}.sandbox.invalid:443`,
                },
            },
        ],
        contexts: [{ name: cluster, context: { cluster, user } }],
        "current-context": cluster,
        users: [
            {
                name: user,
                user: {
                    exec: {
                        apiVersion: "client.authentication.k8s.io/v1beta1",
                        command: "kubelogin",
                        args: [
                            "get-token",
                            "--environment",
                            "AzurePublicCloud",
                            "--server-id",
                            // The application that stands for AKS API servers in every Entra tenant.
                            "6dae42f8-4368-4678-94ff-3960e28e3630",
                            "--login",
                            "devicecode",
                        ],
                        provideClusterInfo: false,
                    },
                },
            },
        ],
    };
}
