import { z } from "zod";
import { eachOnce, oneOf, pattern, whole } from "../leaves";
import { shape } from "../problems";
import { FILE_AGES } from "./file_defaults";
import { FILE_VERBS } from "./file_settled";

/** EFS takes 100 characters and 4 levels below the root; two dots would lead out of a directory. */
const path = (most: number) =>
  pattern(
    `an absolute path of at most ${most} letters, digits, dots, dashes and underscores between slashes, such as "/mnt/shared"`,
    new RegExp(`^(?=.{2,${most}}$)(/(?!\\.{1,2}(/|$))[A-Za-z0-9._-]+)+$`),
  );

const id = whole(1, 4_294_967_295);

const age = oneOf(...FILE_AGES, "never").optional();

export const fileStoreShape = shape({
  kind: z.literal("file"),
  mount: path(160).optional(),
  access: eachOnce(FILE_VERBS).optional(),
  owner: shape({ uid: id, gid: id }).optional(),
  directory: path(100).optional(),
  after: shape({ warm: age, archive: age }).optional(),
  deletionProtection: oneOf(true, false).optional(),
  backup: oneOf(true, false).optional(),
});
