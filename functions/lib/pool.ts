/** Work that runs side by side, a few pieces at a time. The first failure stops it. */
interface Pool {
  /** Starts a piece of work as soon as there is room. @throws what an earlier piece threw. */
  start(work: () => Promise<void>): Promise<void>;
  /** Waits until nothing is under way. @throws what a piece threw. */
  settled(): Promise<void>;
}

/** A pool for at most this many pieces at once. */
export function poolOf(atOnce: number): Pool {
  const underWay = new Set<Promise<void>>();
  let failed: { readonly error: unknown } | null = null;
  const check = () => {
    if (failed) throw failed.error;
  };
  return {
    start: async (work) => {
      check();
      if (underWay.size >= atOnce) await Promise.race(underWay);
      const piece = work()
        .catch((error: unknown) => {
          failed ??= { error };
        })
        .finally(() => underWay.delete(piece));
      underWay.add(piece);
    },
    settled: async () => {
      await Promise.all(underWay);
      check();
    },
  };
}
