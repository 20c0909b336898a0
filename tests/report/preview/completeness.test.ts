import * as assert from "node:assert/strict";
import { incompleteness } from "../../../report/preview/completeness";
import {
    error,
    finished,
    framework,
    judged,
    type RawEvent,
    recordOf,
    registered,
    stackJudged,
    STACK_URN,
    STORE,
    undecided,
    urn,
    violation,
    wholeRun,
} from "../fixtures";

const FRAMEWORKS = [
    framework("hds", { "EXI 1": ["store-private"] }),
    framework("rgpd", { "art. 32": ["store-private"] }),
];
const PACKS = ["hds", "rgpd"];
const REFUSED = 255;

function reasons(events: readonly RawEvent[], exitCode = 0): readonly string[] {
    return incompleteness(recordOf(events), exitCode, FRAMEWORKS);
}

/** A whole run without the events that match. */
function without(drop: (event: RawEvent) => boolean, ...verdicts: RawEvent[]): RawEvent[] {
    return wholeRun(PACKS, ...verdicts).filter((event) => !drop(event));
}

function summaryOf(event: RawEvent, kind: string, pack: string): boolean {
    return (event[kind] as { policyPackName?: string } | undefined)?.policyPackName === pack;
}

describe("a run is judged when", () => {
    it("each pack judged each resource and the stack", () => {
        assert.deepEqual(reasons(wholeRun(PACKS)), []);
    });

    it("mandatory violations explain the exit code", () => {
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, [], ["store-private"]),
            violation("hds", "store-private", STORE, "public"),
            error("preview failed"),
        );

        assert.deepEqual(reasons(events, REFUSED), []);
    });

    it("a value was unknown, which does not fail the preview", () => {
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, [], ["store-private"]),
            undecided("hds", "store-private", STORE, "indécidable : access"),
        );

        assert.deepEqual(reasons(events), []);
    });

    it("a replaced resource has several steps, and a deleted one no verdict", () => {
        const events = [
            ...wholeRun(PACKS),
            registered("test:index:Store", "records", "create-replacement"),
            registered("test:index:Store", "records", "replace"),
            registered("test:index:Store", "records", "delete-replaced"),
            registered("test:index:Store", "gone", "delete"),
            registered("test:index:Store", "looked-up", "read"),
        ];

        assert.deepEqual(reasons(events), []);
    });
});

