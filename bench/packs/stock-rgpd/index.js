"use strict";

require("tsx/cjs");
require("../../stock-pack").serveStockPack(require("../../../policies/frameworks/rgpd").rgpd);
