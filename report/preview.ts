/** `npm run preview`: see `preview/command.ts`. */
import { createRequire } from "node:module";
import { enter } from "./entry";

void enter(() => createRequire(__filename)("./preview/command") as typeof import("./preview/command"));
