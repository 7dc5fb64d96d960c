import { exerciseById } from '../exercises.ts';

/** What does not go with a condition: to be left out, or done with care. */
export interface Warning {
  /** As the person wrote it. */
  condition: string;
  message: string;
}

interface Tags {
  avoid: readonly string[];
  caution: readonly string[];
}

/**
 * Words of conditions, and the tags of the catalogue that they make active. A careful engineering reading of guidelines,
 * not clinically reviewed. Where a condition has stages that nobody told, all of them count.
 */
const CONDITIONS: readonly [RegExp, Tags][] = [
  [/hypertension|blood pressure/, { avoid: [], caution: ['hypertension', 'hypertension-headdown'] }],
  [/heart|cardiac|coronary/, { avoid: ['heart'], caution: ['heart'] }],
  [/diabet/, { avoid: [], caution: ['diabetic-retinopathy', 'diabetic-neuropathy'] }],
  [/asthma/, { avoid: [], caution: ['asthma'] }],
  [/osteoporosis/, { avoid: ['osteoporosis', 'osteoporosis-spine'], caution: ['osteoporosis'] }],
  [
    /pregnan/,
    {
      avoid: ['pregnancy', 'pregnancy-unaccustomed', 'pregnancy-t2t3', 'pregnancy-t2t3-supine', 'pregnancy-t3'],
      caution: ['pregnancy-balance', 'pregnancy-t2t3', 'pregnancy-t3'],
    },
  ],
];

/** Pain asks for care; what is acute is left alone. */
const PARTS: readonly [RegExp, string, acute: readonly string[]][] = [
  [/knee|acl|meniscus/, 'knee', ['knee-acute']],
  [/back|disc|lumbar|spine/, 'lower-back', ['lower-back-acute', 'disc']],
  [/shoulder|rotator/, 'shoulder', ['shoulder-acute']],
  [/wrist|carpal/, 'wrist', ['wrist-acute']],
];
const ACUTE = /injur|acute|torn|tear|sprain|strain|fractur|broken|surgery|disloc|hernia|slipped/;

/** @param conditions in the person’s own words; those that mean nothing here warn of nothing */
export function warningsFor(exerciseId: string, conditions: readonly string[]): Warning[] {
  const exercise = exerciseById(exerciseId);
  if (!exercise) return [];
  return conditions.flatMap((condition) => {
    const { avoid, caution } = tagsOf(condition);
    if (exercise.avoidIf.some((tag) => avoid.includes(tag)))
      return [{ condition, message: `Not with “${condition}”: choose another exercise.` }];
    if ([...exercise.cautionIf, ...exercise.avoidIf].some((tag) => caution.includes(tag)))
      return [
        { condition, message: `Take care with “${condition}”: lighter, and only as far as it stays comfortable.` },
      ];
    return [];
  });
}

function tagsOf(condition: string): Tags {
  const words = condition.toLowerCase();
  const known = CONDITIONS.filter(([about]) => about.test(words)).map(([, tags]) => tags);
  const parts = PARTS.filter(([about]) => about.test(words)).map(([, part, acute]) => ({
    avoid: ACUTE.test(words) ? acute : [],
    caution: [part],
  }));
  const all = [...known, ...parts];
  return { avoid: all.flatMap((tags) => tags.avoid), caution: all.flatMap((tags) => tags.caution) };
}
