"use strict";

require("tsx/cjs");
require("../../../../policies/pack/serve").servePack(
    require("./framework").plumbing,
    require.resolve("./exemptions.json"),
);
