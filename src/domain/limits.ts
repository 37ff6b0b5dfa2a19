// Limits that the app, the contracts and the rules share.

/** Largest bill in fen, a million yuan: the most that WeChat Pay takes at once. */
export const MAX_BILL_FEN = 100_000_000;
/** Merchants give at least 3 % and at most 20 % (A3), in basis points. */
export const MIN_REBATE_BPS = 300;
export const MAX_REBATE_BPS = 2000;
/** A person's circle (B2), in metres. */
export const MIN_RADIUS_METRES = 500;
export const MAX_RADIUS_METRES = 10_000;
export const DEFAULT_RADIUS_METRES = 3000;
/** Lots that one bill may use; a wallet merges lots by month, so it stays far below. */
export const MAX_LOTS_PER_BILL = 60;
/** Lots that a choice can name, the emptied and the shop's own included. */
export const MAX_LOTS_SHOWN = 200;
/** An order list's page. */
export const ORDERS_PER_PAGE = 20;
/** A circle's page: the map shows what the list has loaded. */
export const MERCHANTS_PER_PAGE = 100;
/** Characters of a search. */
export const MAX_SEARCH_LENGTH = 20;
/** A page of a statement or of the earnings behind a period. */
export const ROWS_PER_PAGE = 50;
/** Characters of the reason for a refund. */
export const MAX_REASON_LENGTH = 40;
/** Characters of a question or complaint. */
export const MAX_TICKET_LENGTH = 500;
