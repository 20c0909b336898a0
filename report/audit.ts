/** `npm run audit`: see `audit/command.ts`. */
import { createRequire } from "node:module";
import { enter } from "./entry";

void enter(() => createRequire(__filename)("./audit/command") as typeof import("./audit/command"));
