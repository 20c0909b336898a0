import * as pulumi from "@pulumi/pulumi";
import { parse, stringify } from "yaml";
import { listManagedClusterUserCredentialsOutput, type ManagedCluster } from "../azure";

/** Ways of kubelogin to sign in without a person. */
export type KubeLogin = "azurecli" | "workloadidentity" | "msi" | "spn";

/** The part of a kubeconfig that says how to sign in. */
interface Kubeconfig {
    readonly users: readonly { readonly user: { readonly exec: { args: string[] } } }[];
}

/**
 * A kubeconfig whose users sign in by the way given. Azure's own names `--login devicecode`, which waits for a person
 * in front of a browser, and the application that this person would sign in to: the other ways take their client from
 * kubelogin's environment, and msi would look for a managed identity of that id.
 *
 * @param kubeconfig of Azure's "exec" format, as YAML.
 */
export function signInBy(login: KubeLogin, kubeconfig: string): string {
    const config = parse(kubeconfig) as Kubeconfig;
    for (const { exec } of config.users.map(({ user }) => user)) {
        const client = exec.args.indexOf("--client-id");
        if (client >= 0) {
            exec.args.splice(client, 2);
        }
        exec.args = exec.args.map((arg, index, args) => (args[index - 1] === "--login" ? login : arg));
    }
    return stringify(config);
}

/**
 * The kubeconfig of an Entra user of the cluster, never the administrator's. Secret, and unknown until the cluster exists.
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
            return signInBy(login, Buffer.from(first.value, "base64").toString("utf8"));
        }),
    );
}
