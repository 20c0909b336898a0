import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { readable } from "../../architecture/readable";

/** A resource as the program registered it, its inputs resolved; a secret appears as `{ secret: <value> }`. */
export interface Recorded {
    readonly type: string;
    readonly name: string;
    readonly inputs: Record<string, unknown>;
    readonly provider: string;
}

/** What `listManagedClusterUserCredentials` answers: a kubeconfig as Azure writes it. */
export const KUBECONFIG = `apiVersion: v1
clusters:
- cluster:
    certificate-authority-data: bm9uZQ==
    server: https://aks-core.privatelink.francecentral.azmk8s.io:443
  name: aks-core
contexts:
- context:
    cluster: aks-core
    user: clusterUser_rg_aks-core
  name: aks-core
current-context: aks-core
kind: Config
preferences: {}
users:
- name: clusterUser_rg_aks-core
  user:
    exec:
      apiVersion: client.authentication.k8s.io/v1beta1
      args:
      - get-token
      - --environment
      - AzurePublicCloud
      - --server-id
      - 6dae42f8-4368-4678-94ff-3960e28e3630
      - --client-id
      - 80faf920-1908-4b52-b5ef-a8e7bedfc67a
      - --tenant-id
      - 7d2f1c54-9d0b-4b8e-8a35-64a2a5c3f0e1
      - --login
      - devicecode
      command: kubelogin
      env: null
      provideClusterInfo: false
`;

let records: Recorded[] = [];

/** Outputs that components read and that are no inputs. */
function computed(type: string, name: string): Record<string, unknown> {
    switch (type) {
        case "azure-native:managedidentity:UserAssignedIdentity":
            return { principalId: `${name}-principal`, clientId: `${name}-client` };
        case "azure-native:containerservice:ManagedCluster":
            return { name, oidcIssuerProfile: { enabled: true, issuerURL: "https://issuer.example/" } };
        case "azure-native:containerregistry:CredentialSet":
            return { identity: { type: "SystemAssigned", principalId: `${name}-principal` } };
        case "azure-native:keyvault:Key":
            return { keyUriWithVersion: `${name}-version` };
        case "azure-native:network:AzureFirewall":
            return { ipConfigurations: [{ name: "egress", privateIPAddress: "10.40.5.4" }] };
        case "azure-native:network:PublicIPAddress":
            return { ipAddress: "192.0.2.1" };
        case "random:index/randomPassword:RandomPassword":
            return { result: `${name}-value` };
        case "tls:index/privateKey:PrivateKey":
            return { privateKeyPem: `${name}-key` };
        case "tls:index/certRequest:CertRequest":
            return { certRequestPem: `${name}-request` };
        case "tls:index/selfSignedCert:SelfSignedCert":
        case "tls:index/locallySignedCert:LocallySignedCert":
            return { certPem: `${name}-certificate` };
        default:
            return {};
    }
}

/**
 * Records every resource from now on, instead of what earlier tests recorded.
 *
 * Mocks stand for the engine: they show what the program asks for. They do not show parents, aliases, or whether
 * Azure and Kubernetes accept it.
 */
export async function startRecording(): Promise<void> {
    records = [];
    await pulumi.runtime.setMocks(
        {
            newResource({ type, name, inputs, provider, custom }) {
                if (custom === true) {
                    records.push({
                        type,
                        name,
                        inputs: readable(inputs) as Record<string, unknown>,
                        provider: provider ?? "",
                    });
                }
                return { id: `${name}-id`, state: { ...(inputs as object), ...computed(type, name) } };
            },
            call({ token }) {
                assert.equal(token, "azure-native:containerservice:listManagedClusterUserCredentials");
                return { kubeconfigs: [{ name: "user", value: Buffer.from(KUBECONFIG).toString("base64") }] };
            },
        },
        "audioprothese-plus",
        "test",
        false,
    );
}

/** Waits until every resource registered so far has reached the mocks. */
export async function settled(): Promise<void> {
    await pulumi.runtime.disconnect();
}

/** Every recorded resource, in the order of registration. */
export const recorded = (): readonly Recorded[] => records;

/** The recorded resources of a type. */
export const all = (type: string): readonly Recorded[] => records.filter((record) => record.type === type);

/** The one recorded resource of a type; of that name where one is given. Fails when there is none, or several. */
export function only(type: string, name?: string): Recorded {
    const found = all(type).filter((record) => name === undefined || record.name === name);
    const [record] = found;
    assert.equal(found.length, 1, `${type} ${name ?? ""}: expected one, got ${found.length.toString()}`);
    assert.ok(record);
    return record;
}
