import { render } from "lit-html";
import { htmlLang, nameIn, textsIn } from "./text/language.js";
import { createAnnouncer, type Voices } from "./view/announcer.js";
import { boardView } from "./view/boardView.js";
import { renderMoving } from "./view/motion.js";
import type { Actions, Screen } from "./view/screen.js";

/** The page: shows a screen, at most once a frame. */
export interface Page {
  /** Shows this soon; `painted` is called once it is seen. */
  show(screen: Screen, painted?: () => void): void;
}

const MOST_WAITING = 1_000; // calls held for a page that is not painted

export function createPage(root: HTMLElement, voices: Voices, actions: Actions): Page {
  const announce = createAnnouncer(voices, () => performance.now());
  let next: Screen | null = null;
  let waiting: (() => void)[] = [];

  const paint = () => {
    const screen = next as Screen;
    const painted = waiting;
    [next, waiting] = [null, []];
    renderMoving(root, () => render(boardView(screen, actions), root));
    nameDocument(screen);
    announce(screen);
    setTimeout(() => {
      for (const call of painted) call();
    }); // a task after the frame: the screen shows it
  };

  return {
    show(screen, painted) {
      if (next === null) requestAnimationFrame(paint);
      next = screen;
      if (painted && waiting.length < MOST_WAITING) waiting.push(painted);
    },
  };
}

function nameDocument({ language, board }: Screen): void {
  const texts = textsIn(language);
  document.documentElement.lang = htmlLang[language];
  document.title = board ? texts.title(nameIn(language, board.outlet)) : texts.board;
}
