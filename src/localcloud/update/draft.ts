// A document that is being changed. What lies on the way to a change is copied once, all else is
// shared with the document as it was: so that one stays untouched, and what has not changed can be
// told by its identity.
import { type CloudError, requestFailed } from '../errors';
import { show } from '../values/show';
import { isDocument, type Document, type Value } from '../values/value';

/** The place a path ends at: a field of a document or an element of an array. */
export interface Slot {
  get(): Value | undefined;
  set(value: Value): void;
  remove(): void;
}

export class Draft {
  readonly root: Document;
  readonly #own = new Set<Value>();

  constructor(document: Document) {
    this.root = { ...document };
  }

  /**
   * Finds the place, making the documents on the way when `create` is set.
   * @returns nothing when the path does not exist and may not be made
   * @throws CloudError DATABASE_REQUEST_FAILED when a value on the way can hold no field
   */
  slotAt(path: string, create: boolean): Slot | undefined {
    const parts = path.split('.');
    const last = parts.pop() ?? path;
    let holder: Value = this.root;
    for (const [depth, part] of parts.entries()) {
      const slot = memberOf(holder, part);
      if (!slot && create) throw cannotCreate(part, parts.slice(0, depth), holder);
      const next: Value | undefined = slot?.get() ?? (create ? {} : undefined);
      if (!slot || next === undefined) return undefined;
      holder = this.#owned(next, slot);
    }
    const slot = memberOf(holder, last);
    if (!slot && create) throw cannotCreate(last, parts, holder);
    return slot;
  }

  #owned(value: Value, slot: Slot): Value {
    if (this.#own.has(value)) return value;
    const copy = Array.isArray(value) ? [...value] : isDocument(value) ? { ...value } : value;
    this.#own.add(copy);
    slot.set(copy);
    return copy;
  }
}

function memberOf(holder: Value, part: string): Slot | undefined {
  if (Array.isArray(holder)) {
    return /^\d+$/.test(part) ? elementSlot(holder, Number(part)) : undefined;
  }
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

function cannotCreate(part: string, way: string[], holder: Value): CloudError {
  const element = `{${way.at(-1) ?? ''}: ${show(holder)}}`;
  return requestFailed('Update', `Cannot create field '${part}' in element ${element}`);
}
