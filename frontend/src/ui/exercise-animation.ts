import { effect, signal } from '@preact/signals-core';
import type { Exercise } from '@trainer/contract/types';
import { html, nothing, type TemplateResult } from 'lit-html';
import { type Animation, animationOf } from '../animations.ts';
import { t } from '../i18n/t.ts';
import { icon } from './icon.ts';

const PAUSED_KEY = 'animations-paused';

/** Whether the person wants them still; kept for all pages. */
const paused = signal(localStorage.getItem(PAUSED_KEY) === 'yes');
const calm = matchMedia('(prefers-reduced-motion: reduce)');
const wantsCalm = signal(calm.matches);
calm.addEventListener('change', () => (wantsCalm.value = calm.matches));

/** A picture is loaded a little before it comes into sight. */
const watcher = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries)
      if (target instanceof AnimationElement) target.see(isIntersecting);
  },
  { rootMargin: '80px' },
);

/** Shows its first frame, and moves only while it is on the screen and the person wants it to. */
class AnimationElement extends HTMLElement {
  #animation: Animation | undefined;
  #image: HTMLImageElement | undefined;
  readonly #seen = signal(false);
  #stop: (() => void) | undefined;

  set animation(animation: Animation | undefined) {
    if (animation?.shows === this.#animation?.shows) return;
    this.#animation = animation;
    // A list that is drawn anew keeps its elements: what the last exercise showed is not this one.
    this.#image?.removeAttribute('src');
    if (this.isConnected) this.#begin();
  }

  connectedCallback(): void {
    this.#begin();
    watcher.observe(this);
  }

  disconnectedCallback(): void {
    watcher.unobserve(this);
    this.#stop?.();
    this.#seen.value = false;
  }

  see(seen: boolean): void {
    this.#seen.value = seen;
  }

  #begin(): void {
    this.#stop?.();
    const animation = this.#animation;
    if (!animation) return;
    const image = this.#image ?? document.createElement('img');
    [image.width, image.height, image.alt, image.decoding] = [320, 320, animation.shows, 'async'];
    if (!this.#image) this.append((this.#image = image));
    this.#stop = effect(() => {
      // Until it was seen once, it costs nothing.
      if (!this.#seen.value && !image.src) return;
      const moves = this.#seen.value && !paused.value && !wantsCalm.value;
      this.dataset.moves = moves ? 'yes' : 'no';
      void this.#show(animation, moves, image);
    });
  }

  async #show(animation: Animation, moves: boolean, image: HTMLImageElement): Promise<void> {
    try {
      if (!moves || !image.src) image.src = await animation.still();
      if (!moves) return;
      const source = await animation.moving();
      if (this.#animation === animation && this.dataset.moves === 'yes') image.src = source;
    } catch {
      // Without a network the still one stays, or the words.
    }
  }
}
customElements.define('exercise-animation', AnimationElement);

/** The animation of an exercise; nothing where it has none. */
export function exerciseAnimation(
  exercise: Pick<Exercise, '_id' | 'slug' | 'gifUrl' | 'name'>,
  classes = '',
): TemplateResult | typeof nothing {
  const animation = animationOf(exercise, t('common:animation.own', { name: exercise.name }));
  if (!animation) return nothing;
  return html`<exercise-animation class="anim ${classes}" .animation=${animation}></exercise-animation>`;
}

/** Stops all of them, or lets them go on. People who want no motion see none to stop. */
export function pauseControl(): TemplateResult | typeof nothing {
  if (wantsCalm.value) return nothing;
  const isPaused = paused.value;
  return html`<button
    type="button"
    class="btn second"
    data-testid="pause-animations"
    aria-pressed=${isPaused}
    @click=${() => {
      paused.value = !isPaused;
      localStorage.setItem(PAUSED_KEY, isPaused ? 'no' : 'yes');
    }}
  >
    ${icon(isPaused ? 'play' : 'pause')}${t('common:animation.pause')}
  </button>`;
}
