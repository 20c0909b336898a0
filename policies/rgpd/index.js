"use strict";

require("tsx/cjs");
require("../pack/serve").servePack(require("../frameworks/rgpd").rgpd);
