import { getSpecialProxyTarget, isSpecialProxy } from "@pulumi/policy/proxy";

declare module "@pulumi/policy/proxy" {
    export const isSpecialProxy: string;
    export const getSpecialProxyTarget: string;
}

/** The object behind the SDK's proxies: unknown values in it are sentinels, and in a remediation secrets are wrapped. */
export function bare(properties: object): object {
    let target = properties;
    while (Reflect.get(target, isSpecialProxy) === true) {
        target = Reflect.get(target, getSpecialProxyTarget) as object;
    }
    return target;
}
