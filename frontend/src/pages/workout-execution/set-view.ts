import { daysBetween, localDateOf } from '@trainer/coach/days';
import { html, nothing, type TemplateResult } from 'lit-html';
import { account } from '../../account.ts';
import { date, number } from '../../i18n/format.ts';
import { t } from '../../i18n/t.ts';
import type { SessionExercise, SessionSet } from '@trainer/coach/running/session';
import { icon } from '../../ui/icon.ts';
import { type Actions } from './actions.ts';
import { lastTimesOf } from '../../last-times.ts';
import { takesPlates } from './plan.ts';
import { repeating } from './repeating.ts';
import type { WorkoutState } from './state.ts';
import { setInShort, setInWords } from '../../set-words.ts';
import { type Dial, stepped } from './words.ts';

/**
 * The set in work: its values, the button that ticks it, the tools, and the list of sets.
 * @param here slots that only this device has
 */
export function setView(
  state: WorkoutState,
  actions: Actions,
  exercise: SessionExercise,
  here: ReadonlySet<string>,
): TemplateResult {
  const set = state.currentSet.value;
  return html`
    ${set ? html`<div class="dial">${actions.dials().map((dial) => dialBox(dial, actions))}</div>` : nothing}
    ${set ? timer(set, actions) : nothing}
    <div class="dock">${mainButton(state, actions, exercise)}</div>
    <div class="row row-2 wrap tools">
      ${tool('swap', t('workout-execution:swap'), actions.openSwap)}
      ${hasPlates(state, actions, exercise) ? tool('plate', t('workout-execution:plates'), actions.openPlates) : nothing}
      ${tool('note', t('workout-execution:note'), actions.openNote)}
      ${state.canUndo.value ? tool('undo', t('workout-execution:undo'), actions.undo) : nothing}
    </div>
    <section class="card flat" aria-label=${t('workout-execution:sets', { name: exercise.name })}>
      <ol class="sets">
        ${exercise.sets.map((one) => setRow(state, actions, exercise, one, here.has(`set:${exercise.key}:${one.setId}`)))}
      </ol>
      <div class="row row-2 wrap">
        <button type="button" class="btn quiet" @click=${() => void state.addSet('normal')}>
          ${icon('plus')}${t('workout-execution:addSet')}
        </button>
        <button type="button" class="btn quiet" @click=${() => void state.addSet('warmup')}>
          ${t('workout-execution:warmup')}
        </button>
      </div>
    </section>
    ${exercise.note ? html`<p class="sm muted">${icon('note', 'i-sm inl')} ${exercise.note}</p>` : nothing}
    ${nextLine(state, exercise)}
  `;
}

const hasPlates = (state: WorkoutState, actions: Actions, exercise: SessionExercise): boolean =>
  takesPlates(state.knownOf(exercise)) && actions.dials().some((dial) => dial.field === 'weight');

/** Which of the working sets it is; null: it only warms up. */
export function placeOf(exercise: SessionExercise, set: SessionSet): number | null {
  const working = exercise.sets.filter((one) => one.type !== 'warmup');
  return working.findIndex((one) => one.setId === set.setId) + 1 || null;
}

function dialBox(dial: Dial, actions: Actions): TemplateResult {
  const value = number(dial.shown, dial.digits);
  const step = (by: 1 | -1) =>
    repeating(() => {
      const fresh = actions.dials().find((one) => one.field === dial.field);
      if (fresh) actions.setDial(fresh, stepped(fresh, by));
    });
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
    event.preventDefault();
    actions.setDial(dial, stepped(dial, event.key === 'ArrowUp' ? 1 : -1));
  };
  return html`<div class="box" @keydown=${onKey}>
    <span class="cap">${dial.label}</span>
    <button
      type="button"
      class="val"
      data-testid="dial-${dial.field}"
      aria-label=${t('workout-execution:type', { value, what: dial.label })}
      @click=${() => {
        actions.openType(dial);
      }}
    >
      ${value}
    </button>
    <div class="pm">
      <button type="button" aria-label=${t('workout-execution:less', { what: dial.label })} ${step(-1)}>
        ${icon('minus', 'i-xl')}
      </button>
      <button type="button" aria-label=${t('workout-execution:more', { what: dial.label })} ${step(1)}>
        ${icon('plus', 'i-xl')}
      </button>
    </div>
  </div>`;
}

