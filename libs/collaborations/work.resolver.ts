import { Inject } from '@nestjs/common';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access } from '#graphql';
import { Collaboration } from './collaboration.entity.js';
import { CollaborationMessages } from './collaboration.messages.js';
import { CollaborationInvitation, CollaborationPeople } from './collaboration.people.js';
import { CollaborationMessage, CollaborationTask } from './collaboration.record.js';
import { CollaborationRecords } from './collaboration.records.js';
import { CollaborationTasks } from './collaboration.tasks.js';
import {
  AddCollaborationPersonInput,
  AddCollaborationTaskInput,
  ChangeCollaborationRoleInput,
  ChangeCollaborationTaskInput,
  NextDateInput,
  PostCollaborationMessageInput,
} from './work.inputs.js';

/** Who works on a collaboration, what is to do, and what is said. */
@Resolver(() => Collaboration)
export class WorkResolver {
  constructor(
    @Inject(CollaborationPeople) private readonly people: CollaborationPeople,
    @Inject(CollaborationTasks) private readonly tasks: CollaborationTasks,
    @Inject(CollaborationMessages) private readonly messages: CollaborationMessages,
    @Inject(CollaborationRecords) private readonly records: CollaborationRecords,
  ) {}

  @Access('signed-in')
  @Mutation(() => Collaboration, {
    description: 'Brings a colleague in on your side, or asks somebody else to join it.',
  })
  addCollaborationPerson(@CurrentViewer() viewer: Viewer, @Args('input') input: AddCollaborationPersonInput) {
    return this.people.add(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Gives somebody on your side another role.' })
  changeCollaborationRole(@CurrentViewer() viewer: Viewer, @Args('input') input: ChangeCollaborationRoleInput) {
    return this.people.changeRole(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Boolean, { description: 'Takes somebody off your side, or leaves the collaboration yourself.' })
  removeCollaborationPerson(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('accountId', { type: () => ID }) accountId: string,
  ) {
    return this.people.remove(viewer, id, accountId);
  }

  @Access('signed-in')
  @Query(() => [CollaborationInvitation], { description: 'The collaborations that you are asked to join.' })
  myCollaborationInvitations(@CurrentViewer() viewer: Viewer) {
    return this.people.mine(viewer);
  }

  @Access('signed-in')
  @Mutation(() => ID, { description: 'Joins a collaboration that you were asked to join, or not; answers its id.' })
  answerCollaborationInvitation(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('accept') accept: boolean,
  ) {
    return this.people.answer(viewer, id, accept);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Takes back what somebody was asked.' })
  cancelCollaborationInvitation(@CurrentViewer() viewer: Viewer, @Args('id', { type: () => ID }) id: string) {
    return this.people.cancel(viewer, id);
  }

  @ResolveField(() => [CollaborationInvitation], { description: 'Whom your side has asked, and who has not answered.' })
  invitations(@CurrentViewer() viewer: Viewer, @Parent() { id }: Collaboration) {
    return this.people.invitations(viewer, id);
  }

  @Access('signed-in')
  @Query(() => [CollaborationTask], { description: 'Your open tasks, the soonest due first, at most 100.' })
  myCollaborationTasks(@CurrentViewer() viewer: Viewer) {
    return this.tasks.mine(viewer);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Adds a task, once for its key.' })
  addCollaborationTask(@CurrentViewer() viewer: Viewer, @Args('input') input: AddCollaborationTaskInput) {
    return this.tasks.add(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Changes a task.' })
  changeCollaborationTask(@CurrentViewer() viewer: Viewer, @Args('input') input: ChangeCollaborationTaskInput) {
    return this.tasks.change(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Marks a task as done, or as not done after all.' })
  finishCollaborationTask(
    @CurrentViewer() viewer: Viewer,
    @Args('taskId', { type: () => ID }) taskId: string,
    @Args('done', { defaultValue: true }) done: boolean,
  ) {
    return this.tasks.finish(viewer, taskId, done);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Removes a task that a person has written.' })
  removeCollaborationTask(@CurrentViewer() viewer: Viewer, @Args('taskId', { type: () => ID }) taskId: string) {
    return this.tasks.remove(viewer, taskId);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Puts its tasks in this order.' })
  orderCollaborationTasks(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('taskIds', { type: () => [ID] }) taskIds: string[],
  ) {
    return this.tasks.order(viewer, id, taskIds);
  }

  @ResolveField(() => [CollaborationTask], {
    name: 'tasks',
    description: 'What is to do, in order; then what was done.',
  })
  tasksOf(@Parent() { id }: Collaboration) {
    return this.records.tasks(id);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Writes to everybody who works on it, once for its key.' })
  postCollaborationMessage(@CurrentViewer() viewer: Viewer, @Args('input') input: PostCollaborationMessageInput) {
    return this.messages.post(viewer, input);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'You have seen it: its messages up to this number, or all.' })
  markCollaborationRead(
    @CurrentViewer() viewer: Viewer,
    @Args('id', { type: () => ID }) id: string,
    @Args('upTo', { type: () => Int, nullable: true }) upTo: number | null,
  ) {
    return this.messages.read(viewer, id, upTo ?? null);
  }

  @Access('signed-in')
  @Mutation(() => Collaboration, { description: 'Sets the next date, or takes it away.' })
  setNextDate(@CurrentViewer() viewer: Viewer, @Args('input') input: NextDateInput) {
    return this.messages.setNextDate(viewer, input);
  }

  @ResolveField(() => [CollaborationMessage], {
    name: 'messages',
    description: 'The newest 200 messages, oldest first. Not for offices.',
  })
  messagesOf(@CurrentViewer() viewer: Viewer, @Parent() collaboration: Collaboration) {
    return this.records.messages(viewer, collaboration);
  }
}
