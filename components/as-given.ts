import type * as pulumi from "@pulumi/pulumi";

/**
 * Hands nested settings to the engine as they are given, every default included.
 *
 * The SDK passes some nested objects through an `apply` that fills in defaults. At a first preview one unknown id in such an
 * object then makes all of it unknown, and the policy packs could not judge the settings beside it.
 */
export function asGiven(settings: pulumi.Inputs): pulumi.ResourceTransformation {
    return ({ props, opts }) => ({ props: { ...props, ...settings }, opts });
}
