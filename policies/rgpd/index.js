"use strict";

require("tsx/cjs");
require("../pack").servePack(require("../frameworks/rgpd").rgpd);
