import type { Activity } from "../../framework";

/*
 * 1 premises, 2 hardware, 3 virtual infrastructure, 4 platform for applications, 5 administration and operation of the
 * health information system, 6 backups. The référentiel asks every requirement of every host, whatever its activities;
 * which means a requirement bears on is the project's reading.
 */

export const EVERY_ACTIVITY: readonly Activity[] = [1, 2, 3, 4, 5, 6];

/** Those whose means store or move data. */
export const DATA: readonly Activity[] = [2, 3, 4, 5, 6];

/** Those of software and its configuration. */
export const SOFTWARE: readonly Activity[] = [3, 4, 5, 6];
