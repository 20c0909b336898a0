import * as assert from "node:assert/strict";
import { networkDrawing, overview, subnetsOf } from "../../architecture/drawing";
import { Graph } from "../../architecture/graph";
import { resource, sample } from "./sample";

describe("the drawings", () => {
    it("show components with what they hold, arrows with what is used, and the way in with its sources", () => {
        assert.equal(
            overview(sample(), { network: "Réseau", vault: 'Le "coffre"' }),
            [
                "```mermaid",
                "flowchart TB",
                '    network["<b>Réseau</b><br/>1 réseau virtuel<br/>1 groupe de sécurité<br/>2 sous-réseaux<br/>' +
                    '1 adresse publique<br/>1 passerelle applicative"]',
                '    vault["<b>Le #quot;coffre#quot;</b><br/>1 coffre de clés<br/>1 point de terminaison privé"]',
                "    internet((Internet))",
                '    internet ==>|"passerelle applicative<br/>192.0.2.0/24 : 443"| network',
                '    vault -->|"sous-réseau"| network',
                "```",
            ].join("\n"),
        );
    });

    it("draw audit logs dotted, and the cluster that objects run on", () => {
        const drawing = overview(
            new Graph([
                resource("audioprothese:logging:Logging", "logging"),
                resource("azure-native:operationalinsights:Workspace", "workspace", { parent: "logging" }),
                resource("audioprothese:cluster:Cluster", "cluster"),
                resource("pulumi:providers:kubernetes", "access", { parent: "cluster" }),
                resource("azure-native:monitor:DiagnosticSetting", "log", {
                    parent: "cluster",
                    propertyDependencies: { workspaceId: ["workspace"] },
                }),
                resource("audioprothese:database:Database", "database"),
                resource("kubernetes:core/v1:Service", "service", { parent: "database", provider: "access" }),
            ]),
            {},
        );
        assert.match(drawing, /^ {4}cluster -\.-> logging$/m);
        assert.match(drawing, /^ {4}database -->\|"cluster AKS"\| cluster$/m);
    });

    it("order subnets by address, not by text, with what lies in each", () => {
        const subnets = subnetsOf(sample());
        assert.deepEqual(
            subnets.map(({ name, range, members }) => [name, range, ...members.map((member) => member.name)]),
            [
                ["snet-edge", "10.0.9.0/24", "gateway", "endpoint"],
                ["snet-reserved", "10.0.10.0/24"],
            ],
        );
        assert.equal(subnets[0]?.securityGroup?.name, "nsg");
        assert.equal(subnets[1]?.securityGroup, undefined);
    });

    it("draw what lies in two subnets in both, under a name of its own", () => {
        const resources = sample().resources.map((each) =>
            each.name === "gateway"
                ? { ...each, inputs: { ...each.inputs, second: "/subnets/reserved" } }
                : each,
        );
        const nodes = networkDrawing(new Graph(resources)).match(/\w+(?=\["passerelle applicative)/g);
        assert.deepEqual(nodes, [
            "ApplicationGateway_gateway",
            "ApplicationGateway_gateway_in_Subnet_reserved",
        ]);
    });

    it("show in the network what an endpoint leads to, and which subnets are empty", () => {
        const drawing = networkDrawing(sample());
        assert.match(drawing, /\["point de terminaison privé<br\/>→ kv"\]/);
        assert.match(drawing, /snet-reserved 10\.0\.10\.0\/24"\]\n.*\["réservé"\]/);
        assert.match(drawing, /internet ==>\|.*\| ApplicationGateway_gateway$/m);
    });
});
