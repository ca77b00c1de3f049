export { Mobility, Outcome } from './outcome.entity.js';
export { OutcomesModule } from './outcomes.module.js';
