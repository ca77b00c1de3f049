import { Inject } from '@nestjs/common';
import { Args, ArgsType, Field, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { IsBoolean } from 'class-validator';
import { CurrentViewer, type Viewer } from '#accounts';
import { Access, connectionOf, PageArgs } from '#graphql';
import { Notification } from './notification.entity.js';
import { NotificationService } from './notification.service.js';
import { Waiting, WaitingThing } from './waiting.js';

const NotificationConnection = connectionOf(Notification, 'Notification');

/** Which notifications are wanted. */
@ArgsType()
export class NotificationArgs extends PageArgs {
  @Field({ defaultValue: false })
  @IsBoolean()
  unreadOnly: boolean;
}

@Resolver(() => Notification)
export class NotificationResolver {
  constructor(
    @Inject(NotificationService) private readonly service: NotificationService,
    @Inject(Waiting) private readonly waiting: Waiting,
  ) {}

  @Access('signed-in')
  @Query(() => [WaitingThing], {
    description:
      'What waits for you in your collaborations, meetings and introductions, the soonest due first. What waits in the inbox is among the requests.',
  })
  waitingForMe(@CurrentViewer() viewer: Viewer) {
    return this.waiting.mine(viewer);
  }

  @Access('signed-in')
  @Query(() => NotificationConnection, { description: 'What you were told, newest first.' })
  notifications(@CurrentViewer() viewer: Viewer, @Args() args: NotificationArgs) {
    return this.service.list(viewer, args);
  }

  @Access('signed-in')
  @Query(() => Int, { description: 'How many notifications you have not read.' })
  unreadCount(@CurrentViewer() viewer: Viewer) {
    return this.service.unread(viewer);
  }

  @Access('signed-in')
  @Mutation(() => Int, { description: 'Marks these notifications, or all, as read; answers how many are left unread.' })
  markNotificationsRead(
    @CurrentViewer() viewer: Viewer,
    @Args('ids', { type: () => [ID], nullable: true }) ids: string[] | null,
  ) {
    return this.service.markRead(viewer, ids ?? null);
  }
}
