/** The first line of every command in the sandbox. */
export const BANNER =
    "Bac à sable\u00a0: Azure est simulé\u00a0; rien n’est créé ni facturé. / Sandbox: Azure is simulated; nothing is created or billed.";

/** The first line while the sandbox's cluster is up. */
export const CLUSTER_BANNER = `${BANNER} Kubernetes\u00a0: les objets vont au serveur d’API du bac à sable. / Kubernetes: objects go to the sandbox’s own API server.`;
