import { Modal, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { SignInForm } from '../accounts/sign-in-form';
import { useReturnFocus } from './return-focus';

/** Asks for a sign-in over a page that stays as it is, with everything that was typed into it. */
const SignInDialog = ({ close }: { close: () => void }) => {
  useReturnFocus();
  const queries = useQueryClient();
  return (
    <Modal opened onClose={close} title="Sign in to go on" size="md">
      <Text size="sm" mb="md">
        You are not signed in, or not any more. The page behind this stays as it is.
      </Text>
      <SignInForm
        onSignedIn={async () => {
          close();
          await queries.invalidateQueries();
        }}
      />
    </Modal>
  );
};

export default SignInDialog;