function timer(set: SessionSet, actions: Actions): TemplateResult | typeof nothing {
  if (set.reps !== null || set.done) return nothing;
  const running = actions.timed();
  return html`<button type="button" class="btn second lg block" @click=${actions.toggleTimer}>
    ${icon(running === null ? 'timer' : 'pause')}${running === null ? t('workout-execution:timer.start') : t('workout-execution:timer.stop', { time: running })}
  </button>`;
}

function mainButton(state: WorkoutState, actions: Actions, exercise: SessionExercise): TemplateResult {
  const set = state.currentSet.value;
  if (set) {
    const place = placeOf(exercise, set);
    const done = place === null ? t('workout-execution:warmupDone') : t('workout-execution:setDone', { set: place });
    return html`<button type="button" class="btn primary xl block" data-testid="set-done" @click=${actions.tick}>
      ${icon('check', 'i-xl')}${set.done ? t('workout-execution:saveSet') : done}
    </button>`;
  }
  const next = state.next.value;
  if (next) {
    return html`<button
      type="button"
      class="btn primary xl block"
      @click=${() => {
        state.choose(next.key);
      }}
    >
      ${icon('right', 'i-xl')}${t('workout-execution:nextExercise')}
    </button>`;
  }
  return html`<button type="button" class="btn primary xl block" @click=${actions.finish}>
    ${icon('check', 'i-xl')}${t('workout-execution:finishWorkout')}
  </button>`;
}

const tool = (name: string, label: string, run: () => void): TemplateResult =>
  html`<button type="button" class="btn second grow" @click=${run}>${icon(name)}${label}</button>`;

function setRow(
  state: WorkoutState,
  actions: Actions,
  exercise: SessionExercise,
  set: SessionSet,
  isHere: boolean,
): TemplateResult {
  const isCurrent = state.currentSet.value?.setId === set.setId;
  const place = placeOf(exercise, set);
  const name = place ?? t('common:set.warmup');
  const values = setInWords(set);
  const tick = () => {
    if (set.done) void state.untick(exercise.key, set);
    else actions.tickSet(exercise.key, set.setId);
  };
  return html`<li class="${set.done ? 'done' : ''} ${set.done && isHere ? 'phone' : ''} ${isCurrent ? 'cur-row' : ''}">
    <span class="k">${set.type === 'normal' ? place : t(`common:set.${set.type}`).charAt(0)}</span>
    <button
      type="button"
      class="val-b ${set.done || isCurrent ? 'cur' : 'muted'}"
      aria-label="${t('workout-execution:set.edit', { set: name })}: ${values}"
      @click=${() => {
        actions.openSet(exercise.key, set.setId);
      }}
    >
      ${values}
    </button>
    ${place === null ? html`<span></span>` : lastTime(state, exercise, place)}
    <button
      type="button"
      class="st"
      aria-pressed=${set.done}
      aria-label=${t('workout-execution:set.row', { set: name, what: t(`workout-execution:set.${set.done ? (isHere ? 'here' : 'done') : 'notDone'}`) })}
      @click=${tick}
    >
      ${icon(set.done && isHere ? 'phone' : 'check')}
    </button>
  </li>`;
}

/** What the same set was last time. */
function lastTime(state: WorkoutState, exercise: SessionExercise, place: number): TemplateResult {
  const before = lastTimesOf(state.lastTimes.value, exercise)[0];
  const set = before?.sets.filter((one) => one.type !== 'warmup')[place - 1];
  if (!before || !set) return html`<span></span>`;
  const isThisWeek = daysBetween(before.localDate, localDateOf(new Date(), account.timeZone())) < 7;
  return html`<span class="before sm faint"
    ><span class="nowrap">${date(before.localDate, isThisWeek ? 'weekday' : 'short')}</span>
    <span class="nowrap">${setInShort(set)}</span></span
  >`;
}

function nextLine(state: WorkoutState, exercise: SessionExercise): TemplateResult | typeof nothing {
  const all = state.session.value?.exercises ?? [];
  const next = all.slice(all.indexOf(exercise) + 1).find((one) => one.sets.some((set) => !set.done));
  const first = next?.sets.find((set) => !set.done);
  if (!next || !first) return nothing;
  return html`<p class="sm muted hide-w">
    ${t('workout-execution:next', { name: next.name, what: t('workout-execution:sets.planned', { count: next.sets.length, what: setInWords(first) }) })}
  </p>`;
}
