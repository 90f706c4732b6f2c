/** The sender's time limit. Seconds; the infrastructure sets it from here. */
export const SEND_TIMEOUT_SECONDS = 60;
/** How long a chunk stays leased. Longer than its sender can live; too short would only make false `unknown`s. */
export const LEASE_SECONDS = SEND_TIMEOUT_SECONDS + 60;
/** A sender that has less time left than this begins nothing more and stops cleanly. */
export const SHUTDOWN_MARGIN_MILLISECONDS = 15_000;
/** A slot is at least this far ahead when it is reserved: its email must be claimed first. */
export const MIN_LEAD_MILLISECONDS = 50;
/** Slots are reserved no further ahead than this, so that senders obey a hold soon after it is placed. */
export const MAX_RESERVE_AHEAD_MILLISECONDS = 1000;
/** A slot missed by more than this is given up: sending faster to catch up would break the rate. */
export const MAX_LATENESS_MILLISECONDS = 100;
/** After this many expired leases a chunk is given up: it is poison, and kills every sender that takes it. */
export const MAX_EXPIRED_LEASES = 3;
