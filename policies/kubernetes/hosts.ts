import { such } from "../expectation";

/** A host by its whole name; left out it means every host. */
export const explicitHost = such("un nom sans joker", (host) => !String(host ?? "*").includes("*"));
