// Judges a history of transactions on lists to which unique values are appended. The final lists give
// the order of the writes; reads and writes give the dependencies. By the theorem of Cerone and
// Gotsman a history is snapshot isolated if (order ∪ write-write ∪ write-read) ; read-write?
// has no cycle.

export interface Attempt {
  readonly id: string;
  readonly client: string;
  /** Ticks of one clock around the whole transaction. */
  readonly begun: number;
  ended: number;
  outcome: 'committed' | 'aborted' | 'unknown';
  readonly reads: { readonly key: string; readonly values: readonly string[] }[];
  readonly appends: { readonly key: string; readonly value: string }[];
}

type Edges = Map<string, Set<string>>;

/** @returns what is wrong; nothing when the history is snapshot isolated */
export function checkSnapshotIsolation(
  attempts: readonly Attempt[],
  final: ReadonlyMap<string, readonly string[]>,
): string[] {
  const faults = [...misplacedWrites(attempts, final), ...impossibleReads(attempts, final)];
  if (faults.length > 0) return faults;
  const committed = attempts.filter(({ outcome }) => outcome === 'committed');
  const before = dependencies(committed, final);
  const overtaken = antiDependencies(committed, final);
  const cycle = findCycle(composed(before, overtaken));
  return cycle ? [`cycle ${cycle.join(' → ')}`] : [];
}

function misplacedWrites(
  attempts: readonly Attempt[],
  final: ReadonlyMap<string, readonly string[]>,
): string[] {
  const faults: string[] = [];
  for (const { id, outcome, appends } of attempts) {
    for (const { key, value } of appends) {
      const times = (final.get(key) ?? []).filter((found) => found === value).length;
      const expected = outcome === 'committed' ? 1 : 0;
      if (times !== expected)
        faults.push(`${id} (${outcome}): ${value} is ${times} times in ${key}`);
    }
  }
  return faults;
}

/** Every read is the beginning of the final list, plus what the reader itself had appended. */
function impossibleReads(
  attempts: readonly Attempt[],
  final: ReadonlyMap<string, readonly string[]>,
): string[] {
  const faults: string[] = [];
  for (const attempt of attempts) {
    for (const { key, values } of attempt.reads) {
      const foreign = withoutOwn(attempt, key, values);
      const list = (final.get(key) ?? []).slice(0, foreign.length);
      if (foreign.some((value, i) => value !== list[i])) {
        faults.push(`${attempt.id} read ${values.join(',')} of ${key}`);
      }
    }
  }
  return faults;
}

function withoutOwn(attempt: Attempt, key: string, values: readonly string[]): readonly string[] {
  const own = new Set(attempt.appends.filter((a) => a.key === key).map(({ value }) => value));
  const end = values.findIndex((value) => own.has(value));
  return end < 0 ? values : values.slice(0, end);
}

function dependencies(
  committed: readonly Attempt[],
  final: ReadonlyMap<string, readonly string[]>,
): Edges {
  const edges: Edges = new Map();
  const writer = writers(committed);
  for (const list of final.values()) {
    list.forEach((value, i) => {
      link(edges, writer.get(list[i - 1] ?? ''), writer.get(value));
    });
  }
  for (const attempt of committed) {
    for (const { key, values } of attempt.reads) {
      link(edges, writer.get(withoutOwn(attempt, key, values).at(-1) ?? ''), attempt.id);
    }
    for (const later of committed) {
      if (attempt.ended < later.begun) link(edges, attempt.id, later.id);
    }
  }
  return edges;
}

/** From each reader to the writer of what follows the version it has read. */
function antiDependencies(
  committed: readonly Attempt[],
  final: ReadonlyMap<string, readonly string[]>,
): Edges {
  const edges: Edges = new Map();
  const writer = writers(committed);
  for (const attempt of committed) {
    for (const { key, values } of attempt.reads) {
      const next = final.get(key)?.[withoutOwn(attempt, key, values).length];
      link(edges, attempt.id, writer.get(next ?? ''));
    }
  }
  return edges;
}

function writers(committed: readonly Attempt[]): Map<string, string> {
  return new Map(
    committed.flatMap(({ id, appends }) => appends.map(({ value }) => [value, id] as const)),
  );
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

function findCycle(edges: Edges): string[] | undefined {
  const finished = new Set<string>();
  const path: string[] = [];
  const visit = (node: string): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node];
    if (finished.has(node)) return undefined;
    path.push(node);
    for (const next of edges.get(node) ?? []) {
      const cycle = visit(next);
      if (cycle) return cycle;
    }
    path.pop();
    finished.add(node);
    return undefined;
  };
  for (const node of edges.keys()) {
    const cycle = visit(node);
    if (cycle) return cycle;
  }
  return undefined;
}
