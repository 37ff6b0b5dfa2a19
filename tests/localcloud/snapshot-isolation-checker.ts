// Judges a history of transactions on lists to which unique values are appended. The final lists give
// the order of the writes; reads and writes give the dependencies. By the theorem of Cerone and
// Gotsman a history is snapshot isolated if (order ∪ write-write ∪ write-read) ; read-write?
// has no cycle. What an attempt has read counts whatever became of it; what it has written counts
// when it has committed, or when nobody knows and the final lists show it.

export interface Attempt {
  readonly id: string;
  readonly client: string;
  /** Ticks of one clock around the whole transaction. */
  readonly begun: number;
  ended: number;
  /** Unknown: its reply was lost, so it may have committed, perhaps even later than it ended. */
  outcome: 'committed' | 'aborted' | 'unknown';
  readonly reads: { readonly key: string; readonly values: readonly string[] }[];
  readonly appends: { readonly key: string; readonly value: string }[];
}

type Lists = ReadonlyMap<string, readonly string[]>;
type Edges = Map<string, Set<string>>;

/** @returns what is wrong; nothing when the history is snapshot isolated */
export function checkSnapshotIsolation(attempts: readonly Attempt[], final: Lists): string[] {
  const owners = ownersOf(attempts);
  const faults = [
    ...misplacedWrites(attempts, final),
    ...foreignValues(final, owners),
    ...impossibleReads(attempts, final),
  ];
  if (faults.length > 0) return faults;
  const before = dependencies(attempts, final, owners);
  const overtaken = antiDependencies(attempts, final, owners);
  const cycle = findCycle(composed(before, overtaken));
  const named = cycle?.filter((node) => !node.startsWith(momentPrefix));
  return named ? [`cycle ${named.join(' → ')}`] : [];
}

function misplacedWrites(attempts: readonly Attempt[], final: Lists): string[] {
  const counted = countValues(final);
  const faults: string[] = [];
  for (const { id, outcome, appends } of attempts) {
    const times = appends.map(({ key, value }) => counted.get(key)?.get(value) ?? 0);
    const expected =
      outcome === 'unknown' ? Math.min(times[0] ?? 0, 1) : Number(outcome === 'committed');
    appends.forEach(({ key, value }, i) => {
      if (times[i] !== expected) {
        faults.push(`${id} (${outcome}): ${value} is ${times[i] ?? 0} times in ${key}`);
      }
    });
  }
  return faults;
}

function countValues(final: Lists): Map<string, Map<string, number>> {
  return new Map(
    [...final].map(([key, list]) => {
      const counts = new Map<string, number>();
      for (const value of list) counts.set(value, (counts.get(value) ?? 0) + 1);
      return [key, counts];
    }),
  );
}

/** What nobody has written. */
function foreignValues(final: Lists, owners: ReadonlyMap<string, string>): string[] {
  return [...final].flatMap(([key, list]) =>
    list
      .filter((value) => !owners.has(ownerKey(key, value)))
      .map((value) => `${value} in ${key} is nobody's`),
  );
}

/** Every read is the beginning of the final list, plus what the reader itself had appended. */
function impossibleReads(attempts: readonly Attempt[], final: Lists): string[] {
  const faults: string[] = [];
  for (const attempt of attempts) {
    for (const { key, values } of attempt.reads) {
      const foreign = withoutOwn(attempt, key, values);
      const list = final.get(key) ?? [];
      if (foreign.some((value, i) => value !== list[i])) {
        faults.push(`${attempt.id} read ${values.join(',')} of ${key}`);
      }
    }
  }
  return faults;
}

/** Own writes of an attempt that has not committed are not in the final list, so they are cut off. */
function withoutOwn(attempt: Attempt, key: string, values: readonly string[]): readonly string[] {
  const own = new Set(attempt.appends.filter((a) => a.key === key).map(({ value }) => value));
  const end = values.findIndex((value) => own.has(value));
  return end < 0 ? values : values.slice(0, end);
}

