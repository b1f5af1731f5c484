import { deliveryFile } from "./delivery_file";
import { edgeCodeFile } from "./edge_code_file";
import { idleFile } from "./idle_file";
import { outboxFile } from "./outbox_file";
import { overdueFile } from "./overdue_file";
import { regionFile } from "./region_file";
import { rotationFile } from "./rotation_file";
import { storeFile } from "./store_file";
import type { TicketFile } from "./ticket_file";

/** All kinds of tickets on resources, in the order in which a managed engine has them. */
export const TICKET_FILES: readonly TicketFile[] = [
  ...[storeFile, overdueFile, regionFile, rotationFile],
  ...[deliveryFile, outboxFile, edgeCodeFile, idleFile],
];
