/**
 * Values in the order in which they were added; any may leave at any time.
 *
 * A `Set` does this too, at a price that only shows under load: as values come and go it moves to a new table every few of
 * them, and each table left behind refers to the next. Once one has grown old, all later ones, and every request they
 * have ever held, survive the collections of the young. What leaves a chain refers to nothing.
 */
export class Chain<T> implements Iterable<T> {
  #first: Link<T> | undefined;
  #last: Link<T> | undefined;

  get first(): Link<T> | undefined {
    return this.#first;
  }

  /** @returns what takes it out again */
  add(value: T): Link<T> {
    const link: Link<T> = { value, previous: this.#last, next: undefined };
    if (this.#last) this.#last.next = link;
    else this.#first = link;
    this.#last = link;
    return link;
  }

  /** Takes out what is still in it; once out, it may be taken out again without harm. */
  delete(link: Link<T>): void {
    const { previous, next } = link;
    if (previous) previous.next = next;
    else if (this.#first === link) this.#first = next;
    else return;
    if (next) next.previous = previous;
    else this.#last = previous;
    link.previous = undefined;
    link.next = undefined;
  }

  *[Symbol.iterator](): Iterator<T> {
    for (let link = this.#first; link; link = link.next) yield link.value;
  }
}

/** One value's place in a chain. */
export interface Link<T> {
  readonly value: T;
  previous: Link<T> | undefined;
  next: Link<T> | undefined;
}
