/** Values summed at once: as many as stay in registers, so that the sum of each is not fetched and stored for every word. */
const LANES = 8;

/** Rows of whole numbers to be added up, each times its factor. */
export class Summands {
  readonly #places: Int32Array;
  readonly #factors: Float64Array;
  #count = 0;

  constructor(most: number) {
    this.#places = new Int32Array(most);
    this.#factors = new Float64Array(most);
  }

  get count(): number {
    return this.#count;
  }

  add(place: number, factor: number): void {
    this.#places[this.#count] = place;
    this.#factors[this.#count] = factor;
    this.#count++;
  }

  /** The sum, rounded to 32 bits after every row (scores of earlier versions rest on that rounding). */
  roundedSum(values: Int8Array, dimensions: number): Float32Array {
    const sum = new Float32Array(dimensions);
    const whole = dimensions - (dimensions % LANES);
    for (let d = 0; d < whole; d += LANES) this.#roundedLanes(values, d, sum);
    for (let d = whole; d < dimensions; d++) {
      for (let i = 0; i < this.#count; i++) {
        const value = values[(this.#places[i] as number) + d] as number;
        sum[d] = (sum[d] as number) + (this.#factors[i] as number) * value;
      }
    }
    return sum;
  }

  /** The sum in full precision. */
  fullSum(values: Int8Array, dimensions: number): Float64Array {
    const sum = new Float64Array(dimensions);
    const whole = dimensions - (dimensions % LANES);
    for (let d = 0; d < whole; d += LANES) this.#fullLanes(values, d, sum);
    for (let d = whole; d < dimensions; d++) {
      for (let i = 0; i < this.#count; i++) {
        const value = values[(this.#places[i] as number) + d] as number;
        sum[d] = (sum[d] as number) + (this.#factors[i] as number) * value;
      }
    }
    return sum;
  }

  #roundedLanes(values: Int8Array, d: number, sum: Float32Array): void {
    let [a, b, c, e, f, g, h, k] = [0, 0, 0, 0, 0, 0, 0, 0];
    const [places, factors, count] = [this.#places, this.#factors, this.#count];
    for (let i = 0; i < count; i++) {
      const at = (places[i] as number) + d;
      const factor = factors[i] as number;
      a = Math.fround(a + factor * (values[at] as number));
      b = Math.fround(b + factor * (values[at + 1] as number));
      c = Math.fround(c + factor * (values[at + 2] as number));
      e = Math.fround(e + factor * (values[at + 3] as number));
      f = Math.fround(f + factor * (values[at + 4] as number));
      g = Math.fround(g + factor * (values[at + 5] as number));
      h = Math.fround(h + factor * (values[at + 6] as number));
      k = Math.fround(k + factor * (values[at + 7] as number));
    }
    sum.set([a, b, c, e, f, g, h, k], d);
  }

  #fullLanes(values: Int8Array, d: number, sum: Float64Array): void {
    let [a, b, c, e, f, g, h, k] = [0, 0, 0, 0, 0, 0, 0, 0];
    const [places, factors, count] = [this.#places, this.#factors, this.#count];
    for (let i = 0; i < count; i++) {
      const at = (places[i] as number) + d;
      const factor = factors[i] as number;
      a += factor * (values[at] as number);
      b += factor * (values[at + 1] as number);
      c += factor * (values[at + 2] as number);
      e += factor * (values[at + 3] as number);
      f += factor * (values[at + 4] as number);
      g += factor * (values[at + 5] as number);
      h += factor * (values[at + 6] as number);
      k += factor * (values[at + 7] as number);
    }
    sum.set([a, b, c, e, f, g, h, k], d);
  }
}
