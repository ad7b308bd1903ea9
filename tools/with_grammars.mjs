// node --import ./tools/with_grammars.mjs ...: modules may import *.grammar files.

import { register } from "node:module";

register("./grammar.mjs", import.meta.url);
