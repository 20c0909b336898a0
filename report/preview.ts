/** `npm run preview`: see `command.ts`. */
import { createRequire } from "node:module";
import { enter } from "./entry";

void enter(() => createRequire(__filename)("./command") as typeof import("./command"));
