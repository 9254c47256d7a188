/** For each character of a derived text, where in the original it comes from. */
export class PositionMap {
  private starts: Uint32Array;
  private ends: Uint32Array;
  private length = 0;

  constructor(size: number) {
    this.starts = new Uint32Array(size);
    this.ends = new Uint32Array(size);
  }

  add(count: number, start: number, end: number): void {
    if (this.length + count > this.starts.length) this.grow(this.length + count);
    this.starts.fill(start, this.length, this.length + count);
    this.ends.fill(end, this.length, this.length + count);
    this.length += count;
  }

  /** The characters from `from` up to `to` as they are. */
  addEach(from: number, to: number): void {
    if (this.length + to - from > this.starts.length) this.grow(this.length + to - from);
    for (let at = from; at < to; at++) {
      this.starts[this.length] = at;
      this.ends[this.length++] = at + 1;
    }
  }

  private grow(needed: number): void {
    const size = Math.max(needed, this.starts.length * 2);
    for (const name of ['starts', 'ends'] as const) {
      const larger = new Uint32Array(size);
      larger.set(this[name]);
      this[name] = larger;
    }
  }

  done(): { starts: Uint32Array; ends: Uint32Array } {
    return { starts: this.starts, ends: this.ends };
  }
}
