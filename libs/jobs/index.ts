export { addJob, JOB_HANDLERS, type JobHandler, JobRunner, migrateJobs } from './jobs.js';
