import * as assert from "node:assert/strict";
import type { Graph } from "../../architecture/graph";
import { recordStack } from "../../architecture/record";
import { rightsOf } from "../../architecture/rights";
import type { StackName } from "../../architecture/stack-config";
import { finds, graphOf, holds, label, named, withAdded, withInputs, without } from "./recorded";

const ASSIGNMENT = "azure-native:authorization:RoleAssignment";
const ROLE = "azure-native:authorization:RoleDefinition";
const IDENTITY = "azure-native:managedidentity:UserAssignedIdentity";

const ENCRYPT = "Key Vault Crypto Service Encryption User";
const READ_SECRET = "Key Vault Secrets User";

/** Every right of every identity of the platform: role and scope. There are no others. */
function rights(
    stack: StackName,
): Readonly<Record<string, readonly (readonly [role: string, scope: string])[]>> {
    const named = (abbreviation: string, box: string) => `${abbreviation}-aplus-${box}-${stack}-frc`;
    return {
        [named("id", "cluster")]: [
            ["Key Vault Crypto User", "keys/etcd"],
            ["Managed Identity Operator", named("id", "kubelet")],
            ["Reader", named("des", "database")],
            ["Reader", named("des", "disks")],
            [named("role", "cluster-network"), named("snet", "apiserver")],
            [named("role", "cluster-network"), named("snet", "nodes")],
            // Of nodes that go out by the firewall; a NAT gateway needs no route.
            ...(stack === "prod"
                ? ([[named("role", "cluster-routes"), named("rt", "egress")]] as const)
                : []),
            [named("role", "cluster-vault"), named("kv", "core")],
        ],
        ...(stack === "dev"
            ? {
                  [named("id", "mariadb")]: [
                      [READ_SECRET, "secrets/database-copy-password"],
                      [READ_SECRET, "secrets/database-openmrs-password"],
                      [READ_SECRET, "secrets/database-replication-password"],
                      [READ_SECRET, "secrets/mariadb-authority"],
                      [READ_SECRET, "secrets/mariadb-certificate"],
                      [READ_SECRET, "secrets/mariadb-certificate-key"],
                      [READ_SECRET, "secrets/mariadb-encryption-key"],
                  ],
              }
            : {
                  [named("id", "backup")]: [[ENCRYPT, "keys/database"]],
                  [named("id", "mysql")]: [[ENCRYPT, "keys/database"]],
                  [named("id", "mysqlaccounts")]: [
                      [READ_SECRET, "secrets/database-administrator-password"],
                      [READ_SECRET, "secrets/database-exporter-password"],
                      [READ_SECRET, "secrets/database-openmrs-password"],
                  ],
                  [named("id", "mysqldexporter")]: [[READ_SECRET, "secrets/database-exporter-config"]],
              }),
        [named("id", "alertmanager")]: [
            [READ_SECRET, "secrets/alertmanager-authority"],
            [READ_SECRET, "secrets/alertmanager-certificate"],
            [READ_SECRET, "secrets/alertmanager-certificate-key"],
            [READ_SECRET, "secrets/alertmanager-heartbeat-url"],
            [READ_SECRET, "secrets/alertmanager-pagerduty-applicatif"],
            [READ_SECRET, "secrets/alertmanager-pagerduty-base-de-donnees"],
            [READ_SECRET, "secrets/alertmanager-pagerduty-plateforme"],
            [READ_SECRET, "secrets/alertmanager-pagerduty-securite"],
            [READ_SECRET, "secrets/alertmanager-slack-token"],
        ],
        [named("id", "backend")]: [
            [READ_SECRET, "secrets/database-openmrs-password"],
            ...(stack === "dev" ? ([[READ_SECRET, "secrets/mariadb-authority"]] as const) : []),
            [READ_SECRET, "secrets/openmrs-admin-password"],
            [READ_SECRET, "secrets/openmrs-encryption-key"],
            [READ_SECRET, "secrets/openmrs-encryption-vector"],
        ],
        [named("id", "database")]: [[ENCRYPT, "keys/database"]],
        [named("id", "disks")]: [[ENCRYPT, "keys/disks"]],
        [named("id", "edge")]: [[READ_SECRET, "secrets/openmrs-gateway"]],
        [named("id", "flows")]: [["Storage Blob Data Contributor", `staplusflows${stack}frc`]],
        [named("id", "gateway")]: [
            [READ_SECRET, "secrets/openmrs-administration"],
            [READ_SECRET, "secrets/openmrs-gateway"],
        ],
        [named("id", "grafana")]: [
            [READ_SECRET, "secrets/grafana-secret-key"],
            [READ_SECRET, "secrets/supervision"],
        ],
        [named("id", "logcollector")]: [[named("role", "archive"), "cluster-audit"]],
        [named("id", "loki")]: [["Storage Blob Data Contributor", "loki"]],
        [named("id", "kubelet")]: [["AcrPull", `crapluscore${stack}frc`]],
        [named("id", "policy")]: [["Tag Contributor", named("rg", "core")]],
        [named("id", "registry")]: [[ENCRYPT, "keys/registry"]],
        [named("id", "storage")]: [[ENCRYPT, "keys/storage"]],
        [named("id", "telemetry")]: [[ENCRYPT, "keys/storage"]],
        [named("id", "tempo")]: [["Storage Blob Data Contributor", "tempo"]],
        // The registry's own, with which it signs in to the public registry.
        "docker-hub": [
            [READ_SECRET, "secrets/docker-hub-token"],
            [READ_SECRET, "secrets/docker-hub-username"],
        ],
    };
}

