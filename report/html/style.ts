import { LAYOUT } from "./style/layout";
import { PRINT } from "./style/print";
import { TEXT } from "./style/text";
import { THEME } from "./style/theme";

/** Style of the pages: light, dark, forced colours and print. */
export const STYLE = THEME + TEXT + LAYOUT + PRINT;