function dependencies(
  attempts: readonly Attempt[],
  final: Lists,
  owners: ReadonlyMap<string, string>,
): Edges {
  const edges: Edges = new Map();
  for (const [key, list] of final) {
    list.forEach((value, i) => {
      const previous = list[i - 1];
      if (previous === undefined) return;
      link(edges, owners.get(ownerKey(key, previous)), owners.get(ownerKey(key, value)));
    });
  }
  for (const attempt of attempts) {
    for (const { key, values } of attempt.reads) {
      const last = withoutOwn(attempt, key, values).at(-1);
      if (last !== undefined) link(edges, owners.get(ownerKey(key, last)), attempt.id);
    }
  }
  linkInTime(edges, attempts);
  return edges;
}

const momentPrefix = 'moment ';
const momentOf = (time: number): string => `${momentPrefix}${time}`;

/** Who ended before another began comes first; moments stand between them, or pairs were too many. */
function linkInTime(edges: Edges, attempts: readonly Attempt[]): void {
  const certain = attempts.filter(({ outcome }) => outcome !== 'unknown');
  const ends = [...new Set(certain.map(({ ended }) => ended))].sort((a, b) => a - b);
  ends.forEach((moment, i) => {
    const next = ends[i + 1];
    if (next !== undefined) link(edges, momentOf(moment), momentOf(next));
  });
  for (const { id, ended } of certain) link(edges, id, momentOf(ended));
  for (const { id, begun } of attempts) {
    const last = lastBelow(ends, begun);
    if (last !== undefined) link(edges, momentOf(last), id);
  }
}

/** The largest of the sorted numbers that is below the limit. */
function lastBelow(sorted: readonly number[], limit: number): number | undefined {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((sorted[middle] ?? limit) < limit) from = middle + 1;
    else to = middle;
  }
  return sorted[from - 1];
}

/** From each reader to the writer of what follows the version it has read. */
function antiDependencies(
  attempts: readonly Attempt[],
  final: Lists,
  owners: ReadonlyMap<string, string>,
): Edges {
  const edges: Edges = new Map();
  for (const attempt of attempts) {
    for (const { key, values } of attempt.reads) {
      const next = final.get(key)?.[withoutOwn(attempt, key, values).length];
      if (next !== undefined) link(edges, attempt.id, owners.get(ownerKey(key, next)));
    }
  }
  return edges;
}

function ownersOf(attempts: readonly Attempt[]): Map<string, string> {
  return new Map(
    attempts.flatMap(({ id, appends }) =>
      appends.map(({ key, value }) => [ownerKey(key, value), id] as const),
    ),
  );
}

function ownerKey(key: string, value: string): string {
  return `${key}\n${value}`;
}

function link(edges: Edges, from: string | undefined, to: string | undefined): void {
  if (from === undefined || to === undefined || from === to) return;
  const targets = edges.get(from) ?? new Set();
  targets.add(to);
  edges.set(from, targets);
}

/** before ∪ (before ; overtaken). An edge back to its own start is a cycle too, so it stays. */
function composed(before: Edges, overtaken: Edges): Edges {
  const all: Edges = new Map();
  for (const [from, targets] of before) {
    const reached = new Set(targets);
    for (const target of targets) {
      for (const over of overtaken.get(target) ?? []) reached.add(over);
    }
    all.set(from, reached);
  }
  return all;
}

/** Without recursion: the moments alone are a chain of thousands. */
function findCycle(edges: Edges): string[] | undefined {
  const finished = new Set<string>();
  for (const start of edges.keys()) {
    if (finished.has(start)) continue;
    const path = [start];
    const onPath = new Set(path);
    const rest = [edges.get(start)?.values()];
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const step = rest.at(-1)?.next();
      if (!step || step.done) {
        finished.add(node);
        onPath.delete(node);
        path.pop();
        rest.pop();
      } else if (onPath.has(step.value)) {
        return [...path.slice(path.indexOf(step.value)), step.value];
      } else if (!finished.has(step.value)) {
        path.push(step.value);
        onPath.add(step.value);
        rest.push(edges.get(step.value)?.values());
      }
    }
  }
  return undefined;
}
