import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./commands";
import { emulatorsPage, PAGE } from "./emulators_page";

/** `npm run emulators`: what renders the page imports the stories, which are written for jest. */
test(`write ${PAGE}`, () => writeFileSync(join(repository, PAGE), emulatorsPage()));
