// Reading and writing at a dotted path of a document that is being changed.
import { requestFailed } from '../errors';
import { isDocument, type Document, type Value } from '../values/value';

/** The place a path ends at: a field of a document or an element of an array. */
export interface Slot {
  get(): Value | undefined;
  set(value: Value): void;
  remove(): void;
}

/**
 * Finds the place, making the documents on the way when `create` is set.
 * @returns nothing when the path does not exist and may not be made
 * @throws CloudError DATABASE_REQUEST_FAILED when a value on the way can hold no field
 */
export function slotAt(document: Document, path: string, create: boolean): Slot | undefined {
  const parts = path.split('.');
  const last = parts.pop() ?? path;
  let holder: Value = document;
  for (const [depth, part] of parts.entries()) {
    let slot = memberOf(holder, part);
    if (!slot) {
      if (create) throw cannotCreate(part, parts.slice(0, depth), holder);
      return undefined;
    }
    let next = slot.get();
    if (next === undefined) {
      if (!create) return undefined;
      slot.set({});
      slot = memberOf(holder, part);
      next = slot?.get() ?? {};
    }
    holder = next;
  }
  const slot = memberOf(holder, last);
  if (!slot && create) throw cannotCreate(last, parts, holder);
  return slot;
}

function memberOf(holder: Value, part: string): Slot | undefined {
  if (Array.isArray(holder))
    return /^\d+$/.test(part) ? elementSlot(holder, Number(part)) : undefined;
  return isDocument(holder) ? fieldSlot(holder, part) : undefined;
}

function fieldSlot(holder: Document, field: string): Slot {
  return {
    get: () => holder[field],
    set: (value) => {
      holder[field] = value;
    },
    remove: () => {
      Reflect.deleteProperty(holder, field);
    },
  };
}

function elementSlot(holder: Value[], at: number): Slot {
  return {
    get: () => holder[at],
    set: (value) => {
      while (holder.length < at) holder.push(null);
      holder[at] = value;
    },
    // Removing an element leaves null, so the others keep their places.
    remove: () => {
      if (at < holder.length) holder[at] = null;
    },
  };
}

function cannotCreate(part: string, way: string[], holder: Value) {
  const element = `{${way.at(-1) ?? ''}: ${JSON.stringify(holder)}}`;
  return requestFailed('Update', `Cannot create field '${part}' in element ${element}`);
}
