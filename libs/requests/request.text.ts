export { isId, written, writtenIfAny } from '#graphql';
