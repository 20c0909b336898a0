/** Rules by what they protect, with the sources of their thresholds; requirements are chained to these. */
export * from "./access";
export * from "./data";
export * from "./network";
export * from "./operations";
export * from "./workloads";
