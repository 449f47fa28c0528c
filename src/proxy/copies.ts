/** What was kept of a body. */
export interface Kept {
  /** Empty if it is not whole. */
  readonly pieces: readonly Buffer[];
  readonly size: number;
  /** Whether all of it was kept. */
  readonly isWhole: boolean;
  /** Call when it was read: others need the room. */
  release(): void;
}

/** A copy of a body that passes. */
export interface Copy {
  /** `false`: the body has more bytes than one may have. */
  add(piece: Buffer): boolean;
  kept(): Kept;
}

/** Room for the bodies that are under way, or wait to be read. */
export interface Room {
  /** A copy of at most `mostKept` bytes of a body that may have `maxBytes`. */
  copy(maxBytes: number, mostKept?: number): Copy;
}

/** Bodies pass however many there are at once; what there is no room for is not kept. */
export function createRoom(bytes: number): Room {
  let left = bytes;
  return {
    copy: (maxBytes, mostKept = maxBytes) => {
      let pieces: Buffer[] = [];
      let held = 0;
      let size = 0;
      let isWhole = true;
      const release = () => {
        left += held;
        held = 0;
        pieces = [];
      };
      return {
        add: (piece) => {
          size += piece.byteLength;
          if (isWhole && size <= mostKept && piece.byteLength <= left) {
            left -= piece.byteLength;
            held += piece.byteLength;
            pieces.push(piece);
          } else if (isWhole) {
            isWhole = false;
            release();
          }
          return size <= maxBytes;
        },
        kept: () => ({ pieces, size, isWhole, release }),
      };
    },
  };
}
