// The way to the cloud; cloud.weapp.ts and cloud.h5.ts implement it.
import type { CloudEvent, Delivery, FunctionName, Payment, PaymentOutcome } from './types';

/** Prepares the cloud; once, before the first call. */
export function startCloud(): void;
/** Runs a cloud function as the person who uses the app. Never rejects. */
export function deliver(name: FunctionName, event: CloudEvent): Promise<Delivery>;
/** Lets the person pay. Never rejects. */
export function requestPayment(payment: Payment): Promise<PaymentOutcome>;
/**
 * Asks whether WeChat may tell one message of each template, and gives those that were accepted.
 * Called within a tap, with nothing awaited before. Never rejects: a refusal is an answer.
 */
export function askForMessages(templateIds: readonly string[]): Promise<readonly string[]>;
/** GeoJSON of a site's streets for the browser's map; undefined where there is none. Never rejects. */
export function fetchStreets(siteId: string): Promise<unknown>;
