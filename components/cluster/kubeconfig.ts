import * as pulumi from "@pulumi/pulumi";
import { listManagedClusterUserCredentialsOutput, type ManagedCluster } from "../azure";

/** Ways of kubelogin to sign in without a person. */
export type KubeLogin = "azurecli" | "workloadidentity" | "msi" | "spn";

/**
 * The kubeconfig of an Entra user of the cluster, never the administrator's. Secret, and unknown until the cluster exists.
 *
 * Azure writes `--login devicecode` in it, which waits for a person in front of a browser; the way given replaces that.
 */
export function kubeconfigOf(
    cluster: ManagedCluster,
    resourceGroupName: string,
    login: KubeLogin,
): pulumi.Output<string> {
    const credentials = listManagedClusterUserCredentialsOutput({
        // An output: the call waits until the cluster exists.
        resourceName: cluster.name,
        resourceGroupName,
        format: "exec",
    });
    return pulumi.secret(
        credentials.kubeconfigs.apply(([first]) => {
            if (first === undefined) {
                throw new pulumi.RunError(
                    "listManagedClusterUserCredentials: expected a kubeconfig, got none",
                );
            }
            return Buffer.from(first.value, "base64")
                .toString("utf8")
                .replace(/\bdevicecode\b/g, login);
        }),
    );
}
