import * as assert from "node:assert/strict";
import { AUTHORIZATION, flowsOf, NETWORK_POLICY, OUTSIDE_POLICY } from "../../architecture/flows";
import { flowDrawings } from "../../architecture/flows-drawing";
import { flowsPage } from "../../architecture/flows-page";
import { Graph, type Properties, type Resource } from "../../architecture/graph";
import {
    admission,
    departure,
    departureOutside,
    departureToPart,
    namespacePolicies,
    podsOf,
} from "../../components/kubernetes/flows";
import { authorization } from "../../components/kubernetes/mesh";
import { resource } from "./sample";

const web = { namespace: "shop", workload: "web" };
const api = { namespace: "shop", workload: "api", port: 80 };
const ingress = {
    name: "ingress",
    namespace: "mesh",
    labels: { istio: "gateway" },
    account: "gateway-account",
};

type Policies = Readonly<Record<string, readonly [type: string, inputs: object]>>;

const { defaultDeny, dns } = namespacePolicies("shop");

const POLICIES: Policies = {
    refusal: [NETWORK_POLICY, defaultDeny],
    dns: [NETWORK_POLICY, dns],
    out: [NETWORK_POLICY, departure(web, api, "Demander l'heure")],
    in: [NETWORK_POLICY, admission(podsOf(web), api, "Demander l'heure")],
    allow: [AUTHORIZATION, authorization(podsOf(web), api)],
    entry: [NETWORK_POLICY, admission(ingress, { ...web, port: 8443 }, "Entrer")],
    allowEntry: [AUTHORIZATION, authorization(ingress, { ...web, port: 8443 })],
    host: [OUTSIDE_POLICY, departureOutside(web, { host: "search.example", port: 443 }, "Chercher")],
    part: [
        OUTSIDE_POLICY,
        departureToPart(web, { part: "kubelets", nodes: "10.0.0.0/22" }, "Mesurer les nœuds"),
    ],
};

/** A stack of one namespace with these policies. */
const graphOf = (policies: Policies): Graph =>
    new Graph([
        resource("kubernetes:core/v1:Namespace", "shop", { inputs: { metadata: { name: "shop" } } }),
        ...Object.entries(policies).map(([name, [type, inputs]]): Resource =>
            resource(type, name, { inputs: inputs as Properties }),
        ),
    ]);

const without = (...names: readonly string[]): Policies =>
    Object.fromEntries(Object.entries(POLICIES).filter(([name]) => !names.includes(name)));

/** Policies of which one says something else. */
function altered(name: string, change: (text: string) => string): Policies {
    const [type, inputs] = POLICIES[name] ?? ["", {}];
    const text = JSON.stringify(inputs);
    assert.notEqual(change(text), text);
    return { ...POLICIES, [name]: [type, JSON.parse(change(text)) as object] };
}

