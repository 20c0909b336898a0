import { type Graph, type Resource, valueAt } from "../../architecture/graph";
import { changed, finds, holds, label, named, withAdded, without } from "./recorded";

const SECRET = "azure-native:keyvault:Secret";
const FILES = "kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass";

/** What people put into the vault. */
const BY_HAND: readonly string[] = [
    "alertmanager-heartbeat-url",
    "alertmanager-pagerduty-applicatif",
    "alertmanager-pagerduty-base-de-donnees",
    "alertmanager-pagerduty-plateforme",
    "alertmanager-pagerduty-securite",
    "alertmanager-slack-token",
    "openmrs-administration",
    "openmrs-gateway",
    "supervision",
];

/** What several accounts of the cluster read; everything else has one reader. */
const SHARED: Readonly<Record<string, readonly string[]>> = {
    // Of the service that connects, whom the server must know; and of the server, whom the service must know.
    "database-openmrs-password": ["mariadb", "mysql-accounts", "openmrs-backend"],
    "mariadb-authority": ["mariadb", "openmrs-backend"],
};

/** Kubernetes' own, which everybody who may read a namespace may read. */
const kubernetesSecrets = (graph: Graph) =>
    graph.resources.filter(({ type }) => /^kubernetes:.*:Secret(List)?$/.test(type)).map(label);

/** The names in the vault of the files of an account. */
function objectsOf({ inputs }: Resource): readonly string[] {
    const { array } = JSON.parse(String(valueAt(inputs, "spec", "parameters", "objects"))) as {
        readonly array: readonly string[];
    };
    return array.map((entry) => (JSON.parse(entry) as { readonly objectName: string }).objectName);
}

/** The account that reads the files of a class, by its name. */
const accountOf = ({ inputs }: Resource) =>
    String(valueAt(inputs, "metadata", "name")).replace(/-vault$/, "");

const secretName = ({ inputs }: Resource) => String(inputs.secretName);

/** Who reads each object of the vault, as the cluster's accounts and as the table has it. */
function misread(graph: Graph): readonly string[] {
    const made = graph.of(SECRET).map(secretName);
    const read = graph.of(FILES).flatMap(objectsOf);
    return [...new Set([...made, ...read])].sort().flatMap((name) => {
        const readers = graph
            .of(FILES)
            .filter((files) => objectsOf(files).includes(name))
            .map(accountOf);
        const allowed = SHARED[name] ?? readers.slice(0, 1);
        return [
            ...(made.includes(name) || BY_HAND.includes(name) ? [] : ["nobody makes it"]),
            ...(readers.length === 0 ? ["nobody reads it"] : []),
            ...readers.filter((reader) => !allowed.includes(reader)).map((reader) => `${reader} reads it`),
        ].map((fault) => `${name}: ${fault}`);
    });
}

/** Pods that read files under an account that is not theirs. */
const borrowedFiles = (graph: Graph) =>
    graph.resources.flatMap((resource) => {
        const pod = valueAt(resource.inputs, "spec", "template", "spec");
        const volumes = valueAt(pod, "volumes");
        return (Array.isArray(volumes) ? volumes : [])
            .map((volume) => valueAt(volume, "csi", "volumeAttributes", "secretProviderClass"))
            .filter((files) => typeof files === "string")
            .filter((files) => files !== `${String(valueAt(pod, "serviceAccountName"))}-vault`)
            .map((files) => `${label(resource)}: ${files}`);
    });

/** Certificates, which every client is shown. */
const PUBLIC: readonly string[] = [
    "alertmanager-authority",
    "alertmanager-certificate",
    "mariadb-authority",
    "mariadb-certificate",
];

const isSecret = (value: unknown) => valueAt(value, "secret") !== undefined;

/** Secrets whose value would lie in clear in the state, or that never expire. */
const careless = (graph: Graph) =>
    graph.of(SECRET).flatMap((secret) => {
        const { properties } = secret.inputs;
        return [
            ...(PUBLIC.includes(secretName(secret)) ||
            isSecret(properties) ||
            isSecret(valueAt(properties, "value"))
                ? []
                : ["in clear"]),
            ...(typeof valueAt(valueAt(properties, "secret") ?? properties, "attributes", "expires") ===
            "number"
                ? []
                : ["never expires"]),
        ].map((fault) => `${secretName(secret)}: ${fault}`);
    });

describe("the graph: secrets", () => {
    holds("Kubernetes keeps none", kubernetesSecrets);
    holds("each object of the vault is made, and read by one account or by those of the table", misread);
    holds("each pod reads the files of its own account", borrowedFiles);
    holds("each is encrypted in the state and expires", careless);

    finds(
        "a secret of Kubernetes",
        kubernetesSecrets,
        withAdded({ type: "kubernetes:core/v1:Secret" }),
        "Secret added",
    );
    finds(
        "a second reader",
        misread,
        changed(named(FILES, "openmrs-gateway-vault"), ({ inputs }) => ({
            inputs: JSON.parse(
                JSON.stringify(inputs).replace("openmrs-administration", "openmrs-admin-password"),
            ) as Resource["inputs"],
        })),
        "openmrs-admin-password: openmrs-gateway reads it",
    );
    finds(
        "an object that nobody reads",
        misread,
        withAdded({ type: SECRET, inputs: { secretName: "spare" } }),
        "spare: nobody reads it",
    );
    finds(
        "an object that nobody makes",
        misread,
        without(({ type, inputs }) => type === SECRET && inputs.secretName === "openmrs-admin-password"),
        "openmrs-admin-password: nobody makes it",
    );
    finds(
        "a pod with the files of another",
        borrowedFiles,
        changed(named("kubernetes:apps/v1:Deployment", "openmrs-gateway"), ({ inputs }) => ({
            inputs: JSON.parse(
                JSON.stringify(inputs).replace("openmrs-gateway-vault", "openmrs-backend-vault"),
            ) as Resource["inputs"],
        })),
        "Deployment openmrs-gateway: openmrs-backend-vault",
    );
    finds(
        "a secret in clear that never expires",
        careless,
        withAdded({ type: SECRET, inputs: { secretName: "spare", properties: { value: "x" } } }),
        "spare: in clear",
        "spare: never expires",
    );
});
