import type { Framework } from "../framework";
import { hds } from "./hds";
import { hipaa } from "./hipaa";
import { iso27001 } from "./iso27001";
import { rgpd } from "./rgpd";

/** Every framework that reports assess. */
export const frameworks: readonly Framework[] = [hds, rgpd, iso27001, hipaa];
