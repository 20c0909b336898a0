import * as pulumi from "@pulumi/pulumi";
import { CacheRule, CredentialSet } from "../azure";
import { assignRole } from "../identity/role";
import { imageSources, type Source } from "../images";

export interface ImageCacheArgs {
    readonly resourceGroupName: string;
    readonly registryName: string;
    readonly subscriptionId: string;

    /** Key Vault that holds Docker Hub's user name and token, put there by hand. */
    readonly vaultId: pulumi.Input<string>;
    readonly vaultUri: string;
}

/** The vault's secrets by which the registry signs in to Docker Hub. */
const DOCKER_HUB = { username: "docker-hub-username", token: "docker-hub-token" } as const;

/** Names that nothing else in the vault may have: a certificate keeps its key as a secret of its own name. */
export const dockerHubSecrets: readonly string[] = Object.values(DOCKER_HUB);

/**
 * Fetches the platform's images from the public registries, so that the nodes never reach those. Docker Hub is signed in
 * to, with an account of its own that can read public images and nothing else; the others answer everybody.
 *
 * The vault is closed to the Internet: the registry passes as a trusted service. Azure documents that for its encryption;
 * should the credential set be "Unhealthy" nevertheless, Docker Hub's rules go and `az acr import` brings the images: a
 * repository under a cache rule takes no push and no import.
 */
export class ImageCache extends pulumi.ComponentResource {
    constructor(
        name: string,
        private readonly args: ImageCacheArgs,
        opts?: pulumi.ComponentResourceOptions,
    ) {
        super("audioprothese:registry:ImageCache", name, {}, opts);
        const dockerHub = this.signInToDockerHub(`${name}-docker-hub`);
        for (const source of imageSources) {
            this.cache(`${name}-${ruleName(source)}`, source, dockerHub);
        }
        this.registerOutputs({});
    }

    private signInToDockerHub(name: string): CredentialSignIn {
        const { resourceGroupName, registryName, subscriptionId, vaultId, vaultUri } = this.args;
        const credentials = new CredentialSet(
            name,
            {
                credentialSetName: "docker-hub",
                registryName,
                resourceGroupName,
                loginServer: "docker.io",
                identity: { type: "SystemAssigned" },
                authCredentials: [
                    {
                        name: "Credential1",
                        usernameSecretIdentifier: `${vaultUri}secrets/${DOCKER_HUB.username}`,
                        passwordSecretIdentifier: `${vaultUri}secrets/${DOCKER_HUB.token}`,
                    },
                ],
            },
            { parent: this },
        );
        const principalId = credentials.identity.apply((identity) => identity?.principalId ?? "");
        const roles = dockerHubSecrets.map((secret) =>
            assignRole(
                `${name}-role-${secret}`,
                {
                    role: "keyVaultSecretsUser",
                    scope: pulumi.interpolate`${vaultId}/secrets/${secret}`,
                    principalId,
                    subscriptionId,
                    identityName: `${registryName}/docker-hub`,
                    scopeName: `${vaultUri}secrets/${secret}`,
                },
                this,
            ),
        );
        return { id: credentials.id, roles };
    }

    private cache(name: string, source: Source, dockerHub: CredentialSignIn): void {
        const { resourceGroupName, registryName } = this.args;
        const { upstream, repository } = source;
        const signedIn = upstream === "docker.io";
        new CacheRule(
            name,
            {
                cacheRuleName: ruleName(source),
                registryName,
                resourceGroupName,
                sourceRepository: `${upstream}/${repository}`,
                targetRepository: repository,
                ...(signedIn && { credentialSetResourceId: dockerHub.id }),
            },
            { parent: this, dependsOn: signedIn ? dockerHub.roles : [] },
        );
    }
}

/** A credential set, and the roles without which it opens nothing. */
interface CredentialSignIn {
    readonly id: pulumi.Output<string>;
    readonly roles: pulumi.Resource[];
}

/** The image and who makes it: Azure accepts letters, digits and hyphens, 50 at most. */
function ruleName({ repository }: Source): string {
    const [owner = "", ...path] = repository.split("/");
    return `${owner}-${path.at(-1) ?? ""}`;
}