/** What the platform's own roles allow, where Azure's allow more. */
const OWN_ROLES: Readonly<Record<string, readonly string[]>> = {
    "role-aplus-archive": ["Microsoft.Storage/storageAccounts/blobServices/containers/blobs/add/action"],
    "role-aplus-cluster-network": [
        "Microsoft.Network/virtualNetworks/subnets/join/action",
        "Microsoft.Network/virtualNetworks/subnets/joinLoadBalancer/action",
        "Microsoft.Network/virtualNetworks/subnets/read",
    ],
    "role-aplus-cluster-routes": [
        "Microsoft.Network/routeTables/read",
        "Microsoft.Network/routeTables/routes/read",
        "Microsoft.Network/routeTables/routes/write",
    ],
    "role-aplus-cluster-vault": [
        "Microsoft.KeyVault/vaults/privateEndpointConnectionsApproval/action",
        "Microsoft.KeyVault/vaults/read",
    ],
};

/** Roles of the platform's own that allow other things than the table says. */
const wideRoles = (graph: Graph, stack: StackName) =>
    graph
        .of(ROLE)
        .filter(({ inputs }) => {
            const allowed = OWN_ROLES[String(inputs.roleName).replace(`-${stack}-frc`, "")] ?? [];
            const permissions = inputs.permissions as Readonly<Record<string, readonly string[]>>[];
            return (
                permissions
                    .flatMap((each) => Object.values(each).flat())
                    .sort()
                    .join() !== allowed.join()
            );
        })
        .map(label);

/** Differences between the table and what the stack gives. */
function unexpectedRights(graph: Graph, stack: StackName): readonly string[] {
    const given = rightsOf(graph).map(({ identity, role, scope }) => `${identity}: ${role} on ${scope}`);
    const expected = Object.entries(rights(stack)).flatMap(([identity, roles]) =>
        roles.map(([role, scope]) => `${identity}: ${role} on ${scope}`),
    );
    return [
        ...given.filter((right) => !expected.includes(right)).map((right) => `${right}, unexpected`),
        ...expected.filter((right) => !given.includes(right)).map((right) => `${right}, missing`),
    ];
}

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** Assignments that Azure might refuse, or make twice. */
function unsoundAssignments(graph: Graph): readonly string[] {
    const names = graph.of(ASSIGNMENT).map(({ inputs }) => String(inputs.roleAssignmentName));
    return graph.of(ASSIGNMENT).flatMap((assignment) => {
        const { roleAssignmentName, principalType } = assignment.inputs;
        const name = String(roleAssignmentName);
        return [
            ...(GUID.test(name) ? [] : ["name is no GUID"]),
            ...(names.filter((other) => other === name).length === 1 ? [] : ["name is not unique"]),
            ...(principalType === "ServicePrincipal" ? [] : ["no principal type"]),
        ].map((fault) => `${label(assignment)}: ${fault}`);
    });
}

