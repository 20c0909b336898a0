import { status } from "@grpc/grpc-js";
import { ApiError, type Api } from "../../../cluster/api";
import { ProviderError } from "../../protocol/provider-error";
import { stackOf } from "../../protocol/urn";

const NAMESPACE = "kube-system";
const NAME = "pulumi-stack";
const PATH = `/api/v1/namespaces/${NAMESPACE}/configmaps/${NAME}`;

/** Whose objects a sandbox's cluster holds: those of one stack, since two have objects of the same names. */
export class Tenancy {
    /** The stacks found to be served. */
    private readonly served = new Map<string, Promise<void>>();

    public constructor(private readonly api: Api) {}

    /** Throws when the cluster serves another stack than that of a URN. */
    public async check(urn: string): Promise<void> {
        const tenant = await this.tenant();
        if (tenant !== undefined) {
            refuseOther(stackOf(urn), tenant);
        }
    }

    /** Makes the cluster serve the stack of a URN; throws when it serves another one. */
    public claim(urn: string): Promise<void> {
        const stack = stackOf(urn);
        const claiming = this.served.get(stack) ?? this.claimFor(stack);
        this.served.set(stack, claiming);
        claiming.catch(() => this.served.delete(stack));
        return claiming;
    }

    private async claimFor(stack: string): Promise<void> {
        try {
            await this.api.create(`/api/v1/namespaces/${NAMESPACE}/configmaps`, {
                apiVersion: "v1",
                kind: "ConfigMap",
                metadata: { name: NAME, namespace: NAMESPACE },
                data: { stack },
            });
        } catch (error) {
            if (!(error instanceof ApiError && error.reason === "AlreadyExists")) {
                throw error;
            }
            refuseOther(stack, (await this.tenant()) ?? stack);
        }
    }

    private async tenant(): Promise<string | undefined> {
        const record = await this.api.get(PATH);
        return (record?.data as { readonly stack?: string } | undefined)?.stack;
    }
}

function refuseOther(stack: string, tenant: string): void {
    if (stack !== tenant) {
        throw new ProviderError(
            `the sandbox's cluster: expected one that serves stack ${stack} or none, got one that serves stack ` +
                `${tenant}; start anew with "npm run cluster -- down" and "npm run cluster -- up"`,
            status.FAILED_PRECONDITION,
        );
    }
}
