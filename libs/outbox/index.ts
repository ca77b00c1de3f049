export { OutboxConsumer, OutboxRelay } from './outbox.relay.js';