/** What gives rights to an identity, or lets a workload sign in as one: no use of it. */
const GRANTS = [ASSIGNMENT, "azure-native:managedidentity:FederatedIdentityCredential"];

/** Identities that nothing uses are rights without an owner. */
const idleIdentities = (graph: Graph) => {
    const users = graph.resources.filter(({ type }) => !GRANTS.includes(type));
    const used = new Set(users.flatMap((user) => Object.values(user.propertyDependencies).flat()));
    return graph
        .of(IDENTITY)
        .filter(({ urn }) => !used.has(urn))
        .map((identity) => `${label(identity)}: unused`);
};

/** Federations of one identity that Azure would have to make at once, which it refuses. */
function simultaneousFederations(graph: Graph): readonly string[] {
    const federations = graph.of("azure-native:managedidentity:FederatedIdentityCredential");
    return federations.flatMap((one, index) =>
        federations
            .slice(index + 1)
            .filter(
                (other) =>
                    one.inputs.resourceName === other.inputs.resourceName &&
                    !graph.follows(other, one) &&
                    !graph.follows(one, other),
            )
            .map((other) => `${label(one)}: made together with ${other.name}`),
    );
}

describe("the graph: identities", () => {
    holds("each identity has the roles of the table and no other", unexpectedRights);
    holds("the platform's own roles allow what the table says", wideRoles);
    holds("role assignments have unique GUIDs and name the type of principal", unsoundAssignments);
    holds("every identity is used", idleIdentities);
    holds("federated credentials of an identity are made one by one", simultaneousFederations);

    it("gives role assignments the same names at every run", async () => {
        const names = (graph: Graph) => graph.of(ASSIGNMENT).map(({ inputs }) => inputs.roleAssignmentName);
        assert.deepEqual(names(await recordStack("dev")), names(await graphOf("dev")));
    });

    finds(
        "a role that the table does not give",
        unexpectedRights,
        (graph) => {
            const given = graph.of(ASSIGNMENT).find(({ name }) => name === "edge-role");
            assert.ok(given);
            return withAdded({
                ...given,
                urn: "added",
                inputs: { ...given.inputs, scope: "/subscriptions/any" },
            })(graph);
        },
        "id-aplus-edge-prod-frc: Key Vault Secrets User on abonnement, unexpected",
    );
    finds(
        "a role that is not given any more",
        unexpectedRights,
        without(named(ASSIGNMENT, "edge-role")),
        "id-aplus-edge-prod-frc: Key Vault Secrets User on secrets/openmrs-gateway, missing",
    );
    finds(
        "a role of its own that allows more",
        wideRoles,
        withInputs(named(ROLE, "cluster-identities-vault"), { permissions: [{ actions: ["*"] }] }),
        "RoleDefinition cluster-identities-vault",
    );
    finds(
        "an assignment without a principal type",
        unsoundAssignments,
        withInputs(named(ASSIGNMENT, "edge-role"), { principalType: undefined }),
        "RoleAssignment edge-role: no principal type",
    );
    finds(
        "two assignments of one name",
        unsoundAssignments,
        withAdded({
            type: ASSIGNMENT,
            inputs: { roleAssignmentName: "x", principalType: "ServicePrincipal" },
        }),
        "RoleAssignment added: name is no GUID",
    );
    finds(
        "an identity that nothing uses",
        idleIdentities,
        withAdded({ type: IDENTITY }),
        "UserAssignedIdentity added: unused",
    );
    finds(
        "an identity that has a role and no use",
        idleIdentities,
        (graph) =>
            withAdded({ type: IDENTITY, urn: "idle", name: "idle" })(
                withAdded({
                    type: ASSIGNMENT,
                    dependencies: ["idle"],
                    propertyDependencies: { principalId: ["idle"] },
                })(graph),
            ),
        "UserAssignedIdentity idle: unused",
    );
    finds(
        "federations made together",
        simultaneousFederations,
        (graph) => {
            const federation = { type: "azure-native:managedidentity:FederatedIdentityCredential" };
            const inputs = { resourceName: "id-added" };
            return withAdded({ ...federation, inputs, urn: "a", name: "a" })(
                withAdded({ ...federation, inputs, urn: "b", name: "b" })(graph),
            );
        },
        "FederatedIdentityCredential b: made together with a",
    );
});
