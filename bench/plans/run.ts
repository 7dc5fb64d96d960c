// `npm run bench -- --plans`: random people through the built-in planner, the same people beside a hostile model, and
// dish energies beside published ones. What a plan says is judged a second time, from the raw tables (`oracle.ts`).
import { newReport } from '../report.ts';
import { builtInPlans } from './built-in.ts';
import { dishEnergies } from './dishes.ts';
import { hostilePlans } from './hostile.ts';

const report = newReport('plans');
await report.step('built-in plans for 1,000 people', builtInPlans);
await report.step('plans for 1,000 people beside a hostile model', hostilePlans);
await report.step('dish energies', dishEnergies);
report.print('1,000 random people of each kind, the same in every run');