describe("the flows of a stack", () => {
    it("are read from its policies", () => {
        const party = (name: string, namespace = "shop") => ({ namespace, name });
        assert.deepEqual(flowsOf(graphOf(POLICIES)), {
            inside: [{ from: party("web"), to: party("api"), port: 80, purpose: "Demander l'heure" }],
            outside: [{ from: party("web"), to: "search.example", port: 443, purpose: "Chercher" }],
            parts: [{ from: party("web"), to: "kubelets", port: 10250, purpose: "Mesurer les nœuds" }],
            entries: [{ from: party("gateway", "mesh"), to: party("web"), port: 8443, purpose: "Entrer" }],
            open: [
                {
                    to: party("kube-dns", "kube-system"),
                    ports: ["UDP 53", "TCP 53"],
                    purpose: "Résoudre les noms",
                },
            ],
        });
    });

    const FAULTS: readonly [what: string, policies: Policies, message: string][] = [
        [
            "is not let in",
            without("in", "allow"),
            "shop/web -> shop/api:80: expected a policy that lets it in, got none",
        ],
        [
            "is not let out",
            without("out"),
            "shop/web -> shop/api:80: expected a policy that lets it out, got none",
        ],
        [
            "is not authorized by the mesh",
            without("allow"),
            "shop/web -> shop/api:80: expected an authorization of the mesh, got none",
        ],
        [
            "is authorized by the mesh alone",
            without("in", "out"),
            "shop/web -> shop/api:80: expected a policy that lets in what the mesh authorizes, got none",
        ],
        [
            "is authorized for another port",
            altered("allow", (text) => text.replace('"80"', '"81"')),
            "shop/web -> shop/api:80: expected an authorization of the mesh, got none\n" +
                "shop/web -> shop/api:81: expected a policy that lets in what the mesh authorizes, got none",
        ],
        [
            "comes from an add-on that the mesh does not authorize",
            without("allowEntry"),
            "mesh/* -> shop/web:8443: expected an authorization of the mesh, got none",
        ],
    ];
    for (const [what, policies, message] of FAULTS) {
        it(`refuse one that ${what}`, () => {
            assert.throws(() => flowsOf(graphOf(policies)), { message });
        });
    }

    const MUTE: readonly [policy: string, flow: string][] = [
        ["out", "shop/web -> shop/api:80"],
        ["in", "shop/web -> shop/api:80"],
        ["entry", "mesh/gateway -> shop/web:8443"],
        ["dns", "every pod -> kube-dns"],
        ["host", "shop/web -> search.example:443"],
        ["part", "shop/web -> kubelets:10250"],
    ];
    for (const [policy, flow] of MUTE) {
        it(`refuse one that does not say why: ${policy}`, () => {
            const mute = altered(policy, (text) => text.replace(/"audioprothese\/purpose":"[^"]*"/, ""));
            assert.throws(() => flowsOf(graphOf(mute)), {
                message: `${flow}: expected the annotation audioprothese/purpose, got none`,
            });
        });
    }

    const FORMS: readonly [what: string, policies: Policies][] = [
        [
            "of two ports",
            altered("in", (text) => text.replace('{"protocol"', '{"protocol":"TCP","port":1},{"protocol"')),
        ],
        ["of a range of ports", altered("in", (text) => text.replace('"port":80', '"port":80,"endPort":90'))],
        [
            "of addresses",
            altered("out", (text) =>
                text.replace(
                    '"podSelector":{"matchLabels":{"app.kubernetes.io/name":"api"}}',
                    '"ipBlock":{"cidr":"0.0.0.0/0"}',
                ),
            ),
        ],
        [
            "of every pod of a namespace",
            altered("in", (text) =>
                text.replace(
                    '"podSelector":{"matchLabels":{"app.kubernetes.io/name":"web"}}',
                    '"podSelector":{}',
                ),
            ),
        ],
        ["that denies in the mesh", altered("allow", (text) => text.replace("ALLOW", "DENY"))],
        ["of any principal", altered("allow", (text) => text.replace(/cluster\.local[^"]*/, "*"))],
        [
            "of a pattern of hosts",
            altered("host", (text) => text.replace('[{"matchName"', '[{"matchPattern"')),
        ],
        ["of the whole world", altered("part", (text) => text.replace('"host","remote-node"', '"world"'))],
        ["of another port of the nodes", altered("part", (text) => text.replace('"10250"', '"22"'))],
        ["of every port of the nodes", altered("part", (text) => text.replace(/,"toPorts":\[.*?\]\}\]/, ""))],
        [
            "that asks the DNS for another host",
            altered("host", (text) =>
                text.replace('"matchName":"search.example"', '"matchName":"other.example"'),
            ),
        ],
    ];
    for (const [what, policies] of FORMS) {
        it(`refuse a policy ${what}, which the page would not show`, () => {
            assert.throws(() => flowsOf(graphOf(policies)), {
                message: /^\w+: expected a form of architecture\/flow-forms\.ts, got \{/m,
            });
        });
    }
});

describe("the page on the flows", () => {
    const both = graphOf(POLICIES);
    const page = flowsPage({ dev: graphOf(without("host")), prod: both });

    it("has a row for each flow, with its reason and the stacks that have it", () => {
        for (const row of [
            "| `mesh/gateway` | `shop/web` | 8443 | Entrer | dev, prod |",
            "| `shop/web` | `shop/api` | 80 | Demander l’heure | dev, prod |",
            "| `shop/web` | `kubelets` | 10250 | Mesurer les nœuds | dev, prod |",
            "| `shop/web` | `search.example` | 443 | Chercher | prod |",
            "| `kube-system/kube-dns` | UDP 53, TCP 53 | Résoudre les noms | dev, prod |",
        ]) {
            assert.ok(page.includes(row), row);
        }
    });

    it("says so where there is none", () => {
        const bare = graphOf(without("host"));
        assert.match(flowsPage({ dev: bare, prod: bare }), /Aucun\.\n\n## Toujours ouvert/);
    });

    it("draws prod: a frame for each namespace, an arrow for each pair, hosts outside apart", () => {
        const drawing = [
            "```mermaid",
            "flowchart LR",
            '    subgraph ns__mesh["mesh"]',
            '        mesh__gateway["gateway"]',
            "    end",
            '    subgraph ns__shop["shop"]',
            '        shop__web["web"]',
            '        shop__api["api"]',
            "    end",
            '    host__kubelets{{"kubelets"}}',
            '    host__search_example(["search.example"])',
            '    mesh__gateway -->|"8443"| shop__web',
            '    shop__web -->|"80"| shop__api',
            '    shop__web -->|"10250"| host__kubelets',
            '    shop__web -->|"443"| host__search_example',
            "```",
        ].join("\n");
        assert.deepEqual(flowDrawings(flowsOf(both)), { together: drawing, apart: [] });
        assert.ok(page.includes(drawing));
    });

    it("joins the ports between two boxes on one arrow", () => {
        const second = { ...api, port: 81 };
        const more = graphOf({
            ...POLICIES,
            out2: [NETWORK_POLICY, departure(web, second, "Compter")],
            in2: [NETWORK_POLICY, admission(podsOf(web), second, "Compter")],
            allow2: [AUTHORIZATION, authorization(podsOf(web), second)],
        });
        assert.match(flowDrawings(flowsOf(more)).together, /shop__web -->\|"80, 81"\| shop__api/);
    });

    it("draws apart what joins more than ten others", () => {
        const meter = { namespace: "shop", workload: "meter" };
        const measured = (count: number): Policies => {
            const policies: Record<string, Policies[string]> = {};
            for (let index = 0; index < count; index++) {
                const to = { namespace: "shop", workload: `server-${index.toString()}`, port: 9100 };
                policies[`out-${to.workload}`] = [NETWORK_POLICY, departure(meter, to, "Mesurer")];
                policies[`in-${to.workload}`] = [NETWORK_POLICY, admission(podsOf(meter), to, "Mesurer")];
                policies[`allow-${to.workload}`] = [AUTHORIZATION, authorization(podsOf(meter), to)];
            }
            return policies;
        };
        const ten = flowDrawings(flowsOf(graphOf({ ...POLICIES, ...measured(10) })));
        assert.equal(ten.apart.length, 0);
        assert.match(ten.together, /shop__meter -->/);

        const busy = graphOf({ ...POLICIES, ...measured(11) });
        const { together, apart } = flowDrawings(flowsOf(busy));
        assert.equal(together, flowDrawings(flowsOf(both)).together);
        const [drawn] = apart;
        assert.ok(drawn !== undefined && apart.length === 1);
        assert.equal(drawn.drawing.match(/-->/g)?.length, 11);
        assert.doesNotMatch(drawn.drawing, /shop__web/);
        const text = flowsPage({ dev: busy, prod: both });
        assert.ok(text.includes(`Ce que joint \`shop/meter\`\u00a0:\n\n${drawn.drawing}`));
    });
});
