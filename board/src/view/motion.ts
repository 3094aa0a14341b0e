const GLIDE = 800; // ms
const MOST_AT_ONCE = 12; // cards in the air
const calm = matchMedia("(prefers-reduced-motion: reduce)");

interface Place {
  readonly card: HTMLElement;
  readonly version: string | undefined;
  readonly column: Element | null;
  readonly box: DOMRect;
}

/**
 * Renders, and lets the cases that moved fly from where they were, so that the eye can follow a case from stage to
 * stage. Viewers who asked for less motion see them change place at once.
 */
export function renderMoving(root: HTMLElement, render: () => void): void {
  const before = calm.matches ? new Map<string, Place>() : placesIn(root);
  render();
  if (before.size === 0) return;
  let flying = document.querySelectorAll(".ghost").length;
  for (const [id, place] of placesIn(root)) {
    const was = before.get(id);
    if (!was) arrive(place.card);
    else if (was.column !== place.column) {
      flying += 1;
      if (flying <= MOST_AT_ONCE) fly(place, was.box);
    } else if (was.version !== place.version) light(place.card);
    else if (was.box.y !== place.box.y) slide(place, was.box);
  }
}

function placesIn(root: HTMLElement): Map<string, Place> {
  const cards = root.querySelectorAll<HTMLElement>("[data-case]");
  return new Map(
    [...cards].map((card) => [
      card.dataset.case as string,
      { card, version: card.dataset.version, column: card.parentElement, box: card.getBoundingClientRect() },
    ]),
  );
}

/** A likeness of the card flies above the columns, which would cut the card itself off at their edge. */
function fly({ card, box }: Place, from: DOMRect): void {
  const ghost = card.cloneNode(true) as HTMLElement;
  delete ghost.dataset.case;
  ghost.classList.add("ghost");
  ghost.setAttribute("aria-hidden", "true");
  Object.assign(ghost.style, {
    left: `${box.x}px`,
    top: `${box.y}px`,
    width: `${box.width}px`,
    height: `${box.height}px`,
  });
  document.body.append(ghost);
  const start = `translate(${from.x - box.x}px, ${from.y - box.y}px)`;
  const flight = ghost.animate([{ transform: start }, { transform: "none" }], { duration: GLIDE, easing });
  flight.onfinish = flight.oncancel = () => ghost.remove();
  card.animate([{ opacity: 0 }, { opacity: 0 }], { duration: GLIDE });
}

const slide = ({ card, box }: Place, from: DOMRect) =>
  card.animate([{ transform: `translateY(${from.y - box.y}px)` }, { transform: "none" }], { duration: GLIDE, easing });

const light = (card: HTMLElement) =>
  card.animate([{ filter: "brightness(1.8)" }, { filter: "none" }], { duration: GLIDE * 2 });

const arrive = (card: HTMLElement) =>
  card.animate(
    [
      { opacity: 0, transform: "scale(.9)" },
      { opacity: 1, transform: "none" },
    ],
    { duration: GLIDE / 2 },
  );

const easing = "cubic-bezier(.3, .7, .2, 1)";
