import { flowsOf, nameOf, NETWORK_POLICY } from "../../architecture/flows";
import type { Graph } from "../../architecture/graph";
import { changed, finds, holds, named } from "../graph/recorded";

/** A phrase as the page's tables show it: a capital, no final period, typographic apostrophes, one line. */
const PHRASE = /^\p{Lu}[^'\n]{2,98}[^'\n.;,\s]$/u;

const badPurposes = (graph: Graph) => {
    const { inside, outside, parts, entries } = flowsOf(graph);
    return [...inside, ...outside, ...parts, ...entries]
        .filter(({ purpose }) => !PHRASE.test(purpose))
        .map((flow) => `${nameOf(flow)}: ${flow.purpose}`);
};

describe("the reason of every flow", () => {
    holds("is a phrase that a table can show", badPurposes);

    finds(
        "a sentence",
        badPurposes,
        changed(named(NETWORK_POLICY, "openmrs-frontend-8080-from-openmrs-gateway"), ({ inputs }) => ({
            inputs: {
                ...inputs,
                metadata: {
                    ...(inputs.metadata as object),
                    annotations: { "audioprothese/purpose": "Servir les pages." },
                },
            },
        })),
        "openmrs/openmrs-gateway -> openmrs/openmrs-frontend:8080: Servir les pages.",
    );
});