describe("a run is incomplete when", () => {
    it("a pack left out a resource", () => {
        const dropped = without(
            (event) =>
                summaryOf(event, "policyAnalyzeSummaryEvent", "rgpd") &&
                (event.policyAnalyzeSummaryEvent as { resourceUrn: string }).resourceUrn === STORE,
        );

        assert.deepEqual(reasons(dropped), [
            "paquet de règles «\u00a0rgpd\u00a0»\u00a0: 1\u00a0ressource sur 2 non examinée (records)",
        ]);
    });

    it("a pack left out many resources: five are named", () => {
        const many = Array.from({ length: 7 }, (_, index) =>
            registered("test:index:Store", `s${index.toString()}`),
        );
        const ours = many.flatMap((_, index) => [
            judged("rgpd", urn("test:index:Store", `s${index.toString()}`)),
        ]);

        assert.deepEqual(reasons([...wholeRun(PACKS), ...many, ...ours]), [
            "paquet de règles «\u00a0hds\u00a0»\u00a0: 7\u00a0ressources sur 9 non examinées (s0, s1, s2, s3, s4 et 2 autres)",
        ]);
    });

    it("a pack broke down on a resource that another one judged and that was never registered", () => {
        const events = [...wholeRun(PACKS), judged("hds", urn("test:index:Store", "lost"))];

        assert.deepEqual(reasons(events), [
            "paquet de règles «\u00a0rgpd\u00a0»\u00a0: 1\u00a0ressource sur 3 non examinée (lost)",
        ]);
    });

    it("a pack said nothing at all", () => {
        const events = without(
            (event) =>
                summaryOf(event, "policyAnalyzeSummaryEvent", "hds") ||
                summaryOf(event, "policyAnalyzeStackSummaryEvent", "hds"),
        );

        assert.deepEqual(reasons(events), [
            "paquet de règles «\u00a0hds\u00a0»\u00a0: aucune ressource examinée",
        ]);
    });

    it("the stack rules of a pack did not run", () => {
        const events = without((event) => summaryOf(event, "policyAnalyzeStackSummaryEvent", "hds"));

        assert.deepEqual(reasons(events), [
            "paquet de règles «\u00a0hds\u00a0»\u00a0: règles de pile non exécutées",
        ]);
    });

    it("a rule threw: no verdict of others is given, and the stack trace is left out", () => {
        const events = [
            registered("pulumi:pulumi:Stack", "clinic-dev"),
            judged("hds", STACK_URN),
            judged("rgpd", STACK_URN),
            registered("test:index:Store", "records"),
            judged("rgpd", STORE),
            error(
                "failed to run policy: Error validating resource with policy 'store-private' from policy pack 'hds@v1.0.0':\n" +
                    "Error: boom!\n    at check (/pack/rule.ts:3:9)\n    at Module._compile (node:internal/modules/cjs/loader:1:1)",
                STORE,
            ),
            error("preview failed"),
            finished,
        ];

        assert.deepEqual(reasons(events, REFUSED), [
            "records\u00a0: failed to run policy: Error validating resource with policy 'store-private' from policy pack 'hds@v1.0.0':\n" +
                "Error: boom!",
            "paquet de règles «\u00a0hds\u00a0»\u00a0: 1\u00a0ressource sur 2 non examinée (records)",
        ]);
    });

    it("a pack was killed, even beside violations that explain the exit code", () => {
        const events = wholeRun(
            PACKS,
            judged("rgpd", STORE, [], ["store-private"]),
            violation("rgpd", "store-private", STORE, "public"),
            error("failed to run policy: error reading from server: EOF", STORE),
        );

        assert.deepEqual(reasons(events, REFUSED), [
            "records\u00a0: failed to run policy: error reading from server: EOF",
        ]);
    });

    it("the engine did not come to its end", () => {
        const events = without((event) => "summaryEvent" in event);

        assert.deepEqual(reasons(events), [
            "le moteur s’est arrêté avant la fin de l’aperçu (aucun bilan dans son journal)",
        ]);
    });

    it("nothing happened at all, as with a pack that does not load", () => {
        assert.deepEqual(reasons([{ policyLoadEvent: {} }, { cancelEvent: {} }], REFUSED), [
            "le moteur s’est arrêté avant la fin de l’aperçu (aucun bilan dans son journal)",
            "paquet de règles «\u00a0hds\u00a0»\u00a0: aucune ressource examinée",
            "paquet de règles «\u00a0rgpd\u00a0»\u00a0: aucune ressource examinée",
        ]);
    });

    it("a run without a single resource claims to be at its end", () => {
        assert.ok(
            reasons([finished]).includes("le moteur n’a enregistré aucune ressource, pas même la pile"),
        );
    });

    it("a rule failed without saying what", () => {
        const events = wholeRun(PACKS, judged("hds", STORE, [], ["store-private"]));

        assert.deepEqual(reasons(events), [
            "paquet de règles «\u00a0hds\u00a0»\u00a0: échecs sans explication (store-private)",
        ]);
    });

    it("the explanation is about another resource", () => {
        const events = wholeRun(
            PACKS,
            judged("hds", STORE, [], ["store-private"]),
            violation("hds", "store-private", STACK_URN, "public"),
        );

        assert.deepEqual(reasons(events, REFUSED), [
            "paquet de règles «\u00a0hds\u00a0»\u00a0: échecs sans explication (store-private)",
        ]);
    });

    it("a stack rule failed, explained on any resource: complete; unexplained: not", () => {
        const failed = stackJudged("hds", [], ["store-private"]);

        assert.deepEqual(
            reasons(wholeRun(PACKS, failed, violation("hds", "store-private", STORE, "public")), REFUSED),
            [],
        );
        assert.deepEqual(reasons(wholeRun(PACKS, failed)), [
            "paquet de règles «\u00a0hds\u00a0»\u00a0: échecs sans explication (store-private)",
        ]);
    });

    it("a pack runs rules that the framework does not know", () => {
        assert.deepEqual(reasons(wholeRun(PACKS, judged("hds", STORE, ["store-old"]))), [
            "paquet de règles «\u00a0hds\u00a0»\u00a0: règles inconnues du référentiel (store-old)",
        ]);
    });

    it("a pack from elsewhere refused the preview", () => {
        const events = [...wholeRun(PACKS), violation("acme", "cost", STORE, "too dear")];

        assert.deepEqual(reasons(events, REFUSED), [
            "paquet de règles «\u00a0acme\u00a0», étranger à ce rapport\u00a0: aperçu refusé",
        ]);
    });

    it("the exit code contradicts the verdicts", () => {
        const refused = wholeRun(
            PACKS,
            judged("hds", STORE, [], ["store-private"]),
            violation("hds", "store-private", STORE, "public"),
        );

        assert.deepEqual(reasons(refused, 0), [
            "le moteur a accepté l’aperçu malgré des non-conformités obligatoires",
        ]);
        assert.deepEqual(reasons(wholeRun(PACKS), REFUSED), [
            "le moteur a échoué sans qu’une règle soit en cause (code de sortie 255)",
        ]);
    });
});
