import { Button } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { ask } from '../api/ask';
import { reading } from '../api/queries';
import forms from '../forms/forms.module.css';
import { AnswerCollaborationInvitationDocument, MyCollaborationWorkDocument } from '../generated/graphql';
import { ProblemNotice } from '../shell/problem-notice';
import { Panel } from './panel';
import { roleWords } from './words';

export const workQuery = { ...reading('collaboration-work', MyCollaborationWorkDocument, {}), staleTime: 0 };

/** The collaborations that the reader is asked to join. */
export const Invited = () => {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data } = useQuery(workQuery);
  const answering = useMutation({
    mutationFn: (answer: { id: string; accept: boolean }) => ask(AnswerCollaborationInvitationDocument, answer),
    onSuccess: ({ answerCollaborationInvitation: id }, { accept }) => {
      if (accept) void navigate({ to: '/collaborations/$id', params: { id } });
    },
    onSettled: () => {
      for (const name of ['collaboration-work', 'collaborations']) void queries.invalidateQueries({ queryKey: [name] });
    },
  });
  const invitations = data?.myCollaborationInvitations ?? [];
  if (invitations.length === 0) return null;
  return (
    <div style={{ marginBottom: '1.25rem' }}>
      <Panel id="invited" title="You are asked to join">
        {answering.error && <ProblemNotice error={answering.error} />}
        {invitations.map(({ id, sideName, inviter, role }) => (
          <div key={id}>
            <p>
              {inviter ?? 'Somebody'} asks you to work on a collaboration of {sideName}, as{' '}
              {(roleWords[role] ?? role).toLowerCase()}.
            </p>
            <div className={forms.actions}>
              <Button
                aria-label={`Join the collaboration of ${sideName}`}
                onClick={() => answering.mutate({ id, accept: true })}
              >
                Join
              </Button>
              <Button
                variant="default"
                aria-label={`Do not join the collaboration of ${sideName}`}
                onClick={() => answering.mutate({ id, accept: false })}
              >
                Do not join
              </Button>
            </div>
          </div>
        ))}
      </Panel>
    </div>
  );
};
