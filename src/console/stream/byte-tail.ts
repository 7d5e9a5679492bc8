/** The end of a growing body: its newest part is kept, its length is counted whole. All sizes in bytes. */
export interface ByteTail {
  append(bytes: Uint8Array): void;
  total(): number;
  /** What is kept, from the beginning of a line on where the beginning was let go. */
  kept(): Uint8Array<ArrayBuffer>;
}

const BLOCK = 262_144;
const LINE_END = 10;

/** @param limit - the most that is kept; up to one block more while it fills */
export function createByteTail(limit: number): ByteTail {
  // Copied into blocks of our own: a piece of the network's buffer would keep all of that.
  const blocks: Uint8Array<ArrayBuffer>[] = [];
  let room = 0;
  let total = 0;
  let start = 0;
  return {
    append(bytes) {
      let at = 0;
      while (at < bytes.length) {
        if (room === 0) {
          blocks.push(new Uint8Array(BLOCK));
          room = BLOCK;
        }
        const piece = bytes.subarray(at, at + room);
        blocks.at(-1)?.set(piece, BLOCK - room);
        room -= piece.length;
        at += piece.length;
      }
      total += bytes.length;
      while (blocks.length > 1 && total - start - BLOCK >= limit) {
        blocks.shift();
        start += BLOCK;
      }
    },
    total: () => total,
    kept() {
      const all = new Uint8Array(total - start);
      blocks.forEach((block, index) => {
        all.set(block.subarray(0, all.length - index * BLOCK), index * BLOCK);
      });
      return start === 0 ? all : all.subarray(all.indexOf(LINE_END) + 1);
    },
  };
}
