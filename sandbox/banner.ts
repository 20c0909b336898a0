/** The first line of every command in the sandbox. */
export const BANNER =
    "Bac à sable\u00a0: Azure est simulé\u00a0; rien n’est créé ni facturé. / Sandbox: Azure is simulated; nothing is created or billed.";
