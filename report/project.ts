/** The name in Pulumi.yaml: what the registers of this repository speak of. */
export const PROJECT = "audioprothese-plus";
