/** `npm run report`: see `commands/command.ts`. */
import { createRequire } from "node:module";
import { enter } from "./entry";

void enter(() => createRequire(__filename)("./commands/command") as typeof import("./commands/command"));
