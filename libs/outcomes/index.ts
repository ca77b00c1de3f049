export { Mobility, Outcome } from './outcome.entity.js';
export { outcomesPersonal } from './outcome.personal.js';
export { OutcomesModule } from './outcomes.module.js';
