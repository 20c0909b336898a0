import { OpenMrs, type OpenMrsArgs } from "../../../components/openmrs/openmrs";
import { only, settled, startRecording } from "../../support/recorder";

interface Container {
    readonly name: string;
    readonly image: string;
    readonly command?: readonly string[];
    readonly env: readonly { readonly name: string; readonly value: string }[];
    readonly volumeMounts: readonly { readonly name: string; readonly mountPath: string }[];
    readonly startupProbe?: unknown;
    readonly readinessProbe: unknown;
    readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
}
interface Pod {
    readonly securityContext: unknown;
    readonly terminationGracePeriodSeconds: number;
    readonly initContainers: readonly Container[];
    readonly containers: readonly Container[];
    readonly volumes: readonly Readonly<Record<string, unknown>>[];
}

export const SERVER = "kubernetes:apps/v1:StatefulSet";
export const DEPLOYMENT = "kubernetes:apps/v1:Deployment";
export const SECRET = "azure-native:keyvault:Secret";

export const templateOf = (type: string, name: string) =>
    (only(type, name).inputs.spec as { template: { spec: Pod; metadata: { annotations: object } } }).template;
export const podOf = (type: string, name: string) => templateOf(type, name).spec;

export const environmentOf = (type: string) => {
    const [container] = podOf(type, "openmrs-backend").containers;
    return Object.fromEntries((container?.env ?? []).map(({ name, value }) => [name, value]));
};

export const filesOf = (name: string) =>
    only("kubernetes:core/v1:ConfigMap", name).inputs.data as Readonly<Record<string, string>>;

/** Name in the vault of each file that an account reads. */
export function vaultFilesOf(account: string): Record<string, string> {
    const { spec } = only("kubernetes:secrets-store.csi.x-k8s.io/v1:SecretProviderClass", `${account}-vault`)
        .inputs as { spec: { parameters: { objects: string } } };
    const { array } = JSON.parse(spec.parameters.objects) as { array: string[] };
    const files = array.map((entry) => JSON.parse(entry) as { objectName: string; objectAlias: string });
    return Object.fromEntries(files.map(({ objectAlias, objectName }) => [objectAlias, objectName]));
}

export async function create(args: OpenMrsArgs): Promise<OpenMrs> {
    await startRecording();
    const openmrs = new OpenMrs("openmrs", args);
    await settled();
    return openmrs;
}
