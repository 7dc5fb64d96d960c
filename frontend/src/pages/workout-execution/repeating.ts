import { noChange } from 'lit-html';
import { directive, Directive, type ElementPart } from 'lit-html/directive.js';

const WAIT_MS = 400;
const EVERY_MS = 90;

/** A button that acts at once, and again and again while it is held. */
class Repeating extends Directive {
  #act: () => void = () => undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #bound = false;

  override render(_act: () => void): typeof noChange {
    return noChange;
  }

  override update(part: ElementPart, [act]: [() => void]): typeof noChange {
    this.#act = act;
    if (!this.#bound) this.#bind(part.element as HTMLElement);
    return noChange;
  }

  #bind(button: HTMLElement): void {
    this.#bound = true;
    const again = () => {
      this.#act();
      this.#timer = setTimeout(again, EVERY_MS);
    };
    const stop = () => {
      clearTimeout(this.#timer);
    };
    button.addEventListener('pointerdown', () => {
      stop();
      this.#timer = setTimeout(again, WAIT_MS);
    });
    for (const end of ['pointerup', 'pointerleave', 'pointercancel', 'blur']) button.addEventListener(end, stop);
    button.addEventListener('click', () => {
      this.#act();
    });
    button.addEventListener('contextmenu', (event) => {
      event.preventDefault();
    });
  }
}

export const repeating = directive(Repeating);
